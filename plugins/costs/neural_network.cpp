#include "node_types.h"

#include "linear_model/linear_cost_node.h"
#include "neural_network/network_cost.h"

#include <thalweg/inputs.h>
#include <thalweg/plain_values.h>

#include <QJsonArray>

#include <cmath>

namespace thalweg {

namespace {

constexpr double mostUnits = 10'000; ///< of a layer
constexpr std::size_t mostParameters = 1'000'000;

struct NamedActivation {
    const char *name;
    Activation activation;
    Initialisation initialisation; ///< what suits it
};

constexpr NamedActivation activations[] = {
    { "tanh", Activation::Tanh, Initialisation::Glorot },
    { "sigmoid", Activation::Sigmoid, Initialisation::Glorot },
    { "relu", Activation::Relu, Initialisation::He },
    { "leaky-relu", Activation::LeakyRelu, Initialisation::He },
    { "elu", Activation::Elu, Initialisation::He },
    { "softplus", Activation::Softplus, Initialisation::Glorot },
    { "identity", Activation::Identity, Initialisation::Glorot },
};

QStringList activationNames()
{
    QStringList names;
    for (const NamedActivation &one : activations)
        names += QLatin1String(one.name);
    return names;
}

const NamedActivation &activationCalled(const QString &name)
{
    return activations[activationNames().indexOf(name)];
}

/// In the order of Initialisation.
const QStringList &initialisations()
{
    static const QStringList names { QStringLiteral("glorot"), QStringLiteral("he"), QStringLiteral("lecun") };
    return names;
}

std::vector<std::size_t> hiddenUnits(const std::vector<double> &layers)
{
    std::vector<std::size_t> units;
    for (const double count : layers) {
        if (!(count >= 1 && count <= mostUnits && count == std::floor(count)))
            throw Error(QStringLiteral("a layer of %1 units; each number is a whole one from 1 to %2")
                            .arg(shortNumber(count), shortNumber(mostUnits)))
                .at(QStringLiteral("parameter layers"));
        units.push_back(static_cast<std::size_t>(count));
    }
    return units;
}

bool isOfClasses(const QString &loss, const Dataset &dataset)
{
    return loss == QLatin1String("cross-entropy")
        || (loss == QLatin1String("automatic") && !dataset.classes().isEmpty());
}

void run(const Inputs &in, Outputs &out, RunContext &)
{
    NetworkCostContent content;
    content.dataset = in.value<Dataset>(QStringLiteral("dataset"));
    const bool ofClasses = isOfClasses(in.text(QStringLiteral("loss")), *content.dataset);
    content.classes = checkTarget(*content.dataset, ofClasses ? Target::Classes : Target::Numbers,
        ofClasses ? QStringLiteral("the cross-entropy loss") : QStringLiteral("the squared loss"));
    const qsizetype classes = content.classes.size();

    Network &network = content.network;
    network.units = hiddenUnits(in.numbers(QStringLiteral("layers")));
    network.units.insert(network.units.begin(), static_cast<std::size_t>(content.dataset->featureCount()));
    network.units.push_back(classes > 2 ? static_cast<std::size_t>(classes) : 1);
    network.loss = classes > 2 ? NetworkLoss::Softmax : classes == 2 ? NetworkLoss::Logistic : NetworkLoss::Squared;
    const NamedActivation &activation = activationCalled(in.text(QStringLiteral("activation")));
    network.activation = activation.activation;
    const auto scheme = initialisations().indexOf(in.text(QStringLiteral("initialisation")));
    network.initialisation = scheme < 0 ? activation.initialisation : static_cast<Initialisation>(scheme);
    if (const std::size_t count = parameterCount(network.layers()); count > mostParameters)
        throw Error(QStringLiteral("would make %1 parameters; at most %2 are allowed").arg(count).arg(mostParameters))
            .at(QStringLiteral("parameter layers"));

    content.reduction = reductionOf(in);
    out.set(QStringLiteral("objective"), std::make_shared<NetworkCost>(std::move(content)));
}

Parameter layersParameter()
{
    Parameter layers
        = numbers(QStringLiteral("layers"))
              .unit(QStringLiteral("units"))
              .help(QStringLiteral("Units of each hidden layer, from the features on: [8, 4]. With none, [], "
                                   "the model is linear."));
    layers.defaultValue = QJsonArray { 8 };
    return layers;
}

} // namespace

NodeType neuralNetwork()
{
    return {
        .id = QStringLiteral("costs.neural-network"),
        .title = QStringLiteral("Neural network"),
        .summary = QStringLiteral("Fully connected layers with back-propagation, for numbers or classes."),
        .help = QStringLiteral(R"help(The cost of a fully connected network over the m rows (xᵢ, yᵢ) of a dataset:

**J(θ) = (1/m) Σᵢ loss(zᵢ, yᵢ)**, z = W_L a_{L−1} + b_L, a_l = φ(W_l a_{l−1} + b_l), a₀ = x

The hidden layers 1 … L−1 have the numbers of units in `layers` and the activation φ; the last layer has none. With `layers` [] the
model is linear, and J that of costs.least-squares, costs.logistic or costs.softmax.

| activation | φ(z) | slope at a kink |
|---|---|---|
| `tanh` | tanh z | |
| `sigmoid` | 1 / (1 + exp(−z)), the logistic function | |
| `relu` | max(z, 0) | 0 |
| `leaky-relu` | z where z > 0, else z/100 | 1/100 |
| `elu` | z where z > 0, else exp(z) − 1 | |
| `softplus` | log(1 + exp(z)) | |
| `identity` | z | |

| loss | target | outputs | loss of a row |
|---|---|---|---|
| `squared` | a number | 1 | (z − y)² |
| `cross-entropy` | one of 2 classes | 1 | log(1 + exp(−s z)), s = −1 for the first class, +1 for the second |
| `cross-entropy` | one of K ≥ 3 classes | K | log Σ_c exp(z_c) − z_y |

`automatic` takes cross-entropy (in nats) where the target is a column of classes, else squared; cross-entropy also takes the numbers
0, 1, …, K − 1 for classes. A model predicts the number, or the probabilities of classes, 1 / (1 + exp(−z)) of the second of two and
exp(z_c) / Σ exp(z) of more. Losses are computed without overflow for outputs of any size.

## Parameters
θ holds, layer after layer, the weights and then the biases: `w1[age:3]` is the weight from the feature age to unit 3 of the first
layer, `b1[3]` that unit's bias, `w2[3:1]` the weight from unit 3 of layer 1 to unit 1 of layer 2. A single output has no number,
`w2[3]` and `b2`; outputs of classes bear their names, `w2[3:cat]` and `b2[cat]`. costs.regularize leaves the biases alone.

## Start
From zeros all units of a layer stay alike for ever, so θ₀ is random: an optimizer's `start` is by default, and at random, what
`initialisation` says, drawn by the workflow's seed. Biases begin at 0, and the weights of a layer have the mean 0 and

| initialisation | distribution | variance | source |
|---|---|---|---|
| `glorot` | uniform | 2 / (inputs + units) | X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, 2010 |
| `he` | normal | 2 / inputs | K. He and others, *Delving deep into rectifiers*, 2015 |
| `lecun` | normal | 1 / inputs | Y. LeCun and others, *Efficient BackProp*, 1998 |

`automatic` is he for relu, leaky-relu and elu, and glorot for the others. The schemes assume features of mean 0 and variance 1: put
tables.standardize before. Without hidden layers the start is as for any cost, zeros by default.

## Gradient and edges
The gradient is exact to rounding, by back-propagation (D. E. Rumelhart, G. E. Hinton and R. J. Williams, *Learning
representations by back-propagating errors*, Nature 323 (1986), pp. 533–536), in tiles of 64 rows; the bits are the same on any number
of threads and any processor of the same family. J is not convex and has many minima: try several seeds. A network that separates the
classes has a cost without a minimum, and a warning says so; a penalty on the weights mends it.

One row is enough; no row, no target, and a target that does not suit the loss are errors. A layer has 1 to 10,000 units, and a network
at most 1,000,000 parameters. Where numbers overflow, the cost is not finite and a descent ends as diverged.

**Example**, which runs as written:

```json
{"format": "thalweg-workflow", "version": 1, "seed": 1,
 "nodes": [
  {"id": "rows", "type": "sources.generate", "parameters": {"kind": "moons", "rows": 200}},
  {"id": "data", "type": "tables.dataset", "parameters": {"target": "target"}},
  {"id": "cost", "type": "costs.neural-network", "parameters": {"layers": [8, 4]}},
  {"id": "adam", "type": "optimizers.adam", "parameters": {"rate": 0.02, "iterations": 500}},
  {"id": "score", "type": "models.score"}],
 "links": ["rows.table -> data.table", "data.dataset -> cost.dataset", "cost.objective -> adam.objective",
  "adam.model -> score.model", "data.dataset -> score.dataset"]}
```)help"),
        .parameters = {
            layersParameter(),
            choice(QStringLiteral("activation"), activationNames(), QStringLiteral("tanh"))
                .help(QStringLiteral("φ of the hidden units; see the table.")),
            choice(QStringLiteral("loss"),
                { QStringLiteral("automatic"), QStringLiteral("squared"), QStringLiteral("cross-entropy") },
                QStringLiteral("automatic"))
                .help(QStringLiteral("What the outputs of a row cost; automatic: cross-entropy for classes, else squared.")),
            choice(QStringLiteral("initialisation"), QStringList(QStringLiteral("automatic")) + initialisations(),
                QStringLiteral("automatic"))
                .help(QStringLiteral("The scheme of the random start; automatic: the one that suits the activation.")),
            reductionParameter(),
        },
        .inputs = { datasetPort() },
        .outputs = { output<Objective>(QStringLiteral("objective"))
                .help(QStringLiteral("The cost J of m terms; its parameters are the weights and biases.")) },
        .run = run,
    };
}

} // namespace thalweg
