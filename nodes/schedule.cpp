#include "schedule.h"

#include "plain_values.h"
#include "table.h"

#include <QJsonObject>

#include <cmath>
#include <numbers>

namespace thalweg {

namespace {

/// In the order of Schedule::Kind.
const QStringList kinds { QStringLiteral("constant"), QStringLiteral("step"), QStringLiteral("exponential"),
    QStringLiteral("polynomial"), QStringLiteral("inverse"), QStringLiteral("inverse-power"), QStringLiteral("cosine"),
    QStringLiteral("warm-restarts"), QStringLiteral("one-cycle") };

/// From `from` to `to` along half a wave, as `part` goes from 0 to 1.
double halfWave(double from, double to, double part)
{
    return to + (from - to) / 2 * (1 + std::cos(std::numbers::pi * std::min(part, 1.0)));
}

std::optional<double> optionalNumber(const QJsonValue &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

/// With its defaults filled in; refuses what a schedule cannot be.
Result<QJsonObject> complete(const QJsonObject &given)
{
    const std::vector<Parameter> parameters = Schedule::parameters();
    QJsonObject all;
    for (const Parameter &parameter : parameters) {
        const QJsonValue value = given.contains(parameter.name) ? given[parameter.name] : parameter.defaultValue;
        if (const Result<void> fits = parameter.check(value); !fits)
            return fits.error().at(QStringLiteral("schedule: %1").arg(parameter.name));
        all.insert(parameter.name, value);
    }
    for (const QString &name : given.keys())
        if (!all.contains(name))
            return Error(QStringLiteral("has no \"%1\"; it has: %2").arg(name, all.keys().join(QStringLiteral(", "))))
                .at(QStringLiteral("schedule"));
    return all;
}

} // namespace

std::vector<Parameter> Schedule::parameters()
{
    return {
        choice(QStringLiteral("kind"), kinds, QStringLiteral("cosine"))
            .help(QStringLiteral("The form of the curve; the help gives each formula.")),
        number(QStringLiteral("rate"), 0.1)
            .atLeast(0)
            .help(QStringLiteral("η₀: the rate at the start; of one-cycle the largest.")),
        number(QStringLiteral("end_rate"), 0)
            .atLeast(0)
            .help(QStringLiteral("Where polynomial, cosine and each cycle of warm-restarts end.")),
        number(QStringLiteral("length"))
            .optional()
            .above(0)
            .help(QStringLiteral(
                "L: updates (or epochs) that the form is stretched over. Open: what the run has after the "
                "warm-up; of step and warm-restarts a third of that.")),
        number(QStringLiteral("gamma"), 0.1)
            .above(0)
            .help(
                QStringLiteral("γ: the factor each length brings: of step at once, of exponential little by little.")),
        number(QStringLiteral("decay"), 0.01)
            .atLeast(0)
            .help(QStringLiteral("k of inverse and inverse-power: the larger, the sooner the rate falls.")),
        number(QStringLiteral("power"))
            .optional()
            .above(0)
            .help(QStringLiteral("p. Open: 1 of polynomial, 0.5 of inverse-power.")),
        number(QStringLiteral("cycle_factor"), 1)
            .atLeast(1)
            .help(QStringLiteral("Warm-restarts: each cycle is so many times as long as the one before.")),
        number(QStringLiteral("pct_start"), 0.3)
            .atLeast(0)
            .below(1)
            .help(QStringLiteral("One-cycle: the part of the length in which the rate rises.")),
        number(QStringLiteral("div_factor"), 25)
            .atLeast(1)
            .help(QStringLiteral("One-cycle: it starts with the rate divided by this.")),
        number(QStringLiteral("final_div_factor"), 1e4)
            .atLeast(1)
            .help(QStringLiteral("One-cycle: it ends with the first rate divided by this.")),
        number(QStringLiteral("warm_up"), 0)
            .atLeast(0)
            .help(QStringLiteral("W: updates (or epochs) in which the rate rises in a line before the form begins.")),
        choice(QStringLiteral("per"), { QStringLiteral("update"), QStringLiteral("epoch") }, QStringLiteral("update"))
            .help(QStringLiteral("What t, length and warm-up count: updates, or whole epochs (passes over the rows).")),
    };
}

Schedule::Schedule(const QJsonObject &description)
    : description_(description), kind_(static_cast<Kind>(kinds.indexOf(description[QLatin1String("kind")].toString()))),
      rate_(description[QLatin1String("rate")].toDouble()), endRate_(description[QLatin1String("end_rate")].toDouble()),
      length_(optionalNumber(description[QLatin1String("length")])),
      gamma_(description[QLatin1String("gamma")].toDouble()), decay_(description[QLatin1String("decay")].toDouble()),
      power_(optionalNumber(description[QLatin1String("power")])),
      cycleFactor_(description[QLatin1String("cycle_factor")].toDouble()),
      pctStart_(description[QLatin1String("pct_start")].toDouble()),
      divFactor_(description[QLatin1String("div_factor")].toDouble()),
      finalDivFactor_(description[QLatin1String("final_div_factor")].toDouble()),
      warmUp_(description[QLatin1String("warm_up")].toDouble()),
      countsEpochs_(description[QLatin1String("per")].toString() == QLatin1String("epoch"))
{
}

Result<std::shared_ptr<const Schedule>> Schedule::read(const QJsonValue &json)
{
    QJsonObject given = json.toObject();
    if (json.isDouble())
        given = { { QStringLiteral("kind"), kinds.first() }, { QStringLiteral("rate"), json } };
    else if (!json.isObject())
        return Error(QStringLiteral("must be a number or an object that describes a schedule"));
    const Result<QJsonObject> description = complete(given);
    if (!description)
        return description.error();
    return std::shared_ptr<const Schedule>(new Schedule(*description));
}

const ValueType &Schedule::staticType()
{
    static const ValueType type { QStringLiteral("schedule"), QStringLiteral("Schedule"), QStringLiteral("#be185d") };
    return type;
}

QString Schedule::text() const
{
    return QStringLiteral("%1, rate %2").arg(kinds[static_cast<int>(kind_)], shortNumber(rate_));
}

QJsonObject Schedule::summary() const
{
    return { { QStringLiteral("value"), description_ } };
}

std::shared_ptr<const Table> Schedule::table() const
{
    constexpr int total = 1000;
    NumberCells at(total);
    NumberCells rates(total);
    for (std::size_t t = 0; t < total; ++t) {
        at[t] = static_cast<double>(t);
        rates[t] = rate(at[t], total);
    }
    const QString unit = countsEpochs_ ? QStringLiteral("epoch") : QStringLiteral("update");
    return std::make_shared<Table>(
        std::vector { Column { unit, std::move(at) }, Column { QStringLiteral("rate"), std::move(rates) } });
}

double Schedule::rate(double t, double total) const
{
    const double rest = std::max(total - warmUp_, 1.0);
    const double rate = t < warmUp_ ? afterWarmUp(0, rest) * (t + 1) / (warmUp_ + 1) : afterWarmUp(t - warmUp_, rest);
    return std::min(rate, std::numeric_limits<double>::max());
}

double Schedule::length(double total) const
{
    const bool repeats = kind_ == Kind::Step || kind_ == Kind::WarmRestarts;
    return length_.value_or(repeats ? total / 3 : total);
}

double Schedule::afterWarmUp(double t, double total) const
{
    const double length = this->length(total);
    switch (kind_) {
    case Kind::Constant:
        return rate_;
    case Kind::Step:
        return rate_ * std::pow(gamma_, std::floor(t / length));
    case Kind::Exponential:
        return rate_ * std::pow(gamma_, t / length);
    case Kind::Polynomial:
        return endRate_ + (rate_ - endRate_) * std::pow(1 - std::min(t / length, 1.0), power_.value_or(1));
    case Kind::Inverse:
        return rate_ / (1 + decay_ * t);
    case Kind::InversePower:
        return rate_ / std::pow(1 + decay_ * t, power_.value_or(0.5));
    case Kind::Cosine:
        return halfWave(rate_, endRate_, t / length);
    case Kind::WarmRestarts:
        return warmRestarts(t, length);
    case Kind::OneCycle:
        return oneCycle(t, length);
    }
    Q_UNREACHABLE();
}

double Schedule::warmRestarts(double t, double length) const
{
    const double factor = cycleFactor_;
    if (factor == 1)
        return halfWave(rate_, endRate_, std::fmod(t, length) / length);
    // n cycles take L (fⁿ − 1) / (f − 1); where rounding takes n for one too few or too many, the next lines mend it.
    double before = std::floor(std::log(t / length * (factor - 1) + 1) / std::log(factor));
    const auto start = [&](double cycles) { return length * (std::pow(factor, cycles) - 1) / (factor - 1); };
    if (start(before + 1) <= t)
        ++before;
    else if (start(before) > t)
        --before;
    return halfWave(rate_, endRate_, (t - start(before)) / (length * std::pow(factor, before)));
}

double Schedule::oneCycle(double t, double length) const
{
    const double first = rate_ / divFactor_;
    const double top = pctStart_ * length - 1;
    if (t <= top && top > 0)
        return halfWave(first, rate_, t / top);
    return halfWave(rate_, first / finalDivFactor_, (t - top) / (length - 1 - top));
}

} // namespace thalweg
