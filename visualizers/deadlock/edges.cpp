// The arrows of the deadlock picture.
#include "deadlock/picture.h"

#include <algorithm>
#include <cmath>

namespace il::deadlock {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

double norm(QPointF v)
{
    return std::hypot(v.x(), v.y());
}

/// Where the way from the middle of `rect` towards `to` leaves it.
QPointF border(const QRectF& rect, QPointF to, bool round, double air)
{
    const QPointF way = to - rect.center();
    const double distance = norm(way);
    if (distance < 1e-6)
        return rect.center();
    const double w = rect.width() / 2, h = rect.height() / 2;
    double out = 0;
    if (round && rect.width() < rect.height() + 1)
        out = w;
    else
        out = std::min(std::abs(way.x()) < 1e-9 ? 1e9 : w * distance / std::abs(way.x()),
                       std::abs(way.y()) < 1e-9 ? 1e9 : h * distance / std::abs(way.y()));
    return rect.center() + way * ((out + air) / distance);
}

struct Style {
    QColor color;
    bool dashed = false, inRing = false;
};

void drawArrow(Picture& p, const ElementId& id, std::vector<QPointF> points, const Style& style,
               const QString& says)
{
    ArrowStyle arrowStyle;
    arrowStyle.width = p.plan.edgeWidth * (style.inRing ? 1.5 : 1); // for eyes that don't see its red
    arrowStyle.dashed = style.dashed;
    arrowStyle.curved = points.size() > 2;
    arrow(p.items, id, std::move(points), style.color, says, arrowStyle);
}

/// Both ways between a thread and a thing that it holds and asks for: side by side.
bool isDouble(const Picture& p, ThreadId thread, ObjectId object)
{
    const auto& holds = p.graph.holds;
    const bool held = std::any_of(holds.begin(), holds.end(), [&](const Hold& hold) {
        return hold.object == object && hold.thread == thread;
    });
    const Want* want = p.graph.wantOf(thread);
    return held && want && want->object == object;
}

/// In rows: from the bottom of the thread to the top of the thing. Ends lie side by side, in the order of
/// what they lead to.
std::vector<QPointF> rowWay(const Picture& p, ThreadId thread, ObjectId object, double shift)
{
    const QRectF& above = p.plan.threads.at(thread);
    const QRectF& below = p.plan.objects.at(object);
    const double lean = (below.center().x() - above.center().x()) * 0.12;
    const auto port = [&](const QRectF& rect, double by) {
        return rect.center().x() + std::clamp(by, -rect.width() * 0.3, rect.width() * 0.3) + shift;
    };
    const double round =
        above.width() < above.height() + 1
            ? above.height() / 2 -
                  std::sqrt(std::max(0.0, std::pow(above.height() / 2, 2) - std::pow(lean + shift, 2)))
            : 0;
    return {{port(above, lean), above.bottom() - std::min(round, 12.0) + p.plan.edgeAir},
            {port(below, -lean), below.top() - p.plan.edgeAir}};
}

/// From thread to thing.
std::vector<QPointF> wayTo(const Picture& p, ThreadId thread, ObjectId object, double shift)
{
    if (p.plan.shape == Shape::Rows)
        return rowWay(p, thread, object, shift);
    const QRectF& from = p.plan.threads.at(thread);
    const QRectF& to = p.plan.objects.at(object);
    return {border(from, to.center(), true, p.plan.edgeAir),
            border(to, from.center(), false, p.plan.edgeAir)};
}

void drawHold(Picture& p, const Hold& hold)
{
    const bool shared = isDouble(p, hold.thread, hold.object);
    std::vector<QPointF> way = wayTo(p, hold.thread, hold.object, shared ? -12 : 0);
    std::reverse(way.begin(), way.end());
    const bool wrong = p.graph.inRing(hold.thread) && p.graph.ringHas(hold.object);
    drawArrow(p, QStringLiteral("deadlock/hold/%1/%2").arg(hold.object).arg(hold.thread), std::move(way),
              {wrong ? p.bad() : p.color(hold.thread), false, wrong},
              (isLock(p.input.trace.objects()[hold.object].kind) ? p.words("%1 is held by %2")
               : isTaken(p.input.trace.objects()[hold.object].kind)
                   ? p.words("%1: %2 has taken a unit")
                   : p.words("%1: only %2 can bring it about"))
                  .arg(p.names.ofObject(hold.object), p.names.of(hold.thread)));
}

QString saysOf(const Picture& p, const Want& want)
{
    const QString thread = p.names.of(want.thread), object = p.names.ofObject(want.object);
    if (want.woken)
        return p.words("%1 is woken and may try to take %2").arg(thread, object);
    if (want.until != trace::SimTime::never())
        return p.words("%1 waits for %2, until %3 at most").arg(thread, object, p.time(want.until));
    return p.words("%1 waits for %2").arg(thread, object);
}

void drawWant(Picture& p, const Want& want)
{
    const bool shared = isDouble(p, want.thread, want.object);
    const bool wrong = p.graph.inRing(want.thread);
    drawArrow(
        p, QStringLiteral("deadlock/want/%1/%2").arg(want.thread).arg(want.object),
        wayTo(p, want.thread, want.object, shared ? 12 : 0),
        {wrong ? p.bad() : p.color(want.thread), want.woken || want.until != trace::SimTime::never(), wrong},
        saysOf(p, want));
}

/// A request that came to nothing: it is gone with the next step.
void drawVain(Picture& p, const Happening& happening)
{
    if (happening.kind == Happening::Kind::Woken)
        return;
    const QString says = happening.kind == Happening::Kind::Refused ? p.words("%1 doesn't get %2")
                                                                    : p.words("%1 gives up waiting for %2");
    drawArrow(p, QStringLiteral("deadlock/vain/%1/%2").arg(happening.thread).arg(happening.object),
              wayTo(p, happening.thread, happening.object, 0), {p.quiet(), true},
              says.arg(p.names.of(happening.thread), p.names.ofObject(happening.object)));
}

// --- Threads only

bool goesBack(const Picture& p, const Link& link)
{
    return std::any_of(p.graph.links.begin(), p.graph.links.end(), [&](const Link& other) {
        return other.waiter == link.holder && other.holder == link.waiter;
    });
}

/// A circle below the thread, open where that is.
std::vector<QPointF> loopAt(const QRectF& rect)
{
    constexpr int parts = 12;
    constexpr double pi = 3.14159265358979323846, open = 0.7; // radians to either side of the top
    const double radius = rect.height() * 0.62;
    const QPointF middle(rect.center().x(), rect.bottom() + radius * std::cos(open) + 6);
    std::vector<QPointF> points;
    for (int i = 0; i <= parts; ++i) {
        const double angle = open + (2 * pi - 2 * open) * i / parts; // with the clock from the top
        points.push_back(middle + QPointF(std::sin(angle), -std::cos(angle)) * radius);
    }
    return points;
}

/// Through where the thing lies in the other graph, or else as straight as can be.
QPointF middleOf(const Picture& p, const Link& link)
{
    const QRectF& from = p.plan.threads.at(link.waiter);
    const QRectF& to = p.plan.threads.at(link.holder);
    if (const auto at = p.plan.objects.find(link.object); at != p.plan.objects.end())
        return at->second.center();
    const QPointF middle = (from.center() + to.center()) / 2;
    const QPointF way = to.center() - from.center();
    return goesBack(p, link) ? middle + QPointF(-way.y(), way.x()) * 0.14 : middle;
}

void nameLink(Picture& p, const Link& link, QPointF middle)
{
    const QString id = QStringLiteral("deadlock/link/%1/name").arg(link.waiter);
    const QString text = p.names.ofObject(link.object);
    const double width = std::min(textWidth(text, type::small) + 14, 150.0), height = 26;
    const QRectF rect(middle.x() - width / 2, middle.y() - height / 2, width, height);
    const auto collides = [&](const Item& item) {
        return (item.role == Role::Text || item.role == Role::Thread) && bounds(item).intersects(rect);
    };
    const bool onThread = std::any_of(p.plan.threads.begin(), p.plan.threads.end(), [&](const auto& entry) {
        return entry.second.adjusted(-4, -4, 4, 4).intersects(rect);
    });
    if (onThread || !p.plan.graph.contains(rect) || rect.intersects(p.plan.verdict) ||
        std::any_of(p.items.begin(), p.items.end(), collides))
        return;
    p.items.push_back(
        {id + QStringLiteral("/plate"), Role::Decoration, Rect{rect, 8}, {p.theme().surface}, {}, {}});
    label(p.items, id, rect.adjusted(3, 0, -3, 0), text, type::small, p.quiet(), Qt::AlignCenter);
}

void drawLink(Picture& p, const Link& link)
{
    const QRectF& from = p.plan.threads.at(link.waiter);
    const QRectF& to = p.plan.threads.at(link.holder);
    const QPointF middle = middleOf(p, link);
    const std::vector<QPointF> way =
        link.waiter == link.holder ? loopAt(from)
                                   : std::vector<QPointF>{border(from, middle, true, p.plan.edgeAir), middle,
                                                          border(to, middle, true, p.plan.edgeAir)};
    const Want* want = p.graph.wantOf(link.waiter);
    drawArrow(p, QStringLiteral("deadlock/link/%1/%2").arg(link.waiter).arg(link.holder), way,
              {p.graph.inRing(link.waiter) ? p.bad() : p.color(link.waiter),
               want && want->until != trace::SimTime::never(), p.graph.inRing(link.waiter)},
              p.words("%1 waits for %2, because of %3")
                  .arg(p.names.of(link.waiter), p.names.of(link.holder), p.names.ofObject(link.object)));
}

void drawLinks(Picture& p)
{
    for (const Link& link : p.graph.links)
        drawLink(p, link);
    if (p.plan.shape != Shape::Circle)
        return;
    for (const Link& link : p.graph.links) {
        const QPointF middle = middleOf(p, link);
        const QRectF& rect = p.plan.threads.at(link.waiter);
        nameLink(p, link,
                 link.waiter == link.holder ? QPointF(rect.center().x(), rect.bottom() + rect.height() * 0.5)
                                            : middle);
    }
}

} // namespace

void drawEdges(Picture& p)
{
    if (p.threadsOnly)
        return drawLinks(p);
    for (const Hold& hold : p.graph.holds)
        drawHold(p, hold);
    for (const Want& want : p.graph.wants)
        drawWant(p, want);
    for (const Happening& happening : p.happenings)
        drawVain(p, happening);
}

} // namespace il::deadlock
