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
constexpr Font bigCode{FontFamily::Mono, 24, 500};

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

/// "tmp = 2"; when that doesn't fit, the value alone; when that doesn't fit either, nothing.
void copy(Card& c, const QRectF& rect, const Font& font, Qt::Alignment align)
{
    const QString& code = c.words.copy;
    const Font fit = fitted(code, font, rect.width(), minCodePx);
    const bool fits = textWidth(code, fit) <= rect.width();
    const QString value = code.section(QStringLiteral(" = "), -1);
    const QString shown = fits ? code : textWidth(value, type::code) <= rect.width() ? value : QString();
    label(c.p.items, c.part("copy"), rect, shown, fits ? fit : fitted(shown, font, rect.width(), minCodePx),
          c.p.theme().ink, align);
}

void chip(Card& c, const QRectF& rect)
{
    threadChip(c.p.items, QStringLiteral("thread/%1/chip").arg(c.thread), rect,
               threadLook(c.p.input.trace, c.p.input.view, c.thread, c.p.input.words), c.p.theme());
}

void lockIcon(Card& c, const QRectF& square, const QString& locks)
{
    icon(c.p.items, c.part("lock"), square, Symbol::LockClosed, c.p.theme().mark(c.p.color(c.thread)),
         c.p.words("holds %1").arg(locks));
}

bool hasFooter(const Card& c)
{
    return c.stale || !heldLocks(c.p, c.thread).isEmpty();
}

/// The words in full where they fit, else in brief.
void says(Card& c, const QRectF& rect, const Font& font)
{
    constexpr double leading = 1.2;
    const int lines =
        std::max(1, static_cast<int>((rect.height() - lineHeight(font)) / (font.px * leading)) + 1);
    const bool fits = wrap(c.words.says, font, rect.width(), lines + 1).size() <= lines;
    paragraph(c.p.items, c.part("says"), rect, fits ? c.words.says : c.words.brief, font, c.wordColor(),
              Qt::AlignLeft | Qt::AlignTop, leading);
}

/// The last line: the locks it holds, and "stale".
void footer(Card& c, const QRectF& row)
{
    double right = row.right();
    if (c.stale) {
        const QString text = c.p.words("stale");
        const double width = std::min(pillWidth(text, type::small), row.width());
        pill(c.p.items, c.part("stale"), {right - width, row.center().y() - 15, width, 30}, text, type::small,
             c.p.theme().bad, c.p.theme());
        right -= width + 8;
    }
    const QString locks = heldLocks(c.p, c.thread);
    if (locks.isEmpty() || right - row.left() < 28)
        return;
    lockIcon(c, {row.left(), row.center().y() - 12, 24, 24}, locks);
    label(c.p.items, c.part("holds"), {row.left() + 32, row.top(), right - row.left() - 32, row.height()},
          locks, type::code, c.p.theme().ink);
}

/// Beside the chip of a small card, instead of the footer.
void smallMark(Card& c, const QRectF& row)
{
    const QString locks = heldLocks(c.p, c.thread);
    const QRectF square(row.right() - 26, row.center().y() - 13, 26, 26);
    if (c.stale)
        icon(c.p.items, c.part("stale"), square, Symbol::Warning, c.p.theme().bad, c.p.words("stale"));
    else if (!locks.isEmpty())
        lockIcon(c, square, locks);
}

/// Chip and copy side by side, words below.
void wide(Card& c)
{
    constexpr double footerHeight = 32;
    const QRectF inner = c.rect.adjusted(14, 12, -14, -6);
    const double height = std::min(48.0, inner.height() * 0.38), chipWidth = height * 2;
    chip(c, {inner.left(), inner.top(), chipWidth, height});
    QRectF rest(inner.left() + 2, inner.top() + height + 6, inner.width() - 4, inner.height() - height - 6);
    const bool roomForFooter = rest.height() >= 24 + footerHeight;
    const double mark = hasFooter(c) && !roomForFooter ? 36 : 0;
    if (mark > 0)
        smallMark(c, {inner.left() + chipWidth, inner.top(), mark, height});
    copy(c,
         {inner.left() + chipWidth + 10 + mark, inner.top(), inner.width() - chipWidth - 10 - mark, height},
         bigCode, Qt::AlignRight | Qt::AlignVCenter);
    if (hasFooter(c) && roomForFooter) {
        footer(c, {rest.left(), rest.bottom() - footerHeight, rest.width(), footerHeight});
        rest.setBottom(rest.bottom() - footerHeight);
    }
    says(c, rest, type::body);
}

/// Chip, copy and words below each other; in a flat card the copy is beside the chip.
void narrow(Card& c)
{
    constexpr double chipHeight = 30, copyHeight = 27, wordsHeight = 22, mark = 30;
    const QRectF inner = c.rect.adjusted(8, 6, -8, -3);
    const double chipWidth = std::min(64.0, inner.width() - mark);
    chip(c, {inner.left(), inner.top(), chipWidth, chipHeight});
    QRectF beside(inner.left() + chipWidth + 6, inner.top(), inner.width() - chipWidth - 6, chipHeight);
    QRectF rest(inner.left(), inner.top() + chipHeight + 2, inner.width(), inner.height() - chipHeight - 2);
    if (hasFooter(c) && rest.height() >= 88) {
        footer(c, {rest.left(), rest.bottom() - 32, rest.width(), 32});
        rest.setBottom(rest.bottom() - 34);
    } else if (hasFooter(c)) {
        smallMark(c, beside);
        beside.setRight(beside.right() - mark);
    }
    if (rest.height() >= copyHeight + wordsHeight && !c.words.copy.isEmpty()) {
        copy(c, {rest.left(), rest.top(), rest.width(), copyHeight}, type::code,
             Qt::AlignLeft | Qt::AlignVCenter);
        rest.setTop(rest.top() + copyHeight);
    } else {
        copy(c, beside, type::code, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (rest.height() >= wordsHeight - 1)
        says(c, rest, type::small);
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
