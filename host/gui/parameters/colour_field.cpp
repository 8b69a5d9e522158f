#include "gui/parameters/fields.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace thalweg {

namespace {

class ColourField final : public ParameterField {
public:
    explicit ColourField(const Parameter &parameter)
        : ParameterField(parameter), swatch_(new QToolButton), line_(new QLineEdit)
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(swatch_);
        layout->addWidget(line_, 1);
        setFocusProxy(line_);
        swatch_->setToolTip(tr("Choose a colour…"));
        swatch_->setAccessibleName(tr("Choose a colour for %1").arg(parameter.name));
        line_->setAccessibleName(parameter.name);
        line_->setMinimumWidth(60);
        connect(swatch_, &QToolButton::clicked, this, [this] { choose(); });
        connect(line_, &QLineEdit::textEdited, this, [this](const QString &text) {
            give(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : text.trimmed());
            paintSwatch();
        });
        connect(line_, &QLineEdit::editingFinished, this, &ParameterField::gestureEnded);
    }

protected:
    void display() override
    {
        line_->setPlaceholderText(isMixed() ? tr("several values") : defaultText());
        if (line_->text().compare(value().toString(), Qt::CaseInsensitive) != 0)
            line_->setText(value().toString());
        paintSwatch();
    }

private:
    void choose()
    {
        auto *dialog = new QColorDialog(QColor(effective().toString()), window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
            line_->setText(colour.name());
            give(colour.name());
            paintSwatch();
            Q_EMIT gestureEnded();
        });
        dialog->open();
    }

    /// Nothing chosen: a stroke through an empty square.
    void paintSwatch()
    {
        const int size = swatch_->iconSize().height();
        QPixmap pixmap(QSize(size, size) * devicePixelRatio());
        pixmap.setDevicePixelRatio(devicePixelRatio());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QColor colour(effective().toString());
        const QRectF square(0.5, 0.5, size - 1, size - 1);
        if (colour.isValid())
            painter.setBrush(colour);
        painter.drawRoundedRect(square, 3, 3);
        if (!colour.isValid())
            painter.drawLine(square.bottomLeft(), square.topRight());
        painter.end();
        swatch_->setIcon(pixmap);
    }

    QToolButton *swatch_;
    QLineEdit *line_;
};

} // namespace

ParameterField *colourField(const Parameter &parameter)
{
    return new ColourField(parameter);
}

} // namespace thalweg
