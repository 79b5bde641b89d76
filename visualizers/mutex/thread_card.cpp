// A card per thread: its state, its private copy, the locks it holds.
#include "mutex/picture.h"
#include "mutex/texts.h"

#include <algorithm>

namespace il::mutex {

using namespace scene;
using trace::ThreadId;
using trace::ThreadState;

namespace {

constexpr double wideCard = 200;

/// One thread's card while it is drawn.
struct Card {
    Picture& p;
    ThreadId thread;
    ElementId id;
    QRectF rect;
    CardWords words;
    bool stale = false;

    ElementId part(const char* name) const { return id + QLatin1Char('/') + QLatin1String(name); }
    QColor wordColor() const { return words.wrong ? p.theme().readable(p.theme().bad) : p.quiet(); }
};

QString heldLocks(const Picture& p, ThreadId thread)
{
    const trace::ThreadView* view = threadOf(p.input.view, thread);
    QStringList names;
    if (view)
        for (const trace::ObjectId object : view->holds)
            names.push_back(objectName(p.input.trace, object));
    return names.join(QStringLiteral(", "));
}

void chip(Card& c, const QRectF& rect)
{
    threadChip(c.p.items, QStringLiteral("thread/%1/chip").arg(c.thread), rect,
               threadLook(c.p.input.trace, c.p.input.view, c.thread, c.p.input.words), c.p.theme());
}

/// The last line: "stale", or the locks it holds.
void footer(Card& c, const QRectF& row)
{
    double x = row.left();
    if (c.stale) {
        const QString text = c.p.words("stale");
        const double width = std::min(pillWidth(text, type::small), row.width());
        pill(c.p.items, c.part("stale"), {row.right() - width, row.center().y() - 15, width, 30}, text,
             type::small, c.p.theme().bad, c.p.theme());
    }
    const QString locks = heldLocks(c.p, c.thread);
    const double room = row.width() - (c.stale ? pillWidth(c.p.words("stale"), type::small) + 8 : 0);
    if (locks.isEmpty() || room < 50)
        return;
    icon(c.p.items, c.part("lock"), {x, row.center().y() - 12, 24, 24}, Symbol::LockClosed,
         c.p.theme().mark(c.p.color(c.thread)), c.p.words("holds %1").arg(locks));
    x += 32;
    label(c.p.items, c.part("holds"), {x, row.top(), row.left() + room - x, row.height()}, locks, type::code,
          c.p.theme().ink);
}

/// Chip and copy side by side, words below.
void wide(Card& c)
{
    const QRectF inner = c.rect.adjusted(14, 12, -14, -8);
    const double height = std::min(44.0, inner.height() * 0.42);
    chip(c, {inner.left(), inner.top(), height * 2, height});
    label(c.p.items, c.part("copy"),
          {inner.left() + height * 2 + 10, inner.top(), inner.width() - height * 2 - 10, height},
          c.words.copy, type::code, c.p.theme().ink, Qt::AlignRight | Qt::AlignVCenter);
    const double below = inner.top() + height + 8;
    const double footerHeight = 34;
    const bool lowest = inner.bottom() - below >= 26 + footerHeight;
    paragraph(
        c.p.items, c.part("says"),
        {inner.left() + 2, below, inner.width() - 4, inner.bottom() - below - (lowest ? footerHeight : 0)},
        c.words.says, type::note, c.wordColor());
    if (lowest)
        footer(c, {inner.left() + 2, inner.bottom() - footerHeight, inner.width() - 4, footerHeight});
}

/// One below the other; what doesn't fit is left out from the bottom.
void narrow(Card& c)
{
    const QRectF inner = c.rect.adjusted(8, 8, -8, -6);
    const double height = 34;
    chip(c, {inner.left(), inner.top(), std::min(68.0, inner.width()), height});
    const QRectF beside(inner.left() + 74, inner.top(), inner.width() - 74, height);
    QRectF rest(inner.left(), inner.top() + height + 4, inner.width(), inner.height() - height - 4);
    const bool tall = rest.height() >= 88;
    if (tall) {
        footer(c, {rest.left(), rest.bottom() - 32, rest.width(), 32});
        rest.setBottom(rest.bottom() - 34);
    } else if (c.stale) {
        icon(c.p.items, c.part("stale"), {beside.right() - 26, beside.center().y() - 13, 26, 26},
             Symbol::Warning, c.p.theme().bad, c.p.words("stale"));
    } else if (!heldLocks(c.p, c.thread).isEmpty()) {
        icon(c.p.items, c.part("lock"), {beside.right() - 24, beside.center().y() - 12, 24, 24},
             Symbol::LockClosed, c.p.theme().mark(c.p.color(c.thread)),
             c.p.words("holds %1").arg(heldLocks(c.p, c.thread)));
    }
    if (!c.words.copy.isEmpty() && rest.height() >= 26) {
        label(c.p.items, c.part("copy"), {rest.left(), rest.top(), rest.width(), 26}, c.words.copy,
              type::code, c.p.theme().ink);
        rest.setTop(rest.top() + 28);
    }
    if (rest.height() >= 22)
        paragraph(c.p.items, c.part("says"), rest, c.words.says, type::small, c.wordColor());
}

void drawCard(Picture& p, ThreadId thread, const QRectF& rect)
{
    const trace::ThreadView* view = threadOf(p.input.view, thread);
    Card c{p,
           thread,
           QStringLiteral("mutex/card/%1").arg(thread),
           rect,
           cardWords(p.input, p.subjects, p.accesses, thread),
           false};
    const trace::PrivateCopy* copy = view ? chiefCopy(*view, p.subjects) : nullptr;
    c.stale = copy && copy->stale;

    BoxStyle style;
    const bool alive = view && view->state != ThreadState::Done && view->state != ThreadState::New;
    style.soft = alive;
    style.dashed = !view;
    if (alive)
        style.outline = p.theme().mark(p.color(thread));
    box(p.items, c.id, rect, {}, p.theme(),
        threadLabel(p.input.trace, thread) + QStringLiteral(": ") + c.words.says, style);
    if (rect.width() >= wideCard && rect.height() >= 100)
        wide(c);
    else
        narrow(c);
}

} // namespace

void drawCards(Picture& p)
{
    for (const auto& [thread, rect] : p.plan.cards)
        drawCard(p, thread, rect);
    if (p.plan.hiddenThreads > 0)
        label(p.items, QStringLiteral("mutex/more/threads"), p.plan.moreThreads,
              QStringLiteral("+%1").arg(p.plan.hiddenThreads), type::strong, p.theme().ink, Qt::AlignCenter);
}

} // namespace il::mutex
