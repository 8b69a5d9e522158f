#include "gui/parameters/panel_content.h"

#include "gui/parameters/panel_head.h"
#include "gui/parameters/raw_parameters.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace thalweg {

PanelContent::PanelContent(const QStringList &nodes, const QString &typeId, const NodeType *type,
    const std::function<Result<void>(const QString &)> &rename)
    : nodes_(nodes), typeId_(typeId), type_(type), head_(new PanelHead(rename)), raw_(new RawParameters)
{
    setMinimumWidth(1); // as narrow as the panel is, whatever its fields would like
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(head_);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    layout->addWidget(line);
    const QString title = type ? type->title : tr("Unknown node type");
    head_->setTexts(nodes.size() == 1 ? title : tr("%1 – %n nodes", nullptr, static_cast<int>(nodes.size())).arg(title),
        type ? type->summary
             : tr("No plugin that is loaded has a node type %1. The node is kept as the file has it.").arg(typeId));
    if (type)
        for (const Parameter &parameter : type->parameters)
            addRow(parameter);
    if (type && type->parameters.empty()) {
        auto *none = new QLabel(tr("This node has no parameters."));
        none->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(none);
    }
    layout->addWidget(raw_);
    layout->addStretch(1);
    raw_->hide();
    connect(raw_, &RawParameters::removeWanted, this,
        [this](const QString &parameter) { Q_EMIT edited(parameter, QJsonValue::Undefined, ++gesture_); });
}

void PanelContent::addRow(const Parameter &parameter)
{
    auto *row = new ParameterRow(parameter);
    rows_.push_back(row);
    layout()->addWidget(row);
    const QString name = parameter.name;
    connect(row->field(), &ParameterField::edited, this,
        [this, name](const QJsonValue &value) { Q_EMIT edited(name, value, gesture_); });
    connect(row->field(), &ParameterField::gestureEnded, this, [this] { ++gesture_; });
    connect(row, &ParameterRow::resetWanted, this,
        [this, name] { Q_EMIT edited(name, QJsonValue::Undefined, ++gesture_); });
    connect(row, &ParameterRow::driveWanted, this, [this, name] { Q_EMIT driveWanted(name); });
    connect(row, &ParameterRow::rangeWanted, this, [this, name] { Q_EMIT rangeWanted(name); });
    connect(row, &ParameterRow::cutWanted, this, [this, name] { Q_EMIT cutWanted(name); });
    connect(row, &ParameterRow::helpWanted, this, [this, name] { Q_EMIT helpWanted(name); });
}

ParameterRow *PanelContent::row(const QString &parameter) const
{
    const auto found
        = std::ranges::find(rows_, parameter, [](const ParameterRow *row) { return row->parameter().name; });
    return found == rows_.end() ? nullptr : *found;
}

void PanelContent::refresh(const Graph &graph, const LastOutput &lastOutput, const QString &directory, bool hasRange)
{
    head_->setId(nodes_.size() == 1 ? nodes_.first() : QString());
    wantedNames_.clear();
    for (ParameterRow *row : rows_) {
        row->field()->setDirectory(directory);
        refreshRow(*row, graph, lastOutput, hasRange);
    }
    QJsonObject unknown;
    for (const QString &id : nodes_) {
        const QJsonObject given = graph.find(id)->parameters;
        for (auto parameter = given.begin(); parameter != given.end(); ++parameter)
            if (!type_ || !type_->parameter(parameter.key()))
                unknown.insert(parameter.key(), *parameter);
    }
    raw_->show(unknown, type_ ? tr("In the file, but not known to this node type:") : tr("Its parameters:"));
}

void PanelContent::refreshRow(ParameterRow &row, const Graph &graph, const LastOutput &lastOutput, bool hasRange)
{
    const Parameter &parameter = row.parameter();
    if (!parameter.namesInput.isEmpty()) {
        const IncomingNames names = incomingNames(graph, nodes_.first(), parameter.namesInput, lastOutput);
        if (names.source && !names.areKnown && std::ranges::count(wantedNames_, *names.source) == 0)
            wantedNames_.push_back(*names.source);
        row.field()->setNames(names);
    }
    const QJsonValue first = graph.find(nodes_.first())->parameters.value(parameter.name);
    const bool isMixed = std::ranges::any_of(nodes_, [&](const QString &id) {
        const QJsonValue other = graph.find(id)->parameters.value(parameter.name);
        return other != first || other.isUndefined() != first.isUndefined();
    });
    row.setValue(first, isMixed);

    std::optional<Driver> driver;
    for (const Link &link : graph.links)
        if (nodes_.contains(link.to.node) && link.to.port == parameter.name)
            driver = { link.from.text(), lastOutput ? lastOutput(link.from).text : QString() };
    row.setDriver(driver);
    using Kind = Parameter::Kind;
    const bool isNumber = parameter.kind == Kind::Number || parameter.kind == Kind::Integer;
    row.setCanBeDriven(nodes_.size() == 1, hasRange && isNumber);
}

void PanelContent::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    alignLabels();
}

/// One column of labels, as wide as the widest word asks for, and never more than two fifths.
void PanelContent::alignLabels()
{
    int widest = 60;
    for (const ParameterRow *row : rows_)
        if (!row->field()->isWide())
            widest = std::max(widest, fontMetrics().horizontalAdvance(ParameterRow::labelText(row->parameter().name)));
    const int width = std::min(widest + 4, contentsRect().width() * 2 / 5);
    for (ParameterRow *row : rows_)
        row->setLabelWidth(width);
}

} // namespace thalweg
