#include "gui/parameters/parameter_panel.h"

#include "gui/parameters/panel_content.h"
#include "gui/parameters/panel_edits.h"

#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace thalweg {

namespace {

QWidget *notice(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setContentsMargins(20, 32, 20, 20);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ParameterPanel::ParameterPanel(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(240);
    setAccessibleName(tr("Parameters"));
    rebuild();
}

ParameterPanel::~ParameterPanel() = default;

void ParameterPanel::setDocument(Document *document)
{
    if (document_)
        document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::changed, this, &ParameterPanel::take);
        connect(document_, &QObject::destroyed, this, [this] { setSelection({}); });
    }
    setSelection({});
}

void ParameterPanel::setNodeTypes(const NodeTypes &types)
{
    types_ = types;
    rebuild();
}

void ParameterPanel::setLastOutput(const LastOutput &lastOutput)
{
    lastOutput_ = lastOutput;
    refreshSoon();
}

void ParameterPanel::setDirectory(const QString &directory)
{
    directory_ = directory;
    refreshSoon();
}

void ParameterPanel::setSelection(const QStringList &nodes)
{
    if (nodes == selection_ && content_)
        return;
    selection_ = nodes;
    rebuild();
}

void ParameterPanel::refreshOutputs(const QString &node)
{
    if (!content_ || !document_)
        return;
    const bool isNear = std::ranges::any_of(document_->graph().links,
        [&](const Link &link) { return link.from.node == node && selection_.contains(link.to.node); });
    if (isNear)
        refreshSoon();
}

void ParameterPanel::focusParameter(const QString &parameter)
{
    ParameterRow *row = content_ ? content_->row(parameter) : nullptr;
    if (!row)
        return;
    ensureWidgetVisible(row);
    row->field()->setFocus(Qt::OtherFocusReason);
}

void ParameterPanel::take(const Change &change)
{
    if (const auto *node = std::get_if<NodeChange>(&change)) {
        const bool isRename = node->before && node->after && node->before->id != node->after->id;
        const qsizetype at = node->before ? selection_.indexOf(node->before->id) : -1;
        if (isRename && at >= 0) {
            selection_[at] = node->after->id;
            if (content_)
                content_->setNodes(selection_);
        } else if (!node->after && at >= 0) {
            selection_.removeAt(at);
            rebuildIsDue_ = true;
        }
    }
    refreshSoon();
}

void ParameterPanel::refreshSoon()
{
    if (refreshIsDue_)
        return;
    refreshIsDue_ = true;
    // Once for all changes of an edit, and never from within a field's own signal.
    QMetaObject::invokeMethod(this, &ParameterPanel::refresh, Qt::QueuedConnection);
}

void ParameterPanel::refresh()
{
    refreshIsDue_ = false;
    if (!document_ || !content_)
        return;
    // A type can change under a node where undo puts another one in its place.
    const bool isSame = std::ranges::all_of(selection_, [this](const QString &id) {
        const Node *node = document_->graph().find(id);
        return node && node->type == content_->typeId();
    });
    if (!isSame || rebuildIsDue_)
        return rebuild();
    content_->refresh(
        document_->graph(), lastOutput_, directory_, types_.find(QStringLiteral("sources.range")) != nullptr);
    for (const End &output : content_->wantedNames())
        Q_EMIT namesWanted(output);
}

void ParameterPanel::rebuild()
{
    rebuildIsDue_ = false;
    content_ = nullptr;
    QStringList typeIds;
    if (document_) {
        selection_.removeIf([this](const QString &id) { return !document_->graph().find(id); });
        for (const QString &id : std::as_const(selection_))
            if (const QString type = document_->graph().find(id)->type; !typeIds.contains(type))
                typeIds += type;
    } else {
        selection_.clear();
    }
    if (selection_.isEmpty())
        return setWidget(notice(tr("Select a node to see its parameters.")));
    if (typeIds.size() > 1)
        return setWidget(
            notice(tr("Nodes of %n types are selected. Select nodes of one type to set their parameters together.",
                nullptr, static_cast<int>(typeIds.size()))));
    makeContent(typeIds.first());
    refresh();
}

void ParameterPanel::makeContent(const QString &typeId)
{
    content_
        = new PanelContent(selection_, typeId, types_.find(typeId), [this](const QString &to) { return rename(to); });
    setWidget(content_);
    connect(
        content_, &PanelContent::edited, this, [this](const QString &parameter, const QJsonValue &value, int gesture) {
            make(setParameterOfAll(document_->graph(), selection_, parameter, value, gesture));
        });
    connect(content_, &PanelContent::driveWanted, this,
        [this](const QString &parameter) { Q_EMIT driveWanted(selection_.first(), parameter); });
    connect(content_, &PanelContent::rangeWanted, this, [this](const QString &parameter) {
        make(driveWithNewRange(document_->graph(), types_, selection_.first(), parameter));
    });
    connect(content_, &PanelContent::cutWanted, this, &ParameterPanel::cut);
    connect(content_, &PanelContent::helpWanted, this,
        [this, typeId](const QString &parameter) { Q_EMIT helpWanted(typeId, parameter); });
}

void ParameterPanel::make(const Result<Edit> &edit)
{
    if (edit)
        document_->make(*edit);
    else
        Q_EMIT refused(edit.error().message());
}

Result<void> ParameterPanel::rename(const QString &to)
{
    const Result<Edit> edit = renameNode(document_->graph(), selection_.first(), to);
    if (!edit)
        return edit.error();
    document_->make(*edit);
    return {};
}

void ParameterPanel::cut(const QString &parameter)
{
    Edit all { tr("Cut the link to %1").arg(parameter), {}, {} };
    const Graph &graph = document_->graph();
    for (std::size_t i = graph.links.size(); i-- > 0;) // from behind, so that places stay right
        if (selection_.contains(graph.links[i].to.node) && graph.links[i].to.port == parameter)
            all.changes.push_back(LinkChange { i, graph.links[i], {} });
    document_->make(all);
}

bool ParameterPanel::event(QEvent *event)
{
    // F1 is the panel's before it is the window's.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1 && content_)
        event->accept();
    return QScrollArea::event(event);
}

void ParameterPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1 && content_)
        Q_EMIT helpWanted(content_->typeId(), {});
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace thalweg
