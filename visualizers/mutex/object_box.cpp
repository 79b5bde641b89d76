// Locks and other waiting objects: who owns them, what they count, who waits.
#include "mutex/picture.h"
#include "mutex/texts.h"

#include <algorithm>
#include <cmath>

namespace il::mutex {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

constexpr double roomyHeight = 116, wideBox = 280;

/// One object's box while it is drawn.
struct ObjectBox {
    Picture& p;
    ObjectId object;
    ElementId id;
    QRectF rect;

    const trace::ObjectView& state() const { return p.input.view.objects[object]; }
    trace::ObjectKind kind() const { return p.input.trace.objects()[object].kind; }
    ElementId part(const char* name) const { return id + QLatin1Char('/') + QLatin1String(name); }
};

QString accessible(const ObjectBox& b)
{
    const QString name = objectName(b.p.input.trace, b.object);
    const QString waiting = QString::number(b.state().waiters.size());
    if (b.state().owner != trace::noThread)
        return b.p.words("%1: held by %2, %3 waiting")
            .arg(name, threadLabel(b.p.input.trace, b.state().owner), waiting);
    const QString value = objectValue(b.p.input, b.object);
    return b.p.words("%1: %2, %3 waiting").arg(name, value.isEmpty() ? b.p.words("free") : value, waiting);
}

/// A small chip; it keeps its name while the thread goes from waiter to owner, so that it moves.
void chip(ObjectBox& b, ThreadId thread, const QRectF& rect)
{
    threadChip(b.p.items, QStringLiteral("thread/%1/at/%2").arg(thread).arg(b.object), rect,
               threadLook(b.p.input.trace, b.p.input.view, thread, b.p.input.words), b.p.theme());
}

/// At the right of `row`: the owner, or the counter, or "free".
void owner(ObjectBox& b, const QRectF& row)
{
    const ThreadId thread = b.state().owner;
    const QString value = objectValue(b.p.input, b.object);
    if (thread == trace::noThread) {
        const QString text = value.isEmpty() ? isLock(b.kind()) ? b.p.words("free") : QString() : value;
        label(b.p.items, b.part("value"), row, text, value.isEmpty() ? type::note : type::strong,
              value.isEmpty() ? b.p.quiet() : b.p.theme().ink, Qt::AlignRight | Qt::AlignVCenter);
        return;
    }
    const double width = std::min(84.0, row.width()), height = std::min(42.0, row.height());
    const QRectF place(row.right() - width, row.center().y() - height / 2, width, height);
    chip(b, thread, place);
    if (b.state().depth > 1)
        label(b.p.items, b.part("depth"),
              {row.left(), row.top(), place.left() - row.left() - 8, row.height()},
              QStringLiteral("× %1").arg(b.state().depth), type::strong, b.p.theme().ink,
              Qt::AlignRight | Qt::AlignVCenter);
}

double badge(ObjectBox& b, const QRectF& row)
{
    if (!isLock(b.kind()))
        return 0;
    const double side = std::min(44.0, row.height());
    const ThreadId thread = b.state().owner;
    const bool closed = thread != trace::noThread;
    lockBadge(b.p.items, b.part("badge"), {row.left(), row.center().y() - side / 2, side, side}, closed,
              closed ? b.p.color(thread) : b.p.theme().ink2, b.p.theme(),
              closed ? b.p.words("locked") : b.p.words("free"));
    return side + 12;
}

constexpr double waiterRow = 36;

/// Words and chips one after the other, row by row, while there is room.
struct Flow {
    QRectF area;
    double rowHeight = waiterRow;
    double x = 0, y = 0; ///< within area

