#include "cli/describe.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace thalweg {

namespace {

QJsonObject portJson(const Port &port)
{
    return { { QStringLiteral("name"), port.name }, { QStringLiteral("type"), port.type.id },
        { QStringLiteral("optional"), port.isOptional }, { QStringLiteral("many"), port.isMany },
        { QStringLiteral("help"), port.helpText } };
}

QJsonObject parameterJson(const Parameter &parameter)
{
    QJsonObject json { { QStringLiteral("name"), parameter.name }, { QStringLiteral("kind"), parameter.kindId() },
        { QStringLiteral("required"), parameter.isRequired }, { QStringLiteral("default"), parameter.defaultValue },
        { QStringLiteral("range"), parameter.range() }, { QStringLiteral("help"), parameter.helpText } };
    if (!parameter.unitText.isEmpty())
        json.insert(QStringLiteral("unit"), parameter.unitText);
    if (!parameter.choices.isEmpty())
        json.insert(QStringLiteral("choices"), QJsonArray::fromStringList(parameter.choices));
    if (std::isfinite(parameter.minimum))
        json.insert(parameter.minimumExcluded ? QStringLiteral("above") : QStringLiteral("minimum"), parameter.minimum);
    if (std::isfinite(parameter.maximum))
        json.insert(parameter.maximumExcluded ? QStringLiteral("below") : QStringLiteral("maximum"), parameter.maximum);
    if (const auto &slider = parameter.sliderHint)
        json.insert(QStringLiteral("slider"),
            QJsonObject { { QStringLiteral("from"), slider->from }, { QStringLiteral("to"), slider->to },
                { QStringLiteral("logarithmic"), slider->isLogarithmic } });
    if (!parameter.namesInput.isEmpty())
        json.insert(QStringLiteral("names_from"), parameter.namesInput);
    if (parameter.isLong)
        json.insert(QStringLiteral("lines"), true);
    return json;
}

template <class Described>
QJsonArray all(const std::vector<Described> &described, QJsonObject (*json)(const Described &))
{
    QJsonArray array;
    for (const Described &one : described)
        array.append(json(one));
    return array;
}

QString portLine(const Port &port)
{
    const QString notes = (port.isOptional ? QStringLiteral(", may be left open") : QString())
        + (port.isMany ? QStringLiteral(", any number of links") : QString());
    return QStringLiteral("- `%1` (%2%3): %4\n").arg(port.name, port.type.id, notes, port.helpText);
}

QString defaultText(const Parameter &parameter)
{
    if (parameter.isRequired)
        return QStringLiteral("must be given");
    if (parameter.defaultValue.isNull())
        return QStringLiteral("may be left open");
    const QByteArray list = QJsonDocument(QJsonArray { parameter.defaultValue }).toJson(QJsonDocument::Compact);
    return QStringLiteral("default %1").arg(QString::fromUtf8(list.mid(1, list.size() - 2)));
}

QString parameterLine(const Parameter &parameter)
{
    const QString unit = parameter.unitText.isEmpty() ? QString() : QStringLiteral(", in %1").arg(parameter.unitText);
    return QStringLiteral("- `%1` (%2%3; %4): %5\n")
        .arg(parameter.name, parameter.range(), unit, defaultText(parameter), parameter.helpText);
}

} // namespace

QJsonObject describeJson(const NodeType &type)
{
    return { { QStringLiteral("id"), type.id }, { QStringLiteral("version"), type.version },
        { QStringLiteral("title"), type.title }, { QStringLiteral("category"), type.category() },
        { QStringLiteral("summary"), type.summary }, { QStringLiteral("help"), type.help },
        { QStringLiteral("parameters"), all(type.parameters, parameterJson) },
        { QStringLiteral("inputs"), all(type.inputs, portJson) },
        { QStringLiteral("outputs"), all(type.outputs, portJson) } };
}

QString describeText(const NodeType &type)
{
    QString text
        = QStringLiteral("%1 (version %2)\n%3: %4\n\n").arg(type.id).arg(type.version).arg(type.title, type.summary);
    const auto section = [&](const QString &title, const auto &described, auto line) {
        if (described.empty())
            return;
        text += QStringLiteral("## %1\n").arg(title);
        for (const auto &one : described)
            text += line(one);
        text += QLatin1Char('\n');
    };
    section(QStringLiteral("Inputs"), type.inputs, portLine);
    section(QStringLiteral("Outputs"), type.outputs, portLine);
    section(QStringLiteral("Parameters"), type.parameters, parameterLine);
    return text + type.help.trimmed();
}

} // namespace thalweg
