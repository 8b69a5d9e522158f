#include "gui/parameters/parameter_row.h"

#include "gui/parameters/scrub_label.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

namespace thalweg {

namespace {

QToolButton *smallButton(const QString &iconName, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setIconSize({ 14, 14 });
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFixedSize(22, 22);
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // what stands beside it does not jump
    button->setSizePolicy(policy);
    return button;
}

/// Behind the label: beside the field there is no room for it in a narrow panel.
QString unitText(const Parameter &parameter)
{
    // `epochs` counts epochs: nobody need be told.
    const bool hasUnit = !parameter.unitText.isEmpty() && parameter.unitText != QLatin1String("1")
        && parameter.unitText != parameter.name;
    return hasUnit ? QStringLiteral(" (%1)").arg(parameter.unitText) : QString();
}

} // namespace

ParameterRow::ParameterRow(const Parameter &parameter)
    : field_(makeField(parameter)), label_(new ScrubLabel(labelText(parameter.name) + unitText(parameter))),
      drive_(smallButton(QStringLiteral("link"), tr("Drive %1 by a link").arg(parameter.name))),
      reset_(smallButton(QStringLiteral("reset"), tr("Back to the default: %1").arg(field_->defaultText()))),
      message_(new QLabel), driverText_(new QLabel), driverLine_(makeDriverLine())
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    label_->setBuddy(field_);
    label_->setCanScrub(field_->canScrub());
    label_->setToolTip(toolTipText());
    label_->setMinimumHeight(24);
    layout->addWidget(label_, 0, 0, Qt::AlignTop);
    layout->addWidget(reset_, 0, 2, Qt::AlignTop);
    layout->addWidget(drive_, 0, 3, Qt::AlignTop);
    // A wide field begins under its label; the message stands under the field.
    const int fieldRow = field_->isWide() ? 1 : 0;
    const int fieldColumn = field_->isWide() ? 0 : 1;
    const int span = field_->isWide() ? 4 : 1;
    layout->addWidget(field_, fieldRow, fieldColumn, 1, span);
    layout->addWidget(driverLine_, fieldRow, fieldColumn, 1, span);
    layout->addWidget(message_, 2, field_->isWide() ? 0 : 1, 1, field_->isWide() ? 4 : 3);
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->hide();
    field_->setToolTip(toolTipText());
    drive_->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(drive_);
    menu->addAction(tr("Drive by a link"), this, &ParameterRow::driveWanted);
    rangeAction_ = menu->addAction(tr("Drive with a new range"), this, &ParameterRow::rangeWanted);
    drive_->setMenu(menu);
    drive_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    setTabOrder(field_, reset_);
    setTabOrder(reset_, drive_);
    setColours();
    setDriver({});
    reset_->hide();

    connect(reset_, &QToolButton::clicked, this, [this] {
        field_->setFocus(); // the button is about to go
        Q_EMIT resetWanted();
    });
    connect(label_, &ScrubLabel::begun, field_, [this] {
        Q_EMIT field_->gestureEnded();
        field_->beginScrub();
    });
    connect(label_, &ScrubLabel::moved, field_, [this](double pixels) { field_->scrub(pixels); });
    connect(label_, &ScrubLabel::ended, field_, &ParameterField::gestureEnded);
    connect(field_, &ParameterField::problemChanged, this, [this](const QString &problem) {
        message_->setText(problem);
        message_->setVisible(!problem.isEmpty() && !driverLine_->isVisibleTo(this));
        field_->setAccessibleDescription(problem.isEmpty() ? this->parameter().helpText : problem);
    });
    field_->setAccessibleDescription(parameter.helpText);
}

QWidget *ParameterRow::makeDriverLine()
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    driverText_->setTextFormat(Qt::PlainText);
    driverText_->setWordWrap(true);
    auto *cut = smallButton(QStringLiteral("unlink"), tr("Cut the link and set the value here"));
    layout->addWidget(driverText_, 1);
    layout->addWidget(cut, 0, Qt::AlignTop);
    connect(cut, &QToolButton::clicked, this, &ParameterRow::cutWanted);
    return line;
}

void ParameterRow::setValue(const QJsonValue &value, bool isMixed)
{
    if (isMixed)
        field_->setMixed();
    else
        field_->setValue(value);
    isGiven_ = isMixed || !value.isUndefined();
    reset_->setVisible(isGiven_ && !driverLine_->isVisibleTo(this));
}

void ParameterRow::setDriver(const std::optional<Driver> &driver)
{
    driverLine_->setVisible(driver.has_value());
    field_->setVisible(!driver);
    drive_->setVisible(!driver);
    reset_->setVisible(isGiven_ && !driver);
    message_->setVisible(!driver && !message_->text().isEmpty());
    label_->setCanScrub(!driver && field_->canScrub());
    if (driver)
        driverText_->setText(driver->lastValue.isEmpty() ? tr("from %1").arg(driver->from)
                                                         : tr("from %1: %2").arg(driver->from, driver->lastValue));
}

void ParameterRow::setCanBeDriven(bool can, bool canHaveRange)
{
    drive_->setEnabled(can);
    rangeAction_->setVisible(canHaveRange);
}

void ParameterRow::setLabelWidth(int width)
{
    if (!field_->isWide())
        label_->setFixedWidth(width);
}

QString ParameterRow::labelText(const QString &name)
{
    QString text = name;
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    const bool isSymbol = text.indexOf(QLatin1Char(' ')) == 1 || text.size() == 1;
    if (!isSymbol)
        text[0] = text[0].toUpper();
    return text;
}

QString ParameterRow::toolTipText() const
{
    const Parameter &described = field_->parameter();
    QStringList lines { QStringLiteral("<b>%1</b>").arg(described.name.toHtmlEscaped()) };
    if (!described.helpText.isEmpty())
        lines += described.helpText.toHtmlEscaped();
    const QString unit = described.unitText.isEmpty() || described.unitText == QLatin1String("1")
        ? QString()
        : tr(", in %1").arg(described.unitText);
    lines += tr("Takes %1.").arg((described.range() + unit).toHtmlEscaped());
    lines += tr("Default: %1").arg(field_->defaultText().toHtmlEscaped());
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("</p><p>")));
}

bool ParameterRow::event(QEvent *event)
{
    // F1 is the field's before it is the window's.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1)
        event->accept();
    return QWidget::event(event);
}

void ParameterRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1)
        Q_EMIT helpWanted();
    else
        QWidget::keyPressEvent(event);
}

void ParameterRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setColours();
}

void ParameterRow::setColours()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme(palette()).failed);
    message_->setPalette(colours);
    colours.setColor(QPalette::WindowText, theme(palette()).accent);
    driverText_->setPalette(colours);
}

} // namespace thalweg
