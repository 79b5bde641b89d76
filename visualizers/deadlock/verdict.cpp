// The words in the ring's middle (or above the rows): the ring, or what has just happened.
#include "deadlock/conditions.h"
#include "deadlock/picture.h"

namespace il::deadlock {

using namespace scene;
using trace::ThreadState;

namespace {

struct Verdict {
    QString headline, says;
    QColor color;
};

bool anybodyMoves(const Picture& p)
{
    for (const trace::ThreadView& thread : p.input.view.threads)
        if (thread.state != ThreadState::Done && thread.state != ThreadState::Blocked)
            return true;
    return false;
}

Verdict ofRing(const Picture& p)
{
    const QColor red = p.theme().readable(p.theme().bad);
    const int count = static_cast<int>(p.graph.ring.size());
    const QString headline = p.words("cycle of %n", nullptr, count);
    if (p.ringPasses())
        return {headline, p.words("until a wait times out, at %1").arg(p.time(p.graph.ringUntil)), red};
    if (count == 1)
        return {headline, p.words("%1 waits for itself").arg(p.names.of(p.graph.ring.front().waiter)), red};
    return {headline, anybodyMoves(p) ? p.words("none of them can move") : p.words("nobody can move"), red};
}

Verdict ofHappening(const Picture& p, const Happening& happening)
{
    const QString thread = p.names.of(happening.thread), object = p.names.ofObject(happening.object);
    switch (happening.kind) {
    case Happening::Kind::Refused:
        return {p.words("%1 is refused").arg(thread), p.words("%1 is taken; it doesn't wait").arg(object),
                p.theme().ink};
    case Happening::Kind::GaveUp:
        return {p.words("%1 gives up").arg(thread), p.words("its time for %1 is over").arg(object),
                p.theme().ink};
    case Happening::Kind::Woken:
        return {p.words("%1 is woken").arg(thread), p.words("it must still take %1").arg(object),
                p.theme().ink};
    }
    return {};
}

Verdict ofChain(const Picture& p)
{
    if (const int tries = p.triesInVain(); tries > 0 && p.graph.chain.empty())
        return {p.words("no progress"),
                p.words("%n tries in vain, and nobody has got a second lock", nullptr, tries), p.theme().ink};
    if (p.graph.chain.empty())
        return {p.words("no cycle"), noChainText(p), p.quiet()};
    return {p.words("no cycle"),
            p.words("longest chain: %n wait(s)", nullptr, static_cast<int>(p.graph.chain.size())), p.quiet()};
}

Verdict verdictOf(const Picture& p)
{
    if (!p.graph.ring.empty())
        return ofRing(p);
    if (const trace::ExhaustedPool* pool = p.exhaustedPool())
        return {p.words("pool exhausted"),
                p.words("its %n worker(s) wait for tasks that it can't begin", nullptr,
                        static_cast<int>(pool->workers)),
                p.theme().readable(p.theme().bad)};
    if (p.isStuck())
        return {p.words("stuck"), p.words("no cycle, but nobody is left who could wake them"),
                p.theme().readable(p.theme().bad)};
    if (!p.happenings.empty())
        return ofHappening(p, p.happenings.back());
    return ofChain(p);
}

void inMiddle(Picture& p, const Verdict& verdict)
{
    const QRectF& area = p.plan.verdict;
    const Font large = fitted(verdict.headline, {FontFamily::Sans, 34, 700}, area.width(), 20);
    const double head = lineHeight(large), body = lineHeight(type::body) * 2.2;
    const auto lines = static_cast<double>(wrap(verdict.says, type::body, area.width(), 2).size());
    const double top = area.center().y() - (head + body * 0.55 * lines) / 2 - 2;
    label(p.items, QStringLiteral("deadlock/verdict"), {area.left(), top, area.width(), head},
          verdict.headline, large, verdict.color, Qt::AlignCenter);
    paragraph(p.items, QStringLiteral("deadlock/says"), {area.left(), top + head + 4, area.width(), body},
              verdict.says, type::body, p.quiet(), Qt::AlignHCenter | Qt::AlignTop);
}

void inStrip(Picture& p, const Verdict& verdict)
{
    const QRectF& area = p.plan.verdict;
    const Font large{FontFamily::Sans, 24, 700};
    const double width = std::min(area.width(), std::ceil(textWidth(verdict.headline, large)) + 2);
    label(p.items, QStringLiteral("deadlock/verdict"), {area.left(), area.top(), width, area.height()},
          verdict.headline, large, verdict.color);
    const double left = area.left() + width + 16;
    if (area.right() - left > 60)
        label(p.items, QStringLiteral("deadlock/says/0"),
              {left, area.top() + 2, area.right() - left, area.height()}, verdict.says, type::body,
              p.quiet());
}

} // namespace

void drawVerdict(Picture& p)
{
    const Verdict verdict = verdictOf(p);
    if (p.plan.shape == Shape::Ring)
        inMiddle(p, verdict);
    else
        inStrip(p, verdict);
}

} // namespace il::deadlock
