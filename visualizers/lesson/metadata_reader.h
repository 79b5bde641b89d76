// Reads TOML values of the types that metadata has, and says where and what is wrong with the others.
#pragma once

#include "lesson/lesson.h"
#include "lesson/problems.h"

#include <toml++/toml.h>

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace il::lesson {

class MetadataReader {
public:
    explicit MetadataReader(const script::Program& program) : m_program(program) {}

    /// Marks the place in the script, not in the TOML text.
    void problem(const toml::source_region& where, const char* id, std::vector<std::string> args);
    void wrongType(std::string_view key, const toml::node& node, const char* expected);
    const Problems& problems() const { return m_problems; }

protected:
    void unknownKey(const toml::key& key, const char* known);
    void text(std::string_view key, const toml::node& node, std::string& value);
    void texts(std::string_view key, const toml::node& node, std::vector<std::string>& values);
    void integer(std::string_view key, const toml::node& node, int min, int max, int& value);
    void choice(std::string_view key, const toml::node& node, std::initializer_list<std::string_view> choices,
                std::string& value);
    /// A text for both languages, or { en = "...", zh = "..." }.
    void localized(std::string_view key, const toml::node& node, std::array<std::string, 2>& values);
    std::vector<Parameter> parameters(const toml::node& node);
    std::vector<Goal> goals(const toml::node& node);

private:
    Parameter parameter(const toml::table& table);
    Goal goal(const toml::table& table);
    void bound(const toml::table& table, std::string_view key, const Parameter& parameter,
               std::optional<Value>& value);
    void checkBounds(const toml::table& table, const Parameter& parameter);

    const script::Program& m_program;
    Problems m_problems;
};

/// The value that the module gives to `name` in its first assignment, when that is a constant.
std::optional<Value> moduleConstant(const script::Program& program, std::string_view name);

} // namespace il::lesson
