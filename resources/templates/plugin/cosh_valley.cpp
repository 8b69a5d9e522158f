#include <thalweg/objective.h>
#include <thalweg/plugin.h>

using namespace thalweg;

// J(θ) = Σᵢ cosh(θᵢ − c): a smooth valley with its minimum at θᵢ = c.
class CoshValley final : public Objective {
public:
    CoshValley(double centre, int dimension) : Objective(numberedNames("theta", dimension)), centre_(centre) { }

    double valueAndGradient(ConstVectorRef theta, VectorRef gradient) const override
    {
        gradient = (theta.array() - centre_).sinh();
        return (theta.array() - centre_).cosh().sum();
    }

private:
    double centre_;
};

NodeType coshValley()
{
    return {
        .id = "example.cosh-valley",
        .title = "Cosh valley",
        .summary = "Smooth convex cost with its minimum at the centre.",
        .help = "J(θ) = Σᵢ cosh(θᵢ − c), with the gradient sinh(θᵢ − c). The minimum is J = n, where all θᵢ = c.",
        .parameters = {
            number("centre", 1).help("Where the minimum lies: c."),
            integer("dimension", 2).atLeast(1).atMost(1000).help("How many parameters θᵢ there are: n."),
        },
        .outputs = { output<Objective>("objective").help("J(θ).") },
        .run = [](const Inputs &in, Outputs &out, RunContext &) {
            const auto dimension = static_cast<int>(in.integer("dimension"));
            out.set("objective", std::make_shared<CoshValley>(in.number("centre"), dimension));
        },
    };
}

THALWEG_PLUGIN(coshValley)
