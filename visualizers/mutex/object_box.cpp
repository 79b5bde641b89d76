// Locks and other waiting objects: who owns them, what they count, who waits.
#include "mutex/picture.h"
#include "mutex/texts.h"

#include <algorithm>

namespace il::mutex {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

constexpr double roomyHeight = 116;

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

/// The woken first, then the waiting ones in order; "+n" for those without room.
void waiters(ObjectBox& b, const QRectF& row)
{
    const auto& woken = b.state().woken;
    std::vector<ThreadId> all = woken;
    all.insert(all.end(), b.state().waiters.begin(), b.state().waiters.end());
    const QString words = all.empty()     ? b.p.words("nobody waits")
                          : woken.empty() ? b.p.words("waiting")
                                          : b.p.words("woken");
    double x = row.left();
    const double width = textWidth(words, type::small);
    if (all.empty() || row.width() > width + 8 + 62 * 2) {
        label(b.p.items, b.part("waiting"), {x, row.top(), std::min(width + 2, row.width()), row.height()},
              words, type::small, b.p.quiet());
        x += width + 12;
    }
    const double pitch = 62, height = std::min(34.0, row.height());
    const auto room = std::max(1, static_cast<int>((row.right() - x + 8) / pitch));
    const bool tooMany = static_cast<int>(all.size()) > room;
    const std::size_t shown = tooMany ? static_cast<std::size_t>(room - 1) : all.size();
    for (std::size_t i = 0; i < shown; ++i, x += pitch)
        chip(b, all[i], {x, row.center().y() - height / 2, 54, height});
    if (tooMany)
        label(b.p.items, b.part("more"), {x, row.top(), row.right() - x, row.height()},
              QStringLiteral("+%1").arg(all.size() - shown), type::strong, b.p.theme().ink);
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

void roomy(ObjectBox& b)
{
    const QRectF inner = b.rect.adjusted(16, 14, -16, -12);
    const bool wide = inner.width() >= 250;
    const QRectF first(inner.left(), inner.top(), inner.width(), 48);
    const double left = badge(b, first);
    const double right = wide ? 100 : 0;
    name(b, first.adjusted(left, 0, -right, 0));
    QRectF rest(inner.left(), first.bottom(), inner.width(), inner.bottom() - first.bottom());
    if (wide) {
        owner(b, first.adjusted(first.width() - right - 40, 0, 0, 0));
    } else {
        owner(b, {rest.left(), rest.top(), rest.width(), rest.height() / 2});
        rest.setTop(rest.center().y());
    }
    const double height = std::min(40.0, rest.height());
    waiters(b, {rest.left(), rest.bottom() - height, rest.width(), height});
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
    waiters(b, {inner.left(), inner.top() + half, inner.width(), half});
}

void drawObject(Picture& p, ObjectId object, const QRectF& rect)
{
    ObjectBox b{p, object, QStringLiteral("mutex/object/%1").arg(object), rect};
    BoxStyle style;
    style.role = Role::Object;
    if (b.state().owner != trace::noThread)
        style.outline = p.theme().mark(p.color(b.state().owner));
    box(p.items, b.id, rect, {}, p.theme(), accessible(b), style);
    if (rect.height() >= roomyHeight)
        roomy(b);
    else
        compact(b);
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
