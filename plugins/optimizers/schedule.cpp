#include "node_types.h"

#include <thalweg/inputs.h>
#include <thalweg/schedule.h>

namespace thalweg {

namespace {

void run(const Inputs &in, Outputs &out, RunContext &)
{
    QJsonObject description;
    for (const Parameter &parameter : in.type().parameters)
        description.insert(parameter.name, in.json(parameter.name));
    const auto schedule = Schedule::read(description);
    if (!schedule)
        throw schedule.error();
    out.set(QStringLiteral("schedule"), *schedule);
}

} // namespace

NodeType schedule()
{
    return {
        .id = QStringLiteral("optimizers.schedule"),
        .title = QStringLiteral("Schedule"),
        .summary = QStringLiteral("A learning rate that changes as the descent goes on."),
        .help = QStringLiteral(R"(# Schedule

Link `schedule` to the parameter `rate` of an optimizer. One schedule serves any number of them; the trace of each has the rate of
every update.

| kind | rate of update t = 0, 1, … |
|---|---|
| constant | η₀ |
| step | η₀ γ^⌊t / L⌋ |
| exponential | η₀ γ^(t / L) |
| polynomial | ηₑ + (η₀ − ηₑ) (1 − t / L)^p |
| inverse | η₀ / (1 + k t) |
| inverse-power | η₀ / (1 + k t)^p |
| cosine | ηₑ + (η₀ − ηₑ) (1 + cos(π t / L)) / 2 |
| warm-restarts | cosine over cycles, the first of length L, each `cycle_factor` times as long as the one before |
| one-cycle | up along half a wave from η₀ / `div_factor` to η₀ in the part `pct_start` of L, then down to η₀ / `div_factor` / `final_div_factor` |

η₀ is `rate`, ηₑ is `end_rate`, L is `length`, γ is `gamma`, k is `decay`, p is `power`. After L, polynomial, cosine and one-cycle stay
where they ended. An open `length` is the length of the run (`iterations` or `epochs` of the optimizer, 1000 updates where it has
neither), of step and warm-restarts a third of it.

With a `warm_up` W the first W updates have the rates 1/(W + 1), 2/(W + 1), … W/(W + 1) of the first rate; then the form begins, as
if t were 0. With `per` = epoch, t is the number of whole epochs made, and L and W are in epochs.

Convention: PyTorch's `torch.optim.lr_scheduler`: `StepLR` (L is `step_size`), `ExponentialLR` (with L = 1), `PolynomialLR`,
`CosineAnnealingLR` (which would rise again after L), `CosineAnnealingWarmRestarts` (L is `T_0`, the factor `T_mult`), `OneCycleLR`
without momentum. Inverse-power is Caffe's `inv`. Sources: Robbins and Monro, *A stochastic approximation method*, 1951; Loshchilov and
Hutter, *SGDR: stochastic gradient descent with warm restarts*, 2017; Smith and Topin, *Super-convergence*, 2018.

Example: `costs.formula` with `(theta - 5)^2` into `optimizers.lion` with 100 `iterations`, and this node with `kind` cosine and
`rate` 0.2 into its `rate`: it comes to rest at 5, where a constant rate would dance.)"),
        .parameters = Schedule::parameters(),
        .outputs
        = { output<Schedule>(QStringLiteral("schedule")).help(QStringLiteral("What drives an optimizer's `rate`.")) },
        .run = run,
    };
}

} // namespace thalweg
