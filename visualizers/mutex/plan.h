// Where the boxes of the mutex picture lie: the same for all steps of a run.
#pragma once

#include "mutex/subjects.h"

#include <QRectF>

#include <map>

namespace il::mutex {

struct Plan {
    std::map<trace::ObjectId, QRectF> objects;     ///< those shown
    std::map<trace::VariableId, QRectF> variables; ///< those shown
    QRectF moreThings;                             ///< where "+n" goes; empty when all are shown
    int hiddenThings = 0;
    QRectF figures;
    QRectF between; ///< the strip for arrows
    std::map<trace::ThreadId, QRectF> cards;
    double cardGap = 0, thingGap = 0; ///< between two of a row
    QRectF moreThreads;
    int hiddenThreads = 0;
};

/// Things above, threads below, arrows between. `figures` is the number of numbers at the top right, 2 or 4.
Plan planFor(const QRectF& area, const Subjects& subjects, int figures);

} // namespace il::mutex
