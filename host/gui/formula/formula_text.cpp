#include "gui/formula/formula_text.h"

#include "gui/formula/formula_highlighter.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

namespace thalweg {

namespace {

constexpr int mostLines = 8;

} // namespace

FormulaText::FormulaText(QWidget *parent)
    : QPlainTextEdit(parent), highlighter_(new FormulaHighlighter(document(), palette()))
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    setFont(font);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(3);
    makeCompleter();
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &FormulaText::markBrackets);
    connect(document(), &QTextDocument::contentsChanged, this, [this] { updateGeometry(); });
}

int FormulaText::lineCount() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    return lines;
}

QSize FormulaText::sizeHint() const
{
    const int lines = lineCount();
    const int shown = std::clamp(lines, 1, mostLines);
    const int frame = 2 * frameWidth() + static_cast<int>(2 * document()->documentMargin());
    return { 160, fontMetrics().lineSpacing() * shown + frame + 3 }; // the wavy line hangs below the last one
}

QSize FormulaText::minimumSizeHint() const
{
    return { 60, sizeHint().height() };
}

void FormulaText::setFault(const FaultPlace &fault)
{
    fault_ = fault;
    viewport()->update();
}

QRect FormulaText::faultRect() const
{
    if (fault_.offset < 0)
        return {};
    const int size = document()->characterCount() - 1;
    QTextCursor cursor(document());
    cursor.setPosition(std::min(fault_.offset, size));
    const QRect begin = cursorRect(cursor);
    cursor.setPosition(std::min(fault_.offset + fault_.length, size));
    const QRect end = cursorRect(cursor);
    const int letter = fontMetrics().horizontalAdvance(QLatin1Char('x'));
    const int width = end.top() == begin.top() ? end.left() - begin.left() : letter;
    return { begin.left(), begin.bottom(), std::max(width, letter), 3 };
}

void FormulaText::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    const QRect place = faultRect();
    if (place.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme(palette()).failed, 1.3));
    QPainterPath wave(QPointF(place.left(), place.top() + 0.5));
    for (double x = place.left(); x < place.right(); x += 4)
        wave.cubicTo(x + 1.3, place.top() - 1.5, x + 2.7, place.top() + 3, x + 4, place.top() + 0.5);
    painter.drawPath(wave);
}

void FormulaText::markBrackets()
{
    const QString text = toPlainText();
    QList<QTextEdit::ExtraSelection> marks;
    const int cursor = textCursor().position();
    for (const int at : { cursor, cursor - 1 }) {
        const qsizetype partner = partnerBracket(text, at);
        if (partner < 0)
            continue;
        QColor ground = theme(palette()).accent;
        ground.setAlphaF(0.3F);
        for (const qsizetype place : { qsizetype(at), partner }) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(static_cast<int>(place));
            mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            mark.format.setBackground(ground);
            marks.append(mark);
        }
        break;
    }
    setExtraSelections(marks);
}

void FormulaText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT editingFinished();
}

void FormulaText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGeometry(); // another width breaks the lines elsewhere
}

void FormulaText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && highlighter_) {
        highlighter_->setPalette(palette());
        markBrackets();
    }
}

} // namespace thalweg
