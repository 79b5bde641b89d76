// Where everything in the deadlock picture lies: the same for all steps of a run.
#pragma once

#include "deadlock/cast.h"
#include "deadlock/names.h"

#include <QPointF>
#include <QRectF>

#include <optional>

namespace il::deadlock {

/// How the graph is laid out.
enum class Shape : std::uint8_t {
    Ring,   ///< threads and locks in turn around a ring: the run's graph is one
    Rows,   ///< threads above, things below
    Circle, ///< threads only, on an ellipse
};

struct Plan {
    Shape shape = Shape::Ring;
    QRectF graph;   ///< all of the graph
    QRectF verdict; ///< the words about it: in the ring's middle, or a strip above
    QRectF card;    ///< Coffman's conditions
    std::map<trace::ThreadId, QRectF> threads;
    std::map<trace::ObjectId, QRectF> objects;
    std::map<trace::ObjectId, QRectF> names; ///< beside the objects; missing where there is no room
    double edgeWidth = 4, edgeAir = 5;       ///< of arrows; air: before what they point at
    QRectF more;                             ///< where "+n" goes; empty when all are shown
};

/// `threadsOnly`: the wait-for graph. In a ring, threads lie where they lie in the other graph.
Plan planFor(const QRectF& area, const trace::Trace& trace, const Cast& cast, const Names& names,
             bool threadsOnly);

/// Threads and objects in turn, around the ring that the cast's bonds are, in the direction of waiting as far
/// as that is known; the thread with the lowest number first. Empty when the bonds are no single ring.
struct RingOrder {
    std::vector<trace::ThreadId> threads;
    std::vector<trace::ObjectId> objects; ///< objects[k] lies between threads[k] and threads[k + 1]
};
RingOrder ringOrder(const trace::Trace& trace, const Cast& cast);

/// Texts beside boxes: the first place near each box where it collides with nothing.
struct NameTask {
    trace::ObjectId object = trace::none;
    QRectF box;
    QString text;
};
std::map<trace::ObjectId, QRectF> placeNames(const std::vector<NameTask>& tasks, const QRectF& area,
                                             QPointF centre, std::vector<QRectF> taken,
                                             const std::vector<std::pair<QPointF, QPointF>>& lines);

} // namespace il::deadlock
