// Locks and other waiting objects: who owns them, what they count, who waits.
#include "mutex/picture.h"
#include "mutex/queue_places.h"
#include "mutex/texts.h"

#include <algorithm>

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
    const double depthRoom = b.state().depth > 1 ? 46 : 0;
    const double width = std::min(84.0, row.width() - depthRoom), height = std::min(42.0, row.height());
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

constexpr double wordsFrom = 190; ///< narrower boxes show the chips alone

QueueSize sizeOf(const ObjectBox& b, double width)
{
    QueueSize size{b.state().woken.size(), b.state().waiters.size(), 0, 0};
    if (width < wordsFrom)
        return size;
    if (size.woken > 0)
        size.wokenWord = textWidth(b.p.words("woken"), type::small) + 2;
    if (size.waiting > 0)
        size.waitingWord = textWidth(b.p.words("waiting"), type::small) + 2;
    return size;
}

void waiters(ObjectBox& b, const QRectF& area)
{
    const QueueSize size = sizeOf(b, area.width());
    if (size.all() == 0)
        return label(b.p.items, b.part("waiting"),
                     {area.left(), area.top(), area.width(), std::min(waiterRow, area.height())},
                     b.p.words("nobody waits"), type::small, b.p.quiet());
    std::vector<ThreadId> threads = b.state().woken;
    threads.insert(threads.end(), b.state().waiters.begin(), b.state().waiters.end());
    const QueuePlaces places = placeQueue(size, area);
    for (std::size_t i = 0; i < places.chips.size(); ++i) {
        const QRectF& place = places.chips[i];
        const double height = std::min(34.0, place.height() - 2);
        chip(b, threads[i], {place.left(), place.center().y() - height / 2, place.width(), height});
    }
    label(b.p.items, b.part("woken"), places.wokenWord, b.p.words("woken"), type::small, b.p.quiet());
    label(b.p.items, b.part("waiting"), places.waitingWord, b.p.words("waiting"), type::small, b.p.quiet());
    if (places.chips.size() < threads.size())
        label(b.p.items, b.part("more"), places.more,
              QStringLiteral("+%1").arg(threads.size() - places.chips.size()), type::strong, b.p.theme().ink);
}

void name(ObjectBox& b, const QRectF& rect, bool withKind = true)
{
    const QString text = objectName(b.p.input.trace, b.object);
    const bool plain = b.kind() == trace::ObjectKind::Lock;
    const bool both = withKind && !plain && rect.height() >= 40;
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
    const int most = std::max(1, static_cast<int>(rest.height() / waiterRow));
    const int rows = std::min(rowsNeeded(sizeOf(b, rest.width()), rest.width()), most);
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
    const double right = b.state().depth > 1 ? 116 : 72;
    name(b, first.adjusted(left, 0, -right, 0), false);
    owner(b, first.adjusted(first.width() - right + 8, 1, 0, -1));
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
