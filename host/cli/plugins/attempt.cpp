#include "attempt.h"

#include "fingerprint.h"

#include <thalweg/table.h>

#include <QJsonDocument>

#include <algorithm>

namespace thalweg {

namespace {

QString faultOf(const Error &error)
{
    const QString text = error.text();
    if (error.message().isEmpty())
        return QStringLiteral("refuses with an empty message; say what is wrong and what would be right");
    if (text.contains(QLatin1Char('\n')) || text.size() > 2000)
        return QStringLiteral("refuses in %1 characters of more than one line or above 2,000: %2")
            .arg(text.size())
            .arg(text.left(200));
    return {};
}

void describe(const Value &value)
{
    (void)value.text();
    (void)value.summary();
    (void)value.table();
}

QString shortJson(const QJsonValue &value)
{
    const QString text
        = QString::fromUtf8(QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact)).chopped(1);
    return text.size() > 60 ? text.mid(1, 60) + QStringLiteral("…") : text.mid(1);
}

} // namespace

TrialContext::TrialContext(const QString &folder, std::chrono::milliseconds patience)
    : RunContext(1, folder), end_(std::chrono::steady_clock::now() + patience)
{
}

bool TrialContext::goOn()
{
    if (!stopped_ && std::chrono::steady_clock::now() > end_)
        stopped_ = true;
    return !stopped_;
}

Attempt attempt(const NodeType &type, const Trial &trial, TrialContext &context)
{
    Inputs inputs(type, trial.parameters);
    for (const auto &[port, value] : trial.values)
        inputs.add(port, value);
    if (const Result<void> fits = inputs.check(); !fits)
        return {};
    const auto fault = [](const QString &text) { return Attempt { .fault = text }; };
    try {
        Outputs outputs(type);
        type.run(inputs, outputs, context);
        const bool none = std::ranges::all_of(outputs.values(), [](const ValuePtr &value) { return !value; });
        if (none && !type.outputs.empty() && !context.stopped())
            return fault(QStringLiteral("ended without an output"));
        for (const ValuePtr &value : outputs.values())
            if (value)
                describe(*value);
        return { .outputs = outputs.values(), .stopped = context.stopped() };
    } catch (const Stopped &) {
        return context.stopped() ? Attempt { .stopped = true }
                                 : fault(QStringLiteral("stopped without having been asked to"));
    } catch (const Error &error) {
        return fault(faultOf(error));
    } catch (const std::bad_alloc &) {
        return {}; // asked for more memory than there is, which the host tells in words
    } catch (const std::exception &error) {
        return fault(QStringLiteral("threw what is not a thalweg::Error: %1").arg(QString::fromUtf8(error.what())));
    } catch (...) {
        return fault(QStringLiteral("threw what is not a std::exception"));
    }
}

std::vector<Trial> plausibleTrials(const NodeType &type, const Samples &samples)
{
    std::vector<std::vector<ValuePtr>> choices;
    std::size_t count = 1;
    for (const Port &port : type.inputs) {
        choices.push_back(samples.of(port.type));
        if (choices.back().empty() && !port.isOptional)
            return {};
        count = std::max(count, choices.back().size());
    }
    QJsonObject required;
    for (const Parameter &parameter : type.parameters)
        if (parameter.isRequired)
            required.insert(parameter.name, plausibleValue(parameter));

    std::vector<Trial> trials;
    for (std::size_t k = 0; k < count; ++k) {
        Trial trial { .place = QStringLiteral("with its defaults"), .parameters = required };
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (choices[i].empty())
                continue;
            const ValuePtr &value = choices[i][k % choices[i].size()];
            trial.values.emplace_back(type.inputs[i].name, value);
            trial.place
                += QStringLiteral(", %1 = %2 (%3)").arg(type.inputs[i].name, value->type().id, value->text().left(40));
        }
        trials.push_back(trial);
        const auto vary = [&](const Parameter &parameter, const QJsonValue &value) {
            Trial varied = trial;
            varied.byDefault = false;
            varied.parameters.insert(parameter.name, value);
            varied.place.replace(0, int(qstrlen("with its defaults")),
                QStringLiteral("with %1 = %2").arg(parameter.name, shortJson(value)));
            trials.push_back(varied);
        };
        for (const Parameter &parameter : type.parameters) {
            if (parameter.kind == Parameter::Kind::Boolean)
                vary(parameter, !parameter.defaultValue.toBool());
            else if (parameter.kind == Parameter::Kind::Choice)
                for (const QString &choice : parameter.choices)
                    vary(parameter, choice);
            else if (parameter.kind == Parameter::Kind::Formula || parameter.kind == Parameter::Kind::File)
                vary(parameter, plausibleValue(parameter));
        }
    }
    return trials;
}

QByteArray fingerprint(const Attempt &attempt)
{
    QByteArray all;
    for (const ValuePtr &value : attempt.outputs)
        all += value ? fingerprint(*value) : QByteArray("null");
    return all;
}

} // namespace thalweg
