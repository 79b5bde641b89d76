#include "lesson/metadata_reader.h"

#include <algorithm>

namespace il::lesson {

void MetadataReader::problem(const toml::source_region& where, const char* id, std::vector<std::string> args)
{
    constexpr int prefix = 2; // "# " before every line of the block
    const int line = m_program.metadataLine + static_cast<int>(where.begin.line) - 1;
    script::Diagnostic diagnostic = aboutFile(id, m_program.file, std::move(args));
    if (where.begin.line > 0 && line >= 1 && line <= static_cast<int>(m_program.lines.size())) {
        diagnostic.line = line;
        diagnostic.column = static_cast<int>(where.begin.column) + prefix;
        diagnostic.endColumn =
            where.end.line == where.begin.line ? static_cast<int>(where.end.column) + prefix : 0;
        diagnostic.sourceLine = m_program.lines[static_cast<std::size_t>(line - 1)];
    }
    m_problems.push_back(std::move(diagnostic));
}

void MetadataReader::wrongType(std::string_view key, const toml::node& node, const char* expected)
{
    problem(node.source(), "metadata-type", {std::string(key), expected});
}

void MetadataReader::unknownKey(const toml::key& key, const char* known)
{
    problem(key.source(), "metadata-unknown-key", {std::string(key.str()), known});
}

void MetadataReader::text(std::string_view key, const toml::node& node, std::string& value)
{
    const auto read = node.value_exact<std::string>();
    if (!read)
        return wrongType(key, node, "@text");
    if (read->empty())
        return problem(node.source(), "metadata-empty", {std::string(key)});
    value = *read;
}

void MetadataReader::texts(std::string_view key, const toml::node& node, std::vector<std::string>& values)
{
    const toml::array* array = node.as_array();
    if (!array)
        return wrongType(key, node, "@texts");
    for (const toml::node& element : *array) {
        values.emplace_back();
        text(key, element, values.back());
    }
}

void MetadataReader::integer(std::string_view key, const toml::node& node, int min, int max, int& value)
{
    const auto read = node.value_exact<std::int64_t>();
    if (!read)
        return wrongType(key, node, "@whole-number");
    if (*read < min || *read > max)
        return problem(node.source(), "metadata-range",
                       {std::string(key), std::to_string(min), std::to_string(max)});
    value = static_cast<int>(*read);
}

void MetadataReader::choice(std::string_view key, const toml::node& node,
                            std::initializer_list<std::string_view> choices, std::string& value)
{
    const auto read = node.value_exact<std::string>();
    if (read && std::find(choices.begin(), choices.end(), *read) != choices.end()) {
        value = *read;
        return;
    }
    std::string list;
    for (const std::string_view one : choices)
        list.append(list.empty() ? "" : ", ").append(one);
    problem(node.source(), "metadata-choice", {std::string(key), list});
}

void MetadataReader::localized(std::string_view key, const toml::node& node,
                               std::array<std::string, 2>& values)
{
    if (node.is_string()) {
        text(key, node, values[0]);
        values[1] = values[0];
        return;
    }
    const toml::table* table = node.as_table();
    if (!table)
        return wrongType(key, node, "@localized");
    constexpr std::array<std::string_view, 2> languages{"en", "zh"};
    for (const auto& [name, value] : *table) {
        if (std::find(languages.begin(), languages.end(), name.str()) == languages.end())
            unknownKey(name, "en, zh");
    }
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (const toml::node* value = table->get(languages[i]))
            text(std::string(key).append(".").append(languages[i]), *value, values[i]);
        else
            problem(node.source(), "metadata-language", {std::string(key), std::string(languages[i])});
    }
}

std::vector<Parameter> MetadataReader::parameters(const toml::node& node)
{
    std::vector<Parameter> result;
    const toml::array* array = node.as_array();
    if (!array || (!array->empty() && !array->is_homogeneous(toml::node_type::table))) {
        wrongType("parameters", node, "@tables");
        return result;
    }
    for (const toml::node& element : *array)
        result.push_back(parameter(*element.as_table()));
    return result;
}

std::vector<Goal> MetadataReader::goals(const toml::node& node)
{
    std::vector<Goal> result;
    const toml::array* array = node.as_array();
    if (!array || (!array->empty() && !array->is_homogeneous(toml::node_type::table))) {
        wrongType("goals", node, "@tables");
        return result;
    }
    for (const toml::node& element : *array) {
        Goal one = goal(*element.as_table());
        const bool known = std::any_of(result.begin(), result.end(),
                                       [&one](const Goal& other) { return other.id == one.id; });
        if (known)
            problem(element.source(), "metadata-goal-repeated", {one.id});
        result.push_back(std::move(one));
    }
    return result;
}

Goal MetadataReader::goal(const toml::table& table)
{
    Goal result;
    for (const auto& [key, node] : table) {
        if (key.str() == "id")
            text("id", node, result.id);
        else if (key.str() == "en" || key.str() == "zh")
            text(key.str(), node, result.text[key.str() == "zh" ? 1 : 0]);
        else if (key.str() == "when")
            text("when", node, result.when);
        else if (key.str() == "solution")
            text("solution", node, result.solution);
        else
            unknownKey(key, "id, en, zh, when, solution");
    }
    for (const std::string_view key : {"id", "en", "zh", "when"})
        if (!table.contains(key))
            problem(table.source(), "metadata-goal-incomplete", {std::string(key)});
    return result;
}

Parameter MetadataReader::parameter(const toml::table& table)
{
    Parameter result;
    for (const auto& [key, node] : table) {
        if (key.str() == "name")
            text("name", node, result.name);
        else if (key.str() == "label")
            localized("label", node, result.label);
        else if (key.str() != "min" && key.str() != "max")
            unknownKey(key, "name, label, min, max");
    }
    if (!table.contains("name")) {
        problem(table.source(), "metadata-parameter-name", {});
        return result;
    }
    const auto value = moduleConstant(m_program, result.name);
    if (!value) {
        problem(table.get("name")->source(), "metadata-parameter-unknown", {result.name});
        return result;
    }
    result.value = *value;
    if (!table.contains("label"))
        result.label = {result.name, result.name};
    bound(table, "min", result, result.min);
    bound(table, "max", result, result.max);
    checkBounds(table, result);
    return result;
}

void MetadataReader::bound(const toml::table& table, std::string_view key, const Parameter& parameter,
                           std::optional<Value>& value)
{
    const toml::node* node = table.get(key);
    if (!node)
        return;
    if (std::holds_alternative<std::int64_t>(parameter.value) && node->is_integer())
        value = *node->value<std::int64_t>();
    else if (std::holds_alternative<double>(parameter.value) && node->is_number())
        value = *node->value<double>();
    else
        problem(node->source(), "metadata-bound-type", {std::string(key), parameter.name});
}

/// Both bounds have the value's own type, so that the variants' order is the numbers' order.
void MetadataReader::checkBounds(const toml::table& table, const Parameter& parameter)
{
    const bool low = parameter.min && parameter.value < *parameter.min;
    const bool high = parameter.max && *parameter.max < parameter.value;
    if (low || high)
        problem(table.get(low ? "min" : "max")->source(), "metadata-parameter-range", {parameter.name});
}

} // namespace il::lesson
