#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <vector>

/// The update rules once more, from the published formulas, one number at a time and in extended precision: nothing
/// here knows of the code under test.
namespace thalweg::test::reference {

using Real = long double;
using Point = std::vector<Real>;

/// The options that were given, else the published defaults.
class Options {
public:
    explicit Options(QJsonObject given) : given_(std::move(given)) { }

    Real operator()(const char *name, double otherwise) const
    {
        return given_[QLatin1String(name)].toDouble(otherwise);
    }
    bool on(const char *name) const { return given_[QLatin1String(name)].toBool(); }
    Real inPair(const char *name, int index, double otherwise) const
    {
        return given_[QLatin1String(name)].toArray().at(index).toDouble(otherwise);
    }

private:
    QJsonObject given_;
};

/// The numbers that a rule remembers of one parameter, by the letter of the formula; 0 at first.
using Memory = std::map<char, Real>;

/// One parameter's new value. `g` is its gradient, `t` counts updates from 1.
using Step = std::function<Real(Real theta, Real g, Real rate, int t, Memory &m)>;

inline Real signOf(Real x)
{
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}

inline Step adamLike(const Options &o, const QString &id)
{
    const bool decoupled = id == "optimizers.adamw";
    const bool maximum = id == "optimizers.amsgrad";
    const Real b1 = o("beta1", 0.9);
    const Real b2 = o("beta2", 0.999);
    const Real eps = o("eps", 1e-8);
    const Real decay = o("weight_decay", decoupled ? 0.01 : 0);
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        if (decoupled)
            theta -= rate * decay * theta;
        else
            g += decay * theta;
        m['m'] = b1 * m['m'] + (1 - b1) * g;
        m['v'] = b2 * m['v'] + (1 - b2) * g * g;
        m['w'] = maximum ? std::max(m['w'], m['v']) : m['v'];
        const Real mHat = m['m'] / (1 - std::pow(b1, Real(t)));
        const Real vHat = m['w'] / (1 - std::pow(b2, Real(t)));
        return theta - rate * mHat / (std::sqrt(vHat) + eps);
    };
}

inline Step momentumLike(const Options &o, const QString &id)
{
    const Real mu = o("momentum", id == "optimizers.gradient-descent" ? 0 : 0.9);
    const Real tau = o("dampening", 0);
    const Real decay = o("weight_decay", 0);
    const bool nesterov = id == "optimizers.nesterov";
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        g += decay * theta;
        m['b'] = t == 1 ? g : mu * m['b'] + (1 - tau) * g;
        return theta - rate * (nesterov ? g + mu * m['b'] : m['b']);
    };
}

inline Step accumulating(const Options &o, const QString &id)
{
    const Real decay = o("weight_decay", 0);
    if (id == "optimizers.adagrad") {
        const Real eps = o("eps", 1e-10);
        const Real rateDecay = o("lr_decay", 0);
        const Real initial = o("initial_accumulator_value", 0);
        return [=](Real theta, Real g, Real rate, int t, Memory &m) {
            g += decay * theta;
            m['s'] = (t == 1 ? initial : m['s']) + g * g;
            return theta - rate / (1 + (t - 1) * rateDecay) * g / (std::sqrt(m['s']) + eps);
        };
    }
    if (id == "optimizers.adadelta") {
        const Real rho = o("rho", 0.9);
        const Real eps = o("eps", 1e-6);
        return [=](Real theta, Real g, Real rate, int, Memory &m) {
            g += decay * theta;
            m['v'] = rho * m['v'] + (1 - rho) * g * g;
            const Real step = std::sqrt(m['u'] + eps) / std::sqrt(m['v'] + eps) * g;
            m['u'] = rho * m['u'] + (1 - rho) * step * step;
            return theta - rate * step;
        };
    }
    const Real alpha = o("alpha", 0.99);
    const Real eps = o("eps", 1e-8);
    const Real mu = o("momentum", 0);
    const bool centered = o.on("centered");
    return [=](Real theta, Real g, Real rate, int, Memory &m) {
        g += decay * theta;
        m['v'] = alpha * m['v'] + (1 - alpha) * g * g;
        m['g'] = alpha * m['g'] + (1 - alpha) * g;
        const Real root = std::sqrt(centered ? m['v'] - m['g'] * m['g'] : m['v']);
        m['b'] = mu * m['b'] + g / (root + eps);
        return theta - rate * m['b'];
    };
}