    bool fits(double width) const
    {
        return y + rowHeight <= area.height() + 0.5 && x + width <= area.width() + 0.5;
    }
    /// Where something `width` wide goes; empty when there is no room left for it.
    QRectF next(double width)
    {
        if (!fits(width) && x > 0) {
            x = 0;
            y += rowHeight;
        }
        if (!fits(width))
            return {};
        const QRectF place(area.left() + x, area.top() + y, width, rowHeight);
        x += width + 8;
        return place;
    }
};

void flowWords(ObjectBox& b, Flow& flow, const char* part, const QString& words)
{
    const QRectF place = flow.next(std::min(textWidth(words, type::small) + 2, flow.area.width()));
    if (!place.isEmpty())
        label(b.p.items, b.part(part), place, words, type::small, b.p.quiet());
}

constexpr double waiterWidth = 54;
constexpr double wordsFrom = 190; ///< narrower boxes show the chips alone

/// How many waiter chips the rest of the flow holds.
std::size_t roomFor(Flow flow)
{
    std::size_t count = 0;
    while (!flow.next(waiterWidth).isEmpty())
        ++count;
    return count;
}

/// Chips of `threads`; when not all have room, "+n" in the place of the last one.
void flowChips(ObjectBox& b, Flow& flow, const std::vector<ThreadId>& threads)
{
    const std::size_t room = roomFor(flow);
    const std::size_t shown = threads.size() <= room ? threads.size() : room - std::min<std::size_t>(room, 1);
    const double height = std::min(34.0, flow.rowHeight - 2);
    for (std::size_t i = 0; i < shown; ++i) {
        const QRectF place = flow.next(waiterWidth);
        chip(b, threads[i], {place.left(), place.center().y() - height / 2, place.width(), height});
    }
    if (shown < threads.size() && room > 0)
        label(b.p.items, b.part("more"), flow.next(waiterWidth),
              QStringLiteral("+%1").arg(threads.size() - shown), type::strong, b.p.theme().ink);
}

/// The woken, then the waiting ones in order of arrival.
void waiters(ObjectBox& b, const QRectF& area)
{
    const auto& woken = b.state().woken;
    const auto& waiting = b.state().waiters;
    Flow flow{area, std::min(waiterRow, area.height())};
    if (woken.empty() && waiting.empty())
        return flowWords(b, flow, "waiting", b.p.words("nobody waits"));
    const bool roomForWords = area.width() >= wordsFrom;
    if (!woken.empty()) {
        if (roomForWords)
            flowWords(b, flow, "woken", b.p.words("woken"));
        flowChips(b, flow, woken);
    }
    if (!waiting.empty()) {
        if (roomForWords)
            flowWords(b, flow, "waiting", b.p.words("waiting"));
        flowChips(b, flow, waiting);
    }
}

void name(ObjectBox& b, const QRectF& rect)
{
    const QString text = objectName(b.p.input.trace, b.object);
    const bool plain = b.kind() == trace::ObjectKind::Lock;
    const bool both = !plain && rect.height() >= 44;
    const QRectF line = both ? QRectF(rect.left(), rect.center().y() - 27, rect.width(), 28)
                             : QRectF(rect.left(), rect.center().y() - 14, rect.width(), 28);
    label(b.p.items, b.part("name"), line, text, type::code, b.p.theme().ink);
    if (both)
        label(b.p.items, b.part("kind"), line.translated(0, 27), kindName(b.kind()), type::small,
              b.p.quiet());
}

/// The last rows of `rest`, as many as the waiters need.
QRectF waiterArea(const ObjectBox& b, const QRectF& rest)
{
    const double count = static_cast<double>(b.state().waiters.size() + b.state().woken.size());
    const double words = (rest.width() < wordsFrom ? 0.0 : 80.0) *
                         ((b.state().woken.empty() ? 0 : 1) + (b.state().waiters.empty() ? 0 : 1));
    const double needed = std::ceil((count * (waiterWidth + 8) + words) / rest.width());
    const double rows = std::clamp(needed, 1.0, std::max(1.0, std::floor(rest.height() / waiterRow)));
    const double height = std::min(rows * waiterRow, rest.height());
    return {rest.left(), rest.bottom() - height, rest.width(), height};
}

/// Name and owner in one line, since when, the waiters.
void wide(ObjectBox& b)
{
    const QRectF inner = b.rect.adjusted(16, 12, -16, -8);
    const QRectF first(inner.left(), inner.top(), inner.width(), b.rect.height() < 150 ? 40 : 48);
    name(b, first.adjusted(badge(b, first), 0, -100, 0));
    owner(b, first.adjusted(first.width() - 140, 0, 0, 0));
    const QRectF rest(inner.left(), first.bottom() + 2, inner.width(), inner.bottom() - first.bottom() - 2);
    const QRectF queue = waiterArea(b, rest);
    waiters(b, queue);
    const double room = queue.top() - rest.top();
    if (room >= 28 && b.state().owner != trace::noThread)
        label(b.p.items, b.part("since"), {rest.left(), rest.top(), rest.width(), room},
              b.p.words("held for %1").arg(timeText((b.p.input.view.now - b.state().since).ns)), type::note,
              b.p.quiet());
}

/// Name, owner and waiters below each other.
void narrow(ObjectBox& b)
{
    const QRectF inner = b.rect.adjusted(14, 10, -14, -8);
    name(b, {inner.left(), inner.top(), inner.width(), 30});
    const QRectF second(inner.left(), inner.top() + 34, inner.width(),
                        std::min(44.0, inner.height() - 34 - waiterRow));
    const double left = badge(b, second);
    owner(b, second.adjusted(left, 0, 0, 0));
    const QRectF rest(inner.left(), second.bottom() + 4, inner.width(), inner.bottom() - second.bottom() - 4);
    waiters(b, waiterArea(b, rest));
}

/// Half the height: name and owner in one line, waiters in the other.
void compact(ObjectBox& b)
{
    const QRectF inner = b.rect.adjusted(12, 4, -12, -4);
    const double half = inner.height() / 2;
    const QRectF first(inner.left(), inner.top(), inner.width(), half);
    const double left = badge(b, first);
    name(b, first.adjusted(left, 0, -72, 0));
    owner(b, first.adjusted(first.width() - 64, 1, 0, -1));
    QRectF second(inner.left(), inner.top() + half, inner.width(), half);
    const double kind = textWidth(kindName(b.kind()), type::small) + 2;
    if (b.kind() != trace::ObjectKind::Lock && b.state().waiters.size() + b.state().woken.size() <= 1 &&
        second.width() - kind > 150) {
        label(b.p.items, b.part("kind"), second, kindName(b.kind()), type::small, b.p.quiet(),
              Qt::AlignRight | Qt::AlignVCenter);
        second.setRight(second.right() - kind - 8);
    }
    waiters(b, second);
}

void drawObject(Picture& p, ObjectId object, const QRectF& rect)
{
    ObjectBox b{p, object, QStringLiteral("mutex/object/%1").arg(object), rect};
    BoxStyle style;
    if (b.state().owner != trace::noThread)
        style.outline = p.theme().mark(p.color(b.state().owner));
    box(p.items, b.id, rect, {}, p.theme(), accessible(b), style);
    if (rect.height() < roomyHeight)
        compact(b);
    else if (rect.width() >= wideBox)
        wide(b);
    else
        narrow(b);
}

} // namespace

void drawObjects(Picture& p)
{
    for (const auto& [object, rect] : p.plan.objects)
        drawObject(p, object, rect);
    if (p.plan.hiddenThings > 0)
        label(p.items, QStringLiteral("mutex/more/things"), p.plan.moreThings,
              QStringLiteral("+%1").arg(p.plan.hiddenThings), type::strong, p.theme().ink, Qt::AlignCenter);
}

} // namespace il::mutex
