// The arrows between the boxes, and the key.
#include "gil/picture.h"

#include <algorithm>

namespace il::gil {

using namespace scene;
using trace::ThreadId;
using trace::ThreadState;

namespace {

/// The holder's core, if it is on one that is drawn.
const QRectF* holderCore(const Picture& p, ThreadId holder)
{
    const auto& cores = p.seating.cores;
    const auto at = std::find(cores.begin(), cores.end(), holder);
    const auto index = static_cast<std::size_t>(at - cores.begin());
    return at == cores.end() || index >= p.plan.cores.size() ? nullptr : &p.plan.cores[index];
}

/// From the queue through the strip below it to the core: from below, or for an upper row through the gap on
/// the core's right side.
std::vector<QPointF> requestRoute(const Picture& p, const QRectF& core)
{
    const double y = p.plan.between.bottom() - 12; // below the arrow's head
    std::vector<QPointF> route{{p.plan.queue.left() + 40, p.plan.queue.bottom()},
                               {p.plan.queue.left() + 40, y}};
    const bool lowest = core.bottom() > p.plan.queue.bottom() - 1;
    if (lowest) {
        route.push_back({core.center().x(), y});
        route.push_back({core.center().x(), core.bottom() + 3});
    } else {
        const double lane = core.right() + 21, level = core.bottom() - 16;
        route.push_back({lane, y});
        route.push_back({lane, level});
        route.push_back({core.right() + 2, level});
    }
    return route;
}

/// Those in I/O or asleep come back to the queue by themselves.
void drawReturn(Picture& p)
{
    const bool somebody =
        std::any_of(p.seating.outside.begin(), p.seating.outside.end(), [&](ThreadId thread) {
            const ThreadState state = p.input.view.threads[thread].state;
            return state == ThreadState::Io || state == ThreadState::Sleeping;
        });
    if (!somebody)
        return;
    const double x = p.plan.queue.left() + p.plan.queue.width() * 0.6;
    ArrowStyle style;
    style.dashed = true;
    arrow(p.items, QStringLiteral("gil/return"),
          {{x, p.plan.outside.top() + 26}, {x, p.plan.queue.bottom() + 3}},
          p.theme().readable(p.theme().ink2), p.words("they want the GIL again when they return"), style);
}

/// With a rim of the surface's colour, so that it stands out from any chip.
void badge(Picture& p, const ElementId& id, QPointF centre, double size, const QString& says)
{
    const double rim = size / 2 + 3;
    p.items.push_back({id + QStringLiteral("/rim"),
                       Role::Decoration,
                       Ellipse{{centre.x() - rim, centre.y() - rim, 2 * rim, 2 * rim}},
                       {p.theme().surface},
                       {},
                       {}});
    keyBadge(p.items, id, centre, size, p.theme(), says);
}

/// At the right end of the queue's title, with words where they fit.
void freeKey(Picture& p)
{
    const QString text = p.words("the GIL is free");
    const double size = 34;
    const QRectF& queue = p.plan.queue;
    const double y = queue.top() + 27, right = queue.right() - 20 - size - 8;
    const double titleEnd = queue.left() + 22 + textWidth(queueTitle(p), type::heading) + 12;
    if (textWidth(text, type::small) <= right - titleEnd)
        label(p.items, QStringLiteral("gil/free"), {titleEnd, y - 14, right - titleEnd, 28}, text,
              type::small, p.theme().readable(p.theme().gold), Qt::AlignRight | Qt::AlignVCenter);
    badge(p, QStringLiteral("gil/key"), {queue.right() - 16 - size / 2, y}, size, text);
}

/// On the chip of who holds a GIL, if it is shown.
void keyOf(Picture& p, const ElementId& id, ThreadId holder)
{
    const auto chip = p.chips.find(holder);
    if (chip == p.chips.end())
        return;
    const QRectF& rect = chip->second;
    const bool onCore = holderCore(p, holder) != nullptr;
    // Beside a chip in the queue there are words.
    badge(p, id, onCore ? QPointF(rect.right(), rect.center().y()) : rect.topLeft() + QPointF(8, 4),
          rect.height() * (onCore ? 0.76 : 0.6),
          p.words("%1 holds the GIL").arg(threadLabel(p.input.trace, holder)));
}

} // namespace

void drawRequest(Picture& p)
{
    // Of several processes the first one with a request: there is room for one arrow.
    const auto& processes = p.input.view.processes;
    const auto asked =
        std::find_if(processes.begin(), processes.end(),
                     [](const trace::ProcessView& process) { return process.gil.dropRequested; });
    if (asked == processes.end())
        return;
    const auto& gil = asked->gil;
    const QRectF* core = holderCore(p, gil.holder);
    if (!core || gil.requester == trace::noThread)
        return;
    const QString says =
        p.words("%1 asks %2 to drop the GIL")
            .arg(threadLabel(p.input.trace, gil.requester), threadLabel(p.input.trace, gil.holder));
    arrow(p.items, QStringLiteral("gil/request"), requestRoute(p, *core),
          p.theme().mark(p.color(gil.requester)), says);
}

void drawStrip(Picture& p)
{
    if (p.model == Model::None) {
        label(p.items, QStringLiteral("gil/none"), p.plan.between, p.words("no GIL: threads run in parallel"),
              type::strong, p.theme().ink, Qt::AlignCenter);
        return;
    }
    drawReturn(p);
}

void drawKey(Picture& p)
{
    if (p.model == Model::None)
        return;
    const auto& processes = p.input.view.processes;
    if (processes.size() == 1 && processes[0].gil.holder == trace::noThread)
        return freeKey(p);
    for (std::size_t i = 0; i < processes.size(); ++i)
        keyOf(p, i == 0 ? QStringLiteral("gil/key") : QStringLiteral("gil/key/%1").arg(i),
              processes[i].gil.holder);
}

} // namespace il::gil
