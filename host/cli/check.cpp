#include "cli/commands.h"

#include "cli/console.h"
#include "cli/load.h"

namespace thalweg {

int check(const QString &file)
{
    const Result<Workflow> workflow = openWorkflow(file);
    if (!workflow) {
        complain(workflow.error());
        return BadInput;
    }
    if (!isSound(workflow->graph, loadAllPlugins(), file))
        return BadInput;
    printLine(QStringLiteral("%1: sound, %2 nodes and %3 links")
                  .arg(file)
                  .arg(workflow->graph.nodes.size())
                  .arg(workflow->graph.links.size()));
    return Finished;
}

} // namespace thalweg
