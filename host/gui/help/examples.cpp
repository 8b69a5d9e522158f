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
    struct Sized {
        Example example;
        std::size_t nodes;
    };
    QList<Sized> found;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({ QStringLiteral("*.thalweg") }, QDir::Files, QDir::Name)) {
        const QString path = dir.absoluteFilePath(name);
        const Result<Workflow> workflow = openWorkflow(path);
        if (!workflow)
            continue;
        QStringList types;
        for (const Node &node : workflow->graph.nodes)
            types += node.type;
        types.removeDuplicates();
        found += { { path, workflow->graph.title.isEmpty() ? name : workflow->graph.title, workflow->graph.description,
                       types },
            workflow->graph.nodes.size() };
    }
    std::stable_sort(found.begin(), found.end(), [](const Sized &a, const Sized &b) { return a.nodes < b.nodes; });
    QList<Example> examples;
    for (const Sized &one : found)
        examples += one.example;
    return examples;
}

QList<Example> examplesWith(const QList<Example> &examples, const QString &type)
{
    QList<Example> with;
    std::copy_if(examples.begin(), examples.end(), std::back_inserter(with),
        [&](const Example &example) { return example.types.contains(type); });
    return with;
}

} // namespace thalweg
