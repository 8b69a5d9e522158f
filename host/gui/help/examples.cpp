#include "gui/help/examples.h"

#include "workflow/workflow.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace thalweg {

QString examplesFolder()
{
    const QString folder = QDir::cleanPath(QCoreApplication::applicationDirPath() + QLatin1Char('/')
                               + QStringLiteral(THALWEG_FROM_BIN_TO_SHARE))
        + QStringLiteral("/workflows");
    return QDir(folder).exists() ? folder : QString();
}

QList<Example> examplesIn(const QString &folder)
{
    if (folder.isEmpty())
        return {};
    QList<Example> examples;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({ QStringLiteral("*.thalweg") }, QDir::Files, QDir::Name)) {
        const QString path = dir.absoluteFilePath(name);
        const Result<Workflow> workflow = openWorkflow(path);
        if (!workflow)
            continue;
        examples += { path, workflow->graph.title.isEmpty() ? name : workflow->graph.title, workflow->graph.description,
            workflow->graph };
    }
    std::ranges::stable_sort(examples, {}, [](const Example &example) { return example.graph.nodes.size(); });
    return examples;
}

QStringList Example::types() const
{
    QStringList types;
    for (const Node &node : graph.nodes)
        types += node.type;
    types.removeDuplicates();
    return types;
}

QList<Example> examplesWith(const QList<Example> &examples, const QString &type)
{
    QList<Example> with;
    std::copy_if(examples.begin(), examples.end(), std::back_inserter(with),
        [&](const Example &example) { return example.types().contains(type); });
    return with;
}

} // namespace thalweg
