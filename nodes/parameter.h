#pragma once

#include "result.h"
#include "value.h"

#include <QJsonValue>
#include <QStringList>

#include <limits>
#include <optional>

namespace thalweg {

/// A setting of a node, described once: the panel, the file's checks, `--set` and the reference page come from this.
///
/// Made by number(), integer(), … and refined in a chain:
/// `number("rate", 0.001).atLeast(0).unit("1").help("Step size η.")`
class THALWEG_EXPORT Parameter {
public:
    enum class Kind {
        Number, ///< a finite number
        Integer, ///< a whole number, at most 2⁵³ in size
        Boolean,
        Text,
        Choice, ///< one of `choices`; where these are `true` and `false`, JSON's true and false as well
        File, ///< a path; a relative one starts at the workflow file
        Formula, ///< a text in the language of formulas
        Numbers, ///< a list of finite numbers
        Names, ///< a list of texts
        Point, ///< a θ: a list of numbers in order, an object name → number, one number, or one of `choices`
        Colour, ///< `#rrggbb`
    };

    /// A slider beside the field: a convenience that narrows nothing, the range is `minimum` and `maximum`.
    struct Slider {
        double from;
        double to;
        bool isLogarithmic = false; ///< equal ways are equal ratios

        bool operator==(const Slider &) const = default;
    };

    Parameter(QString name, Kind kind, QJsonValue defaultValue)
        : name(std::move(name)), kind(kind), defaultValue(std::move(defaultValue))
    {
    }

    QString name;
    Kind kind;
    QJsonValue defaultValue; ///< null: may be left open
    QString unitText;
    QString helpText; ///< one or two sentences
    QStringList choices;
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    bool minimumExcluded = false;
    bool maximumExcluded = false;
    bool isRequired = false; ///< has no default and must be given
    bool isLong = false; ///< a text of many lines
    std::optional<Slider> sliderHint; ///< of a number or an integer
    QString namesInput; ///< the input whose value has the names that may stand here; empty: there is none

    Parameter help(const QString &text) const
    {
        return with([&](Parameter &p) { p.helpText = text; });
    }
    Parameter unit(const QString &text) const
    {
        return with([&](Parameter &p) { p.unitText = text; });
    }
    Parameter atLeast(double bound) const
    {
        return with([&](Parameter &p) { p.minimum = bound; });
    }
    Parameter atMost(double bound) const
    {
        return with([&](Parameter &p) { p.maximum = bound; });
    }
    Parameter above(double bound) const
    {
        return with([&](Parameter &p) { p.minimum = bound, p.minimumExcluded = true; });
    }
    Parameter below(double bound) const
    {
        return with([&](Parameter &p) { p.maximum = bound, p.maximumExcluded = true; });
    }
    Parameter required() const
    {
        return with([](Parameter &p) { p.isRequired = true, p.defaultValue = {}; });
    }
    /// May be left open (null): the node then chooses by itself, as its help says.
    Parameter optional() const
    {
        return with([](Parameter &p) { p.defaultValue = {}; });
    }
    Parameter lines() const
    {
        return with([](Parameter &p) { p.isLong = true; });
    }

    /// Of a number or an integer: the panel offers a slider over this range, which lies within the bounds.
    Parameter slider(double from, double to) const
    {
        return with([&](Parameter &p) { p.sliderHint = Slider { from, to }; });
    }
    /// The same where sizes matter more than differences, as for a learning rate; `from` is above 0.
    Parameter logSlider(double from, double to) const
    {
        return with([&](Parameter &p) { p.sliderHint = Slider { from, to, true }; });
    }
    /// Of a text, names, a point or a formula: the panel offers the names of the value at that input, that is the
    /// columns of a table, features and target of a dataset, the parameters of an objective, a descent or a model.
    /// Other names stay allowed: what the input has is known only when it runs.
    Parameter namesFrom(const QString &input) const
    {
        return with([&](Parameter &p) { p.namesInput = input; });
    }

    /// Whether `value` may stand here; the error says what is wrong and what would be right, without a place.
    Result<void> check(const QJsonValue &value) const;

    /// Whether a link that carries values of `type` may drive it, and the JSON value that such a value gives: 0 and 1
    /// are false and true, a single number or text is a list of one.
    bool accepts(const ValueType &type) const;
    Result<QJsonValue> fromValue(const Value &value) const;

    /// `number`, `integer`, … as files and reference pages say it.
    QString kindId() const;
    /// What may stand here, in words: `a number above 0 and at most 1`.
    QString range() const;

private:
    template <class Change> Parameter with(Change change) const
    {
        Parameter changed = *this;
        change(changed);
        return changed;
    }
};

/// What a text or a choice says: JSON's true and false as the words.
THALWEG_EXPORT QString asText(const QJsonValue &value);

THALWEG_EXPORT Parameter number(const QString &name, double defaultValue = 0);
THALWEG_EXPORT Parameter integer(const QString &name, qint64 defaultValue = 0);
THALWEG_EXPORT Parameter boolean(const QString &name, bool defaultValue);
THALWEG_EXPORT Parameter text(const QString &name, const QString &defaultValue = QString());
THALWEG_EXPORT Parameter choice(const QString &name, const QStringList &choices, const QString &defaultValue);
THALWEG_EXPORT Parameter file(const QString &name);
THALWEG_EXPORT Parameter formula(const QString &name, const QString &defaultValue = QString());
THALWEG_EXPORT Parameter numbers(const QString &name);
THALWEG_EXPORT Parameter names(const QString &name);
/// `words` are the texts that may stand instead of numbers; the first is the default.
THALWEG_EXPORT Parameter point(const QString &name, const QStringList &words);
/// `#rrggbb`, six hexadecimal digits for red, green and blue; by default left open.
THALWEG_EXPORT Parameter colour(const QString &name);

} // namespace thalweg
