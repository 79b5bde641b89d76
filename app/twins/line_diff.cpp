#include "line_diff.h"

#include <algorithm>

namespace il::app {
namespace {

constexpr std::size_t maxCells = 4'000'000; ///< of the table below

using Lines = std::vector<NumberedLine>;

Lines tidied(const Lines& lines)
{
    Lines some;
    for (const NumberedLine& line : lines)
        if (QString text = line.text.simplified(); !text.isEmpty())
            some.push_back({line.number, std::move(text)});
    return some;
}

/// Lengths of the longest common subsequences of what begins at each pair of lines.
class Common {
public:
    Common(const Lines& left, const Lines& right)
        : m_width(right.size() + 1), m_cells((left.size() + 1) * m_width)
    {
        for (std::size_t i = left.size(); i-- > 0;)
            for (std::size_t j = right.size(); j-- > 0;)
                m_cells[i * m_width + j] = left[i].text == right[j].text
                                               ? at(i + 1, j + 1) + 1
                                               : std::max(at(i + 1, j), at(i, j + 1));
    }
    int at(std::size_t i, std::size_t j) const { return m_cells[i * m_width + j]; }

private:
    std::size_t m_width;
    std::vector<int> m_cells;
};

std::set<int> numbersOf(const Lines& lines)
{
    std::set<int> numbers;
    for (const NumberedLine& line : lines)
        numbers.insert(line.number);
    return numbers;
}

void dropEnds(Lines& left, Lines& right)
{
    const auto same = [](const NumberedLine& a, const NumberedLine& b) { return a.text == b.text; };
    const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin(), right.end(), same);
    left.erase(left.begin(), a);
    right.erase(right.begin(), b);
    while (!left.empty() && !right.empty() && same(left.back(), right.back())) {
        left.pop_back();
        right.pop_back();
    }
}

} // namespace

std::pair<std::set<int>, std::set<int>> differingLines(const Lines& leftLines, const Lines& rightLines)
{
    Lines left = tidied(leftLines), right = tidied(rightLines);
    dropEnds(left, right);
    std::pair numbers{numbersOf(left), numbersOf(right)};
    if ((left.size() + 1) * (right.size() + 1) > maxCells)
        return numbers;
    const Common common(left, right);
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        if (left[i].text == right[j].text) {
            numbers.first.erase(left[i++].number);
            numbers.second.erase(right[j++].number);
        } else {
            common.at(i + 1, j) >= common.at(i, j + 1) ? ++i : ++j;
        }
    }
    return numbers;
}

} // namespace il::app
