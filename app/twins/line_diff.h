// Which lines of two programs differ.
#pragma once

#include <QString>

#include <set>
#include <utility>
#include <vector>

namespace il::app {

/// A line as the code card shows it.
struct NumberedLine {
    int number = 0;
    QString text;
};

/// Numbers of the lines of each that have no counterpart in the other, by a longest common subsequence; blank
/// lines and indentation alone don't count. Of very long texts everything between the first and the last
/// difference.
std::pair<std::set<int>, std::set<int>> differingLines(const std::vector<NumberedLine>& left,
                                                       const std::vector<NumberedLine>& right);

} // namespace il::app
