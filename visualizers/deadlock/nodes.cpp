// Threads as discs, locks and other things as boxes.
#include "deadlock/picture.h"

#include <algorithm>

namespace il::deadlock {

using namespace scene;
using trace::ObjectId;
using trace::ObjectKind;
using trace::ThreadId;

namespace {

/// A small disc with a symbol at the thread's upper right.
void badge(Picture& p, ThreadId thread, const char* name, Symbol symbol, const QString& says)
{
    const QRectF& at = p.plan.threads.at(thread);
    constexpr double side = 26;
    const QRectF rect(at.right() - side * 0.62, at.top() - side * 0.3, side, side);
    const QString id = QStringLiteral("deadlock/%1/%2").arg(QLatin1String(name)).arg(thread);
    const QColor ink = p.theme().mark(p.theme().ink2);
    p.items.push_back({id + QStringLiteral("/disc"),
                       Role::Decoration,
                       Ellipse{rect},
                       {p.theme().surface},
                       {ink, p.theme().strokeWidth},
                       {}});
    icon(p.items, id, rect.adjusted(4, 4, -4, -4), symbol, ink, says);
}

void drawThread(Picture& p, ThreadId thread, const QRectF& rect)
{
    const QString id = QStringLiteral("thread/%1/node").arg(thread);
    const ThreadLook look = threadLook(p.input.trace, p.input.view, thread, p.input.words);
    if (rect.width() < rect.height() + 1)
        threadDisc(p.items, id, rect.center(), rect.height(), look, p.theme());
    else
        threadChip(p.items, id, rect, look, p.theme());
    const Want* want = p.graph.wantOf(thread);
    if (want && want->until != trace::SimTime::never())
        badge(p, thread, "patience", Symbol::Clock,
              p.words("%1 gives up at %2").arg(p.names.of(thread), p.time(want->until)));
    for (const Happening& happening : p.happenings)
        if (happening.thread == thread && happening.kind == Happening::Kind::Refused)
            return badge(
                p, thread, "refused", Symbol::Cross,
                p.words("%1 doesn't get %2").arg(p.names.of(thread), p.names.ofObject(happening.object)));
}

Symbol symbolOf(ObjectKind kind, bool closed)
{
    switch (kind) {
    case ObjectKind::Lock:
    case ObjectKind::RLock:
        return closed ? Symbol::LockClosed : Symbol::LockOpen;
    case ObjectKind::ThreadEnd:
    case ObjectKind::ProcessEnd:
        return Symbol::Flag;
    case ObjectKind::Queue:
        return Symbol::Tray;
    default:
        return Symbol::Bell;
    }
}

/// "1/2": how many units of a semaphore are free.
QString unitsOf(const Picture& p, ObjectId object)
{
    const trace::ObjectInfo& info = p.input.trace.objects()[object];
    const auto& objects = p.input.view.objects;
    if (info.kind != ObjectKind::Semaphore || object >= objects.size())
        return {};
    return QStringLiteral("%1/%2").arg(objects[object].value).arg(info.limit);
}

QString saysOf(const Picture& p, ObjectId object, ThreadId holder)
{
    const QString name = p.names.ofObject(object);
    if (const QString units = unitsOf(p, object); !units.isEmpty())
        return p.words("%1, free units: %2").arg(name, units);
    if (!isLock(p.input.trace.objects()[object].kind))
        return name;
    return holder == trace::noThread ? p.words("%1, free").arg(name)
                                     : p.words("%1, held by %2").arg(name, p.names.of(holder));
}

void drawObject(Picture& p, ObjectId object, const QRectF& rect)
{
    const auto& holds = p.graph.holds;
    const auto hold =
        std::find_if(holds.begin(), holds.end(), [&](const Hold& h) { return h.object == object; });
    const ThreadId holder = hold == holds.end() ? trace::noThread : hold->thread;
    const bool known = object < p.input.view.objects.size();
    const bool closed =
        holder != trace::noThread || (known && p.input.view.objects[object].owner != trace::noThread);
    const bool inRing = p.graph.ringHas(object); // heavier, for eyes that don't see its red
    const QColor color = inRing                      ? p.bad()
                         : holder != trace::noThread ? p.color(holder)
                                                     : p.theme().mark(p.theme().ink2);
    const QString id = QStringLiteral("deadlock/object/%1").arg(object);
    p.items.push_back({id,
                       Role::Object,
                       Rect{rect, std::min(boxRadius, rect.height() * 0.2)},
                       {p.theme().surface},
                       {color, p.theme().strokeWidth + (inRing ? 3 : 1.5)},
                       saysOf(p, object, holder)});
    if (const QString units = unitsOf(p, object); !units.isEmpty()) {
        const Font font = fitted(units, {FontFamily::Sans, 24, 700}, rect.width() - 4, minTextPx);
        if (textWidth(units, font) <= rect.width() - 4)
            return label(p.items, id + QStringLiteral("/units"), rect, units, font,
                         p.theme().readable(inRing ? p.theme().bad : p.theme().ink), Qt::AlignCenter);
    }
    const double side = rect.height() * 0.62;
    icon(p.items, id + QStringLiteral("/symbol"),
         {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side},
         symbolOf(p.input.trace.objects()[object].kind, closed), color, {});
}

/// Of names that don't fit, what tells them apart: the index at their end.
QString shortened(const QString& name, double width)
{
    const qsizetype index = name.indexOf(QLatin1Char('['));
    if (textWidth(name, type::small) <= width || index < 0)
        return name;
    const QString end = name.mid(index), longer = QStringLiteral("…") + end;
    return textWidth(longer, type::small) <= width ? longer : end;
}

void drawName(Picture& p, ObjectId object, const QRectF& rect)
{
    const double x = rect.center().x();
    const auto box = p.plan.objects.find(object);
    const double from = box == p.plan.objects.end() ? x : box->second.center().x();
    const Qt::Alignment side = rect.left() > from    ? Qt::AlignLeft
                               : rect.right() < from ? Qt::AlignRight
                                                     : Qt::AlignHCenter;
    const bool wrong = p.graph.ringHas(object);
    label(p.items, QStringLiteral("deadlock/name/%1").arg(object), rect,
          shortened(p.names.ofObject(object), rect.width()), type::small,
          wrong ? p.theme().readable(p.theme().bad) : p.quiet(), side | Qt::AlignVCenter);
}

bool isWaitedFor(const Graph& graph, trace::ObjectId object)
{
    return std::any_of(graph.links.begin(), graph.links.end(),
                       [object](const Link& link) { return link.object == object; });
}

} // namespace

void drawNodes(Picture& p)
{
    if (!p.threadsOnly)
        for (const auto& [object, rect] : p.plan.objects)
            drawObject(p, object, rect);
    for (const auto& [thread, rect] : p.plan.threads)
        drawThread(p, thread, rect);
    for (const auto& [object, rect] : p.plan.names)
        if (!p.threadsOnly || isWaitedFor(p.graph, object))
            drawName(p, object, rect);
    const int hidden = p.cast.hiddenThreads + (p.threadsOnly ? 0 : p.cast.hiddenObjects);
    if (hidden > 0)
        label(p.items, QStringLiteral("deadlock/more"), p.plan.more, QStringLiteral("+%1").arg(hidden),
              type::strong, p.theme().ink, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace il::deadlock
