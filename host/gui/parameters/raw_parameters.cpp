#include "gui/parameters/raw_parameters.h"

#include "gui/theme/icons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace thalweg {

namespace {

QString jsonText(const QJsonValue &value)
{
    constexpr qsizetype longest = 200;
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    const QString text = QString::fromUtf8(list.mid(1, list.size() - 2));
    return text.size() > longest ? text.left(longest) + QStringLiteral("…") : text;
}

} // namespace

RawParameters::RawParameters() : layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(4);
}

void RawParameters::show(const QJsonObject &parameters, const QString &title)
{
    setVisible(!parameters.isEmpty());
    if (parameters == shown_)
        return;
    shown_ = parameters;
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *head = new QLabel(title);
    head->setWordWrap(true);
    head->setForegroundRole(QPalette::PlaceholderText);
    layout_->addWidget(head);
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *text = new QLabel(QStringLiteral("%1: %2").arg(parameter.key(), jsonText(*parameter)));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setMinimumWidth(60);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *remove = new QToolButton;
        remove->setIcon(icon(QStringLiteral("remove")));
        remove->setAutoRaise(true);
        remove->setToolTip(tr("Remove %1 from the node").arg(parameter.key()));
        remove->setAccessibleName(remove->toolTip());
        layout->addWidget(text, 1);
        layout->addWidget(remove, 0, Qt::AlignTop);
        layout_->addWidget(line);
        connect(
            remove, &QToolButton::clicked, this, [this, name = parameter.key()] { Q_EMIT removeWanted(name); },
            Qt::QueuedConnection);
    }
}

} // namespace thalweg
