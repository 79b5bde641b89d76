#include "run_options_json.h"

#include <QJsonArray>

#include <cmath>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// A whole number stays one: JSON has only doubles, which QJsonValue keeps apart as long as they are exact.
std::optional<lesson::Value> valueOf(const QJsonValue& json)
{
    if (json.isBool())
        return json.toBool();
    if (json.isString())
        return json.toString().toStdString();
    if (!json.isDouble())
        return std::nullopt;
    const double number = json.toDouble();
    if (number == std::floor(number) && std::abs(number) < 9e15)
        return static_cast<std::int64_t>(number);
    return number;
}

QJsonValue jsonOf(const lesson::Value& value)
{
    return std::visit(
        [](const auto& plain) {
            if constexpr (std::is_same_v<std::decay_t<decltype(plain)>, std::int64_t>)
                return QJsonValue(static_cast<qint64>(plain));
            else if constexpr (std::is_same_v<std::decay_t<decltype(plain)>, std::string>)
                return QJsonValue(QString::fromStdString(plain));
            else
                return QJsonValue(plain);
        },
        value);
}

std::optional<std::string> textOf(const QJsonValue& json)
{
    return json.isString() ? std::optional(json.toString().toStdString()) : std::nullopt;
}

} // namespace

QJsonObject toJson(const RunOptions& options)
{
    QJsonObject object;
    if (options.cores)
        object["cores"_L1] = *options.cores;
    if (options.python)
        object["python"_L1] = QString::fromStdString(*options.python);
    if (options.schedule)
        object["schedule"_L1] = QString::fromStdString(*options.schedule);
    if (options.switchIntervalMs)
        object["switchInterval"_L1] = *options.switchIntervalMs;
    QJsonObject parameters;
    for (const auto& [name, value] : options.parameters)
        parameters[QString::fromStdString(name)] = jsonOf(value);
    if (!parameters.isEmpty())
        object["parameters"_L1] = parameters;
    QJsonArray arguments;
    for (const std::string& argument : options.arguments)
        arguments.append(QString::fromStdString(argument));
    if (!arguments.isEmpty())
        object["arguments"_L1] = arguments;
    return object;
}

RunOptions runOptionsFromJson(const QJsonObject& object)
{
    RunOptions options;
    if (const QJsonValue cores = object["cores"_L1]; cores.isDouble())
        options.cores = cores.toInt();
    options.python = textOf(object["python"_L1]);
    options.schedule = textOf(object["schedule"_L1]);
    if (const QJsonValue interval = object["switchInterval"_L1]; interval.isDouble())
        options.switchIntervalMs = interval.toDouble();
    const QJsonObject parameters = object["parameters"_L1].toObject();
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter)
        if (auto value = valueOf(*parameter))
            options.parameters[parameter.key().toStdString()] = *value;
    for (const auto& argument : object["arguments"_L1].toArray())
        if (auto text = textOf(argument))
            options.arguments.push_back(*text);
    return options;
}

} // namespace il::app
