// Where the boxes of the GIL picture lie: the same for all steps of a run.
#pragma once

#include <QRectF>

#include <vector>

namespace il::gil {

struct Plan {
    std::vector<QRectF> cores; ///< as many as there is room for
    QRectF queue;              ///< right of the cores
    QRectF between;            ///< the strip between the two rows, where the arrows are
    QRectF outside;            ///< below, over the whole width
    QRectF figures;            ///< the right part of `outside`
};

inline constexpr int maxCores = 16; ///< more are counted, not drawn

/// For `threads` in all, `figures` numbers wide.
Plan planFor(const QRectF& area, int cores, int threads, int figures);

} // namespace il::gil