inline Step nadam(const Options &o)
{
    const Real b1 = o("beta1", 0.9);
    const Real b2 = o("beta2", 0.999);
    const Real eps = o("eps", 1e-8);
    const Real psi = o("momentum_decay", 4e-3);
    const Real decay = o("weight_decay", 0);
    const auto mu = [=](int t) { return b1 * (1 - Real(0.5) * std::pow(Real(0.96), t * psi)); };
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        g += decay * theta;
        m['m'] = b1 * m['m'] + (1 - b1) * g;
        m['v'] = b2 * m['v'] + (1 - b2) * g * g;
        Real product = 1;
        for (int i = 1; i <= t; ++i)
            product *= mu(i);
        const Real mHat = mu(t + 1) * m['m'] / (1 - product * mu(t + 1)) + (1 - mu(t)) * g / (1 - product);
        return theta - rate * mHat / (std::sqrt(m['v'] / (1 - std::pow(b2, Real(t)))) + eps);
    };
}

inline Step radam(const Options &o)
{
    const Real b1 = o("beta1", 0.9);
    const Real b2 = o("beta2", 0.999);
    const Real eps = o("eps", 1e-8);
    const Real decay = o("weight_decay", 0);
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        g += decay * theta;
        m['m'] = b1 * m['m'] + (1 - b1) * g;
        m['v'] = b2 * m['v'] + (1 - b2) * g * g;
        const Real mHat = m['m'] / (1 - std::pow(b1, Real(t)));
        const Real all = 2 / (1 - b2) - 1;
        const Real rho = all - 2 * t * std::pow(b2, Real(t)) / (1 - std::pow(b2, Real(t)));
        if (rho <= 5)
            return theta - rate * mHat;
        const Real l = std::sqrt(1 - std::pow(b2, Real(t))) / (std::sqrt(m['v']) + eps);
        const Real r = std::sqrt((rho - 4) * (rho - 2) * all / ((all - 4) * (all - 2) * rho));
        return theta - rate * mHat * r * l;
    };
}

inline Step adamax(const Options &o)
{
    const Real b1 = o("beta1", 0.9);
    const Real b2 = o("beta2", 0.999);
    const Real eps = o("eps", 1e-8);
    const Real decay = o("weight_decay", 0);
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        g += decay * theta;
        m['m'] = b1 * m['m'] + (1 - b1) * g;
        m['u'] = std::max(b2 * m['u'], std::abs(g) + eps);
        return theta - rate / (1 - std::pow(b1, Real(t))) * m['m'] / m['u'];
    };
}

inline Step rprop(const Options &o)
{
    const Real down = o.inPair("etas", 0, 0.5);
    const Real up = o.inPair("etas", 1, 1.2);
    const Real least = o.inPair("step_sizes", 0, 1e-6);
    const Real most = o.inPair("step_sizes", 1, 50);
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        if (t == 1)
            m['d'] = rate;
        const Real product = g * m['g'];
        if (product > 0)
            m['d'] *= up;
        if (product < 0) {
            m['d'] *= down;
            g = 0;
        }
        m['d'] = std::min(std::max(m['d'], least), most);
        m['g'] = g;
        return theta - signOf(g) * m['d'];
    };
}

inline Step asgd(const Options &o)
{
    const Real lambd = o("lambd", 1e-4);
    const Real alpha = o("alpha", 0.75);
    const Real t0 = o("t0", 1e6);
    const Real decay = o("weight_decay", 0);
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        g += decay * theta;
        const Real eta = rate / std::pow(1 + lambd * rate * (t - 1), alpha);
        theta = theta * (1 - lambd * eta) - eta * g;
        m['a'] += (theta - m['a']) / std::max(Real(1), t - 1 - t0);
        return theta;
    };
}

