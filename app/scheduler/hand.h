// The choices that a person has made in a run, in order. A value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace il::app {

class Hand {
public:
    std::size_t made() const { return m_options.size(); }
    const std::vector<std::uint32_t>& options() const { return m_options; }
    void choose(std::uint32_t option) { m_options.push_back(option); }
    /// Takes the last choice back and returns it. There must be one.
    std::uint32_t undo();
    /// The schedule that makes these choices and leaves all later ones at their first option.
    std::string text() const; ///< "hand:5=1,17=2"
    static bool isText(const std::string& text);

    friend bool operator==(const Hand&, const Hand&) = default;

private:
    std::vector<std::uint32_t> m_options; ///< by the choice's number
};

} // namespace il::app
