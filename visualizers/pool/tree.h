// Processes as a tree: who lies where. The same for all steps of a run.
#pragma once

#include "trace/trace.h"

#include <QRectF>

#include <vector>

namespace il::pool {

struct Node {
    trace::ProcessId process = 0;
    QRectF rect;     ///< empty: there is no room for it
    int parent = -1; ///< index of its parent's node, -1 for the first process
};

enum class NodeForm : std::uint8_t { Rich, Medium, Small, Tile };

struct Tree {
    std::vector<Node> nodes; ///< by ProcessId
    NodeForm form = NodeForm::Rich;
    bool edges = true; ///< parents left of their children, and room for arrows between
    int hidden = 0;
    QRectF more;
    QRectF grid; ///< around all but the first process; empty with edges
};

/// Generations from left to right where all find room, else the first process and all others in a grid.
Tree treeFor(const trace::Trace& trace, const QRectF& area);

} // namespace il::pool
