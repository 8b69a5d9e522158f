#include "gui/formula/formula_text.h"

#include <thalweg/formula/functions.h>
#include <thalweg/formula/lexer.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

namespace thalweg {

void FormulaText::makeCompleter()
{
    words_ = new QStringListModel(this);
    completer_ = new QCompleter(words_, this);
    completer_->setWidget(this);
    completer_->setCompletionMode(QCompleter::PopupCompletion);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    connect(completer_, qOverload<const QString &>(&QCompleter::activated), this, &FormulaText::insertCompletion);
    setKnownNames({});
}

void FormulaText::setKnownNames(const QStringList &names)
{
    QStringList words = names;
    words.sort(Qt::CaseInsensitive);
    QStringList functions = functionNames();
    functions.sort();
    words_->setStringList(words + functions + QStringList { QStringLiteral("pi"), QStringLiteral("e") });
}

QStringList FormulaText::completions() const
{
    return words_->stringList();
}

QString FormulaText::wordBeforeCursor() const
{
    const QString line = textCursor().block().text();
    const int at = textCursor().positionInBlock();
    for (Token token = tokenAt(line, 0); token.kind != Token::Kind::End && token.offset < at;
         token = tokenAt(line, token.offset + token.text.size()))
        if (token.kind == Token::Kind::Name && token.offset + token.text.size() >= at)
            return line.mid(token.offset, at - token.offset);
    return {};
}

void FormulaText::complete(bool asked)
{
    const QString word = wordBeforeCursor();
    completer_->setCompletionPrefix(word);
    const int count = completer_->completionCount();
    const bool isWhole = count == 1 && completer_->currentCompletion() == word;
    if (count == 0 || (isWhole && !asked) || (word.size() < 2 && !asked)) {
        completer_->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(
        completer_->popup()->sizeHintForColumn(0) + completer_->popup()->verticalScrollBar()->sizeHint().width() + 12);
    completer_->popup()->setCurrentIndex(completer_->completionModel()->index(0, 0));
    completer_->complete(place);
}

void FormulaText::insertCompletion(const QString &completion)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(wordBeforeCursor().size()));
    const bool isFunction = functionNames().contains(completion);
    const bool hasBracket = toPlainText().mid(textCursor().position()).startsWith(QLatin1Char('('));
    cursor.insertText(isFunction && !hasBracket ? completion + QStringLiteral("()") : completion);
    if (isFunction && !hasBracket)
        cursor.movePosition(QTextCursor::Left);
    setTextCursor(cursor);
}

void FormulaText::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (completer_->popup()->isVisible()
        && (isReturn || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab
            || event->key() == Qt::Key_Backtab)) {
        event->ignore(); // they belong to the list
        return;
    }
    if (isReturn && !(event->modifiers() & Qt::ShiftModifier)) {
        Q_EMIT editingFinished();
        return;
    }
    const bool asks = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (!asks)
        QPlainTextEdit::keyPressEvent(event);
    if (asks)
        complete(true);
    else if (!event->text().isEmpty() && event->text()[0].isPrint())
        complete(false);
    else if (completer_->popup()->isVisible())
        complete(false);
}

} // namespace thalweg