inline Step newer(const Options &o, const QString &id)
{
    const Real b1 = o("beta1", 0.9);
    const Real decay = o("weight_decay", 0);
    if (id == "optimizers.lion") {
        const Real b2 = o("beta2", 0.99);
        return [=](Real theta, Real g, Real rate, int, Memory &m) {
            const Real update = signOf(b1 * m['m'] + (1 - b1) * g);
            m['m'] = b2 * m['m'] + (1 - b2) * g;
            return theta - rate * (update + decay * theta);
        };
    }
    const Real b2 = o("beta2", 0.999);
    if (id == "optimizers.yogi") {
        const Real eps = o("eps", 1e-3);
        const Real initial = o("initial_accumulator_value", 1e-6);
        return [=](Real theta, Real g, Real rate, int t, Memory &m) {
            if (t == 1)
                m['m'] = m['v'] = initial;
            g += decay * theta;
            m['m'] = b1 * m['m'] + (1 - b1) * g;
            m['v'] = m['v'] - (1 - b2) * signOf(m['v'] - g * g) * g * g;
            const Real mHat = m['m'] / (1 - std::pow(b1, Real(t)));
            return theta - rate * mHat / (std::sqrt(m['v'] / (1 - std::pow(b2, Real(t)))) + eps);
        };
    }
    const Real eps = o("eps", 1e-16);
    return [=](Real theta, Real g, Real rate, int t, Memory &m) {
        g += decay * theta;
        m['m'] = b1 * m['m'] + (1 - b1) * g;
        m['s'] = b2 * m['s'] + (1 - b2) * (g - m['m']) * (g - m['m']) + eps;
        const Real mHat = m['m'] / (1 - std::pow(b1, Real(t)));
        return theta - rate * mHat / (std::sqrt(m['s'] / (1 - std::pow(b2, Real(t)))) + eps);
    };
}

inline Step stepOf(const QString &id, const QJsonObject &parameters)
{
    const Options o(parameters);
    const QString rule = id.mid(id.indexOf('.') + 1);
    if (rule == "nadam")
        return nadam(o);
    if (rule == "radam")
        return radam(o);
    if (rule == "adamax")
        return adamax(o);
    if (rule == "rprop")
        return rprop(o);
    if (rule == "asgd")
        return asgd(o);
    if (rule == "adam" || rule == "adamw" || rule == "amsgrad")
        return adamLike(o, id);
    if (rule == "adagrad" || rule == "adadelta" || rule == "rmsprop")
        return accumulating(o, id);
    if (rule == "yogi" || rule == "adabelief" || rule == "lion")
        return newer(o, id);
    return momentumLike(o, id);
}

/// The iterates from `start`, clipped and looking ahead where the parameters say so.
inline std::vector<Point> iterates(const QString &id, const QJsonObject &parameters, Point theta,
    const std::function<Point(const Point &)> &slope, int steps, std::vector<Memory> *memories = nullptr)
{
    const Options o(parameters);
    const Step step = stepOf(id, parameters);
    const Real rate = o("rate", 0.001);
    const int k = int(o("lookahead", 0));
    Point slow = theta;
    std::vector<Memory> memory(theta.size());
    std::vector<Point> all { theta };
    for (int t = 1; t <= steps; ++t) {
        Point g = slope(theta);
        if (const Real c = o("clip_value", 0); c > 0)
            for (Real &x : g)
                x = std::min(std::max(x, -c), c);
        if (const Real c = o("clip_norm", 0); c > 0) {
            Real squares = 0;
            for (Real x : g)
                squares += x * x;
            const Real factor = std::min(Real(1), c / (std::sqrt(squares) + Real(1e-6)));
            for (Real &x : g)
                x *= factor;
        }
        for (std::size_t i = 0; i < theta.size(); ++i)
            theta[i] = step(theta[i], g[i], rate, t, memory[i]);
        if (k > 0 && t % k == 0)
            for (std::size_t i = 0; i < theta.size(); ++i)
                theta[i] = slow[i] = slow[i] + o("lookahead_alpha", 0.5) * (theta[i] - slow[i]);
        all.push_back(theta);
    }
    if (memories)
        *memories = memory;
    return all;
}

} // namespace thalweg::test::reference
