// Where the parts of the pool picture lie: the same for all steps of a run.
#pragma once

#include "scene/display_list.h"

#include <QRectF>

#include <vector>

namespace il::pool {

/// One pool's share of the picture: queue, workers, results from left to right, headings above.
struct Band {
    scene::ElementId id; ///< "pool/0"
    QRectF queueTitle, queue;
    QRectF workersTitle, workers;
    QRectF resultsTitle, results, status; ///< status: a line of counts below the results
    QRectF figures;
    bool figuresInColumn = false;
    QRectF arrowIn, arrowOut; ///< the gaps between the columns
};

struct Plan {
    std::vector<Band> bands; ///< as many as there is room for
    QRectF more;             ///< where "+n pools" goes; empty when all are shown
};

/// `pools` one below the other.
Plan planFor(const QRectF& area, std::size_t pools);

/// Whether cells fill columns first (few wide ones, for cards) or rows (for values).
enum class Filling : std::uint8_t { FewColumns, ManyColumns };

/// Equal cells for `count` things, row by row.
struct Cells {
    std::vector<QRectF> rects;
    std::size_t form = 0; ///< which of the forms was taken
    int hidden = 0;       ///< of count; then the last cell is for "+hidden"
};
/// How small and how big a cell may be.
struct CellForm {
    double minWidth = 0, minHeight = 0, maxWidth = 0, maxHeight = 0, gap = 0;
};
/// In the first of `forms` in which all fit, else in the last with as many as fit.
Cells cellsFor(const QRectF& area, std::size_t count, const std::vector<CellForm>& forms,
               Filling fill = Filling::FewColumns);

/// Squares with a gap of a fifth of their side, as big as they can be for all to fit, at most `side`.
Cells squaresFor(const QRectF& area, std::size_t count, double least, double side);

} // namespace il::pool
