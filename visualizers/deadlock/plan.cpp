#include "deadlock/plan_parts.h"

#include "scene/parts.h"

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;

QRectF around(QPointF centre, double width, double height)
{
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

/// Wide enough for the label, a disc if possible.
double threadWidth(const QString& label, double disc, double most)
{
    const Font least{FontFamily::Sans, minTextPx, 600};
    if (textWidth(label, least) <= disc - 10)
        return disc;
    const Font font{FontFamily::Sans, std::clamp(std::round(disc * 0.36), minTextPx, 24.0), 600};
    return std::clamp(textWidth(label, font) + disc * 0.36, disc, std::max(disc, most));
}

Plan planFor(const QRectF& area, const trace::Trace& trace, const Cast& cast, const Names& names,
             bool threadsOnly)
{
    Plan plan;
    const double cardWidth = std::clamp(area.width() * 0.35, 372.0, 480.0);
    plan.card = {area.right() - cardWidth, area.top(), cardWidth, area.height()};
    plan.graph = {area.left(), area.top(), area.width() - cardWidth - gap, area.height()};
    const RingOrder order = ringOrder(trace, cast);
    plan.shape = !order.threads.empty() ? Shape::Ring : threadsOnly ? Shape::Circle : Shape::Rows;
    if (plan.shape == Shape::Ring)
        placeRing(plan, order, names, threadsOnly);
    else if (plan.shape == Shape::Circle)
        placeCircle(plan, cast, names);
    else
        placeRows(plan, cast, names);
    if (cast.hiddenThreads + cast.hiddenObjects > 0) { // the strip's right end
        constexpr double width = 150;
        plan.more = {plan.verdict.right() - width, plan.verdict.top(), width, plan.verdict.height()};
        plan.verdict.setRight(plan.more.left() - 12);
    }
    return plan;
}

} // namespace il::deadlock
