#include "pool/tree.h"

#include "pool/plan.h"

#include <algorithm>

namespace il::pool {

namespace {

constexpr double generationGap = 64, rowGap = 14;
constexpr double widest = 460, tallest = 150;
constexpr double richWidth = 300, richHeight = 104, mediumWidth = 210, mediumHeight = 58;

/// Rows that a node's descendants take, and the first of them.
struct Rows {
    std::vector<std::vector<std::size_t>> children;
    std::vector<int> depth, first, count;
};

int leaves(Rows& rows, std::size_t node, int from)
{
    rows.first[node] = from;
    int sum = 0;
    for (const std::size_t child : rows.children[node])
        sum += leaves(rows, child, from + sum);
    return rows.count[node] = std::max(1, sum);
}

Rows rowsOf(const trace::Trace& trace)
{
    const auto processes = trace.processes();
    const std::size_t n = processes.size();
    Rows rows{std::vector<std::vector<std::size_t>>(n), std::vector<int>(n), std::vector<int>(n),
              std::vector<int>(n)};
    for (std::size_t i = 1; i < n; ++i) {
        const std::size_t parent = processes[i].parent < i ? processes[i].parent : 0;
        rows.children[parent].push_back(i);
        rows.depth[i] = rows.depth[parent] + 1;
    }
    constexpr std::size_t deepest = 64; // a deeper tree doesn't fit anyway
    if (*std::max_element(rows.depth.begin(), rows.depth.end()) < static_cast<int>(deepest))
        leaves(rows, 0, 0);
    else
        rows.count[0] = static_cast<int>(n);
    return rows;
}

int parentOf(const trace::Trace& trace, std::size_t process)
{
    const std::size_t parent = trace.processes()[process].parent;
    return process == 0 ? -1 : parent < process ? static_cast<int>(parent) : 0;
}

/// False when a card would be too small.
bool asGenerations(Tree& tree, const trace::Trace& trace, const QRectF& area)
{
    const Rows rows = rowsOf(trace);
    const int generations = 1 + *std::max_element(rows.depth.begin(), rows.depth.end());
    const double width = std::min(widest, (area.width() - generationGap * (generations - 1)) / generations);
    const double pitch = (area.height() + rowGap) / rows.count[0];
    const double height = std::min(tallest, pitch - rowGap);
    if (width < mediumWidth || height < mediumHeight)
        return false;
    tree.form = width >= richWidth && height >= richHeight ? NodeForm::Rich : NodeForm::Medium;
    const double used = width * generations + generationGap * (generations - 1);
    const double left = area.center().x() - used / 2;
    for (std::size_t i = 0; i < trace.processes().size(); ++i) {
        const double middle = area.top() + pitch * (rows.first[i] + rows.count[i] / 2.0) - rowGap / 2;
        tree.nodes.push_back(
            {static_cast<trace::ProcessId>(i),
             {left + rows.depth[i] * (width + generationGap), middle - height / 2, width, height},
             parentOf(trace, i)});
    }
    return true;
}

void asGrid(Tree& tree, const trace::Trace& trace, const QRectF& area)
{
    static const std::vector<CellForm> forms{
        {mediumWidth, mediumHeight, 340, 84, 12}, {132, 40, 220, 52, 8}, {50, 28, 110, 40, 4}};
    const double first = std::min(230.0, area.width() * 0.2);
    const double height = std::min(84.0, area.height());
    const auto processes = trace.processes();
    tree.edges = false;
    tree.grid = area.adjusted(first + generationGap, 0, 0, 0);
    tree.nodes.push_back({0, {area.left(), area.center().y() - height / 2, first, height}, -1});
    const Cells cells = cellsFor(tree.grid.adjusted(12, 12, -12, -12), processes.size() - 1, forms);
    tree.form = static_cast<NodeForm>(static_cast<std::size_t>(NodeForm::Medium) + cells.form);
    tree.hidden = cells.hidden;
    const std::size_t shown = cells.rects.size() - (cells.hidden > 0 ? 1 : 0);
    for (std::size_t i = 1; i < processes.size(); ++i)
        tree.nodes.push_back({static_cast<trace::ProcessId>(i), i <= shown ? cells.rects[i - 1] : QRectF(),
                              parentOf(trace, i)});
    if (cells.hidden > 0)
        tree.more = cells.rects.back();
}

} // namespace

Tree treeFor(const trace::Trace& trace, const QRectF& area)
{
    Tree tree;
    if (!asGenerations(tree, trace, area))
        asGrid(tree, trace, area);
    return tree;
}

} // namespace il::pool
