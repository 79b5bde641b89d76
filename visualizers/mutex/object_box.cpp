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

constexpr double waiterWidth = 54;
constexpr double wordsFrom = 190;     ///< narrower boxes show the chips alone
constexpr std::size_t mostChips = 48; ///< no box has room for more

/// The woken, then the waiting ones in order of arrival, each group after its word.
struct Queue {
    std::vector<ThreadId> threads;
    std::size_t woken = 0;
    QString wokenWord, waitingWord; ///< "" when there is no room for words
};

Queue queueOf(const ObjectBox& b, bool words)
{
    Queue queue{b.state().woken, b.state().woken.size(), {}, {}};
    queue.threads.insert(queue.threads.end(), b.state().waiters.begin(), b.state().waiters.end());
    if (words) {
        queue.wokenWord = b.p.words("woken");
        queue.waitingWord = b.p.words("waiting");
    }
    return queue;
}

/// Where things go when `shown` of the queue's threads are shown.
struct QueuePlaces {
    QRectF wokenWord, waitingWord, more;
    std::vector<QRectF> chips;
    bool enough = true; ///< everything has a place
};

QueuePlaces places(const Queue& queue, Flow flow, std::size_t shown)
{
    QueuePlaces result;
    const auto next = [&](double width) {
        const QRectF place = flow.next(width);
        result.enough = result.enough && !place.isEmpty();
        return place;
    };
    for (std::size_t i = 0; i < shown; ++i) {
        if (i == 0 && queue.woken > 0 && !queue.wokenWord.isEmpty())
            result.wokenWord = next(textWidth(queue.wokenWord, type::small) + 2);
        if (i == queue.woken && !queue.waitingWord.isEmpty())
            result.waitingWord = next(textWidth(queue.waitingWord, type::small) + 2);
        result.chips.push_back(next(waiterWidth));
    }
    if (shown < queue.threads.size())
        result.more = next(waiterWidth);
    return result;
}

void waiters(ObjectBox& b, const QRectF& area)
{
    const Flow flow{area, std::min(waiterRow, area.height())};
    const Queue queue = queueOf(b, area.width() >= wordsFrom);
    if (queue.threads.empty())
        return label(b.p.items, b.part("waiting"), {area.left(), area.top(), area.width(), flow.rowHeight},
                     b.p.words("nobody waits"), type::small, b.p.quiet());
    std::size_t shown = std::min(queue.threads.size(), mostChips);
    while (shown > 0 && !places(queue, flow, shown).enough)
        --shown;
    const QueuePlaces at = places(queue, flow, shown);
    const double height = std::min(34.0, flow.rowHeight - 2);
    for (std::size_t i = 0; i < shown; ++i)
        chip(b, queue.threads[i],
             {at.chips[i].left(), at.chips[i].center().y() - height / 2, waiterWidth, height});
    label(b.p.items, b.part("woken"), at.wokenWord, queue.wokenWord, type::small, b.p.quiet());
    label(b.p.items, b.part("waiting"), at.waitingWord, queue.waitingWord, type::small, b.p.quiet());
    if (shown < queue.threads.size())
        label(b.p.items, b.part("more"), at.more, QStringLiteral("+%1").arg(queue.threads.size() - shown),
              type::strong, b.p.theme().ink);
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
