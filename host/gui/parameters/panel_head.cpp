#include "gui/parameters/panel_head.h"

#include "gui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace thalweg {

PanelHead::PanelHead(const std::function<Result<void>(const QString &)> &rename)
    : rename_(rename), title_(new QLabel), summary_(new QLabel), idLine_(new QWidget), idEdit_(new QLineEdit),
      problem_(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QLabel *label : { title_, summary_, problem_ }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *line = new QHBoxLayout(idLine_);
    line->setContentsMargins(0, 4, 0, 0);
    line->setSpacing(8);
    auto *label = new QLabel(tr("&Name"));
    label->setBuddy(idEdit_);
    line->addWidget(label);
    line->addWidget(idEdit_, 1);
    idEdit_->setAccessibleName(tr("Name of the node"));
    idEdit_->setToolTip(
        tr("The node's name in this workflow: letters, digits, _ and -, starting with a letter. Links follow."));
    layout->addWidget(title_);
    layout->addWidget(summary_);
    layout->addWidget(idLine_);
    layout->addWidget(problem_);
    problem_->hide();
    setColours();
    connect(idEdit_, &QLineEdit::editingFinished, this, &PanelHead::take);
}

void PanelHead::setTexts(const QString &title, const QString &summary)
{
    title_->setText(title);
    summary_->setText(summary);
    summary_->setVisible(!summary.isEmpty());
}

void PanelHead::setId(const QString &id)
{
    idLine_->setVisible(!id.isEmpty());
    if (id == id_)
        return;
    id_ = id;
    idEdit_->setText(id);
    problem_->hide();
}

void PanelHead::take()
{
    const QString wanted = idEdit_->text().trimmed();
    problem_->hide();
    if (wanted == id_)
        return;
    if (const Result<void> renamed = rename_(wanted); !renamed) {
        problem_->setText(renamed.error().message().left(1).toUpper() + renamed.error().message().mid(1));
        problem_->show();
    }
}

void PanelHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setColours();
}

void PanelHead::setColours()
{
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * 1.2);
    larger.setBold(true);
    title_->setFont(larger);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme(palette()).faintText);
    summary_->setPalette(colours);
    colours.setColor(QPalette::WindowText, theme(palette()).failed);
    problem_->setPalette(colours);
}

} // namespace thalweg
