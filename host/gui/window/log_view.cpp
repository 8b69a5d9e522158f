#include "gui/window/log_view.h"

#include "gui/theme/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTime>

namespace thalweg {

namespace {

constexpr int mostLines = 5000;
constexpr int isWarning = 1; // state of a block

QTextCharFormat formatOf(bool warning)
{
    QTextCharFormat format;
    format.setForeground(warning ? theme().warning : theme().text);
    return format;
}

} // namespace

LogView::LogView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setMaximumBlockCount(mostLines);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setAccessibleName(tr("Log"));
    setPlaceholderText(tr("What nodes have to say when they run appears here."));
}

void LogView::take(const LogMessage &message)
{
    append(message.level, QStringLiteral("%1: %2").arg(message.node, message.text));
}

void LogView::add(const QString &line)
{
    append(RunContext::Level::Info, line);
}

void LogView::append(RunContext::Level level, const QString &line)
{
    const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    const bool warning = level == RunContext::Level::Warning;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!document()->isEmpty())
        cursor.insertBlock();
    cursor.insertText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line, formatOf(warning));
    cursor.block().setUserState(warning ? isWarning : 0);
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setCharFormat(formatOf(block.userState() == isWarning));
    }
}

} // namespace thalweg
