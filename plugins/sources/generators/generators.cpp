#include "generators.h"

#include <cmath>
#include <numbers>

namespace thalweg {

namespace {

using std::numbers::pi;
using Setting = Generator::Setting;

constexpr int manyClasses = 26; // one a letter

void fillNormal(std::span<double> x, Random &random)
{
    for (double &value : x)
        value = random.normal();
}

void fillUniform(std::span<double> x, double from, double to, Random &random)
{
    for (double &value : x)
        value = random.uniform(from, to);
}

/// Rows take the classes in turn, so that all are of one size.
int classOf(const Setting &setting)
{
    return static_cast<int>(setting.row % static_cast<std::size_t>(setting.classes));
}

int setPoint(std::span<double> x, double x1, double x2, const Setting &setting, Random &random)
{
    x[0] = x1 + setting.noise * random.normal();
    x[1] = x2 + setting.noise * random.normal();
    return classOf(setting);
}

double linear(std::span<double> x, const Setting &setting, Random &random)
{
    fillNormal(x, random);
    double y = 1;
    for (std::size_t j = 0; j < x.size(); ++j)
        y += (j % 2 ? -1.0 : 1.0) * static_cast<double>(j + 2) * x[j];
    return y + setting.noise * random.normal();
}

double polynomial(std::span<double> x, const Setting &setting, Random &random)
{
    fillUniform(x, -1, 1, random);
    const double t = x[0];
    return 1 + t - 2 * t * t + 3 * t * t * t + setting.noise * random.normal();
}

double sine(std::span<double> x, const Setting &setting, Random &random)
{
    fillUniform(x, 0, 2 * pi, random);
    return std::sin(x[0]) + setting.noise * random.normal();
}

double friedman(std::span<double> x, const Setting &setting, Random &random)
{
    fillUniform(x, 0, 1, random);
    const double centred = x[2] - 0.5;
    return 10 * std::sin(pi * x[0] * x[1]) + 20 * centred * centred + 10 * x[3] + 5 * x[4]
        + setting.noise * random.normal();
}

double logistic(std::span<double> x, const Setting &setting, Random &random)
{
    fillNormal(x, random);
    double z = 0;
    for (std::size_t j = 0; j < x.size(); ++j)
        z += (j % 2 ? -1.0 : 1.0) * x[j];
    z = 1 + 2 * z / std::sqrt(static_cast<double>(x.size()));
    double u = 0;
    while (u == 0)
        u = random.uniform();
    const double logisticNoise = std::log(u / (1 - u)); // the quantile function of the standard logistic law
    return z + setting.noise * logisticNoise > 0 ? 1 : 0;
}

double blobs(std::span<double> x, const Setting &setting, Random &random)
{
    const double angle = 2 * pi * classOf(setting) / setting.classes;
    return setPoint(x, 4 * std::cos(angle), 4 * std::sin(angle), setting, random);
}

double moons(std::span<double> x, const Setting &setting, Random &random)
{
    const double t = random.uniform(0, pi);
    if (classOf(setting) == 0)
        return setPoint(x, std::cos(t), std::sin(t), setting, random);
    return setPoint(x, 1 - std::cos(t), 0.5 - std::sin(t), setting, random);
}

double circles(std::span<double> x, const Setting &setting, Random &random)
{
    const double t = random.uniform(0, 2 * pi);
    const double radius = (1.0 + classOf(setting)) / setting.classes;
    return setPoint(x, radius * std::cos(t), radius * std::sin(t), setting, random);
}

double spirals(std::span<double> x, const Setting &setting, Random &random)
{
    const double s = random.uniform();
    const double angle = 3 * pi * s + 2 * pi * classOf(setting) / setting.classes;
    return setPoint(x, s * std::cos(angle), s * std::sin(angle), setting, random);
}

} // namespace

const std::vector<Generator> &generators()
{
    using Target = Generator::Target;
    static const std::vector<Generator> all {
        { QStringLiteral("linear"), 1, true, 0.5, Target::Number, 0, linear },
        { QStringLiteral("polynomial"), 1, false, 0.1, Target::Number, 0, polynomial },
        { QStringLiteral("sine"), 1, false, 0.1, Target::Number, 0, sine },
        { QStringLiteral("friedman"), 5, false, 1, Target::Number, 0, friedman },
        { QStringLiteral("logistic"), 1, true, 1, Target::ZeroOrOne, 2, logistic },
        { QStringLiteral("blobs"), 2, false, 1, Target::Class, manyClasses, blobs },
        { QStringLiteral("moons"), 2, false, 0.1, Target::Class, 2, moons },
        { QStringLiteral("circles"), 2, false, 0.05, Target::Class, manyClasses, circles },
        { QStringLiteral("spirals"), 2, false, 0.02, Target::Class, manyClasses, spirals },
    };
    return all;
}

} // namespace thalweg
