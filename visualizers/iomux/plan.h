// Where the parts of the I/O picture lie: the same for all steps of a run.
#pragma once

#include "iomux/subjects.h"

#include <QRectF>

#include <vector>

namespace il::iomux {

/// How a group's descriptors are drawn.
enum class Form : std::uint8_t {
    Rows, ///< a box for each, in one or two columns
    Grid, ///< a small cell for each, and boxes for some that are ready
};

/// Cells in rows, from the top left.
struct Grid {
    QRectF area;
    int columns = 1, rows = 1;
    double gap = 0;
    QRectF cell(std::size_t index) const;
};

struct DescriptorPlan {
    Form form = Form::Rows;
    QRectF heading;
    std::vector<QRectF> rows; ///< by descriptor; in a grid, places for those that are ready
    Grid grid;
};

/// One thread and its descriptors: side by side when it is the only one, else a band.
struct GroupPlan {
    DescriptorPlan descriptors;
    std::vector<QRectF> readers; ///< beside the rows, where nobody polls
    QRectF list;                 ///< ready list, or what the scan finds
    QRectF thread;               ///< who calls
    QRectF meter;                ///< a band's bar
};

struct Plan {
    bool bands = false;
    std::vector<GroupPlan> groups; ///< those shown
    QRectF moreGroups;             ///< where "+n" goes
    int hiddenGroups = 0;
    QRectF meters; ///< figures, bars or the chart at the right
};

/// `chart`: the meters are a chart, which wants more room.
Plan planFor(const QRectF& area, const Subjects& subjects, bool chart);

} // namespace il::iomux
