// `[tool.interleave]` of a script's PEP 723 block (peps.python.org/pep-0723).
#include "lesson/metadata_reader.h"

#include <algorithm>
#include <cctype>

namespace il::lesson {

namespace {

bool isVersion(const std::string& text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto dot = text.find('.');
    if (dot == 0 || dot == std::string::npos || dot + 1 == text.size())
        return false;
    const std::string minor = text.substr(dot + 1, text.size() - dot - (text.back() == 't' ? 2 : 1));
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot), isDigit) &&
           !minor.empty() && std::all_of(minor.begin(), minor.end(), isDigit);
}

class Reader : public MetadataReader {
public:
    using MetadataReader::MetadataReader;

    Metadata read(const toml::table& table)
    {
        for (const auto& [key, node] : table) {
            if (!readLook(key.str(), node) && !readMachine(key.str(), node))
                unknownKey(key, "title, subtitle, group, order, panel, questions, cores, python, axis, "
                                "switch-interval-ms, schedule, parameters, goals");
        }
        return std::move(m_result);
    }

private:
    /// False when the key isn't one of these.
    bool readLook(std::string_view key, const toml::node& node)
    {
        if (key == "title")
            localized(key, node, m_result.title);
        else if (key == "subtitle")
            localized(key, node, m_result.subtitle);
        else if (key == "group")
            text(key, node, m_result.group);
        else if (key == "order")
            integer(key, node, 0, 9999, m_result.order);
        else if (key == "panel")
            text(key, node, m_result.panel);
        else if (key == "questions")
            texts(key, node, m_result.questions);
        else if (key == "axis")
            choice(key, node, {"time", "steps"}, m_result.axis);
        else
            return false;
        return true;
    }

    bool readMachine(std::string_view key, const toml::node& node)
    {
        if (key == "cores")
            integer(key, node, 1, 64, m_result.cores);
        else if (key == "python")
            readVersion(node);
        else if (key == "switch-interval-ms")
            readInterval(node);
        else if (key == "schedule")
            text(key, node, m_result.schedule);
        else if (key == "parameters")
            m_result.parameters = parameters(node);
        else if (key == "goals")
            m_result.goals = goals(node);
        else
            return false;
        return true;
    }

    void readVersion(const toml::node& node)
    {
        text("python", node, m_result.python);
        if (node.is_string() && !isVersion(m_result.python))
            problem(node.source(), "metadata-python", {m_result.python});
    }

    void readInterval(const toml::node& node)
    {
        const auto value = node.value<double>();
        if (!node.is_number() || !value)
            wrongType("switch-interval-ms", node, "@number");
        else if (!(*value >= 0.001 && *value <= 1000))
            problem(node.source(), "metadata-range", {"switch-interval-ms", "0.001", "1000"});
        else
            m_result.switchIntervalMs = *value;
    }

    Metadata m_result;
};

/// [tool.interleave], nullptr when there is none.
const toml::table* ownTable(const toml::table& whole)
{
    const toml::table* tool = whole["tool"].as_table();
    return tool ? (*tool)["interleave"].as_table() : nullptr;
}

} // namespace

tl::expected<Metadata, std::vector<script::Diagnostic>> metadata(const script::Program& program)
{
    Reader reader(program);
    Metadata result;
    try { // toml++ is built to report syntax errors in this way only
        const toml::table whole = toml::parse(program.metadata);
        if (const toml::table* own = ownTable(whole))
            result = reader.read(*own);
        else if (const toml::node* wrong = whole.at_path("tool.interleave").node())
            reader.wrongType("tool.interleave", *wrong, "@table");
    } catch (const toml::parse_error& error) {
        reader.problem(error.source(), "metadata-syntax", {std::string(error.description())});
    }
    if (!reader.problems().empty())
        return tl::unexpected(reader.problems());
    return result;
}

} // namespace il::lesson
