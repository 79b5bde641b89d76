#include "deadlock/conditions.h"

#include "deadlock/remedy.h"

#include <QStringList>

#include <algorithm>

namespace il::deadlock {

using namespace scene;
using trace::ObjectId;
using trace::ThreadId;

namespace {

const QString to = QStringLiteral(" → ");

/// The lock that shows it best: one that is waited for.
const Hold* tellingHold(const Picture& p)
{
    const Hold* best = nullptr;
    for (const Hold& hold : p.graph.holds) {
        if (!isTaken(p.input.trace.objects()[hold.object].kind))
            continue;
        const auto& links = p.graph.chain;
        const bool wanted = std::any_of(links.begin(), links.end(),
                                        [&](const Link& link) { return link.object == hold.object; });
        if (!best || wanted)
            best = &hold;
        if (wanted)
            break;
    }
    return best;
}

QString ofHold(const Picture& p, const Hold& hold)
{
    const trace::ObjectInfo& info = p.input.trace.objects()[hold.object];
    if (isLock(info.kind) || info.limit <= 1)
        return p.words("%1 has one holder: %2").arg(p.names.ofObject(hold.object), p.names.of(hold.thread));
    const auto taken = static_cast<qsizetype>(p.input.view.objects[hold.object].takers.size());
    return p.words("%1: %2 of its %3 units are taken")
        .arg(p.names.ofObject(hold.object))
        .arg(taken)
        .arg(info.limit);
}

Condition exclusion(const Picture& p)
{
    Condition c{"exclusion", p.words("Mutual exclusion"), false, {}, {}};
    const Hold* hold = tellingHold(p);
    c.holds = hold != nullptr || !p.graph.ring.empty();
    if (hold) {
        c.evidence = ofHold(p, *hold);
    } else if (c.holds) { // a ring of joins
        const Link& link = p.graph.ring.front();
        c.evidence = p.words("%1: only %2 can bring it about")
                         .arg(p.names.ofObject(link.object), p.names.of(link.holder));
    } else {
        c.evidence = p.words("no lock is held at this moment");
    }
    c.brief = c.evidence;
    return c;
}

/// A thread that keeps a lock while it waits, and that lock.
struct Keeper {
    const Want* want = nullptr;
    ObjectId keeps = trace::none;
};

std::vector<Keeper> keepers(const Picture& p)
{
    std::vector<Keeper> found;
    for (const Want& want : p.graph.wants) {
        if (want.woken)
            continue;
        for (const Hold& hold : p.graph.holds)
            if (hold.thread == want.thread && isTaken(p.input.trace.objects()[hold.object].kind)) {
                found.push_back({&want, hold.object});
                break;
            }
    }
    std::stable_partition(found.begin(), found.end(),
                          [&](const Keeper& keeper) { return p.graph.inRing(keeper.want->thread); });
    return found;
}

Condition holdAndWait(const Picture& p)
{
    Condition c{"hold", p.words("Hold and wait"), false, {}, {}};
    const std::vector<Keeper> all = keepers(p);
    c.holds = !all.empty() || !p.graph.ring.empty();
    if (all.empty() && c.holds) {
        const Link& link = p.graph.ring.front();
        c.evidence = c.brief = p.words("%1 waits for %2 and can't end before")
                                   .arg(p.names.of(link.waiter), p.names.ofObject(link.object));
        return c;
    }
    if (all.empty()) {
        c.evidence = c.brief = p.words("nobody keeps a lock and waits");
        return c;
    }
    const Keeper& one = all.front();
    const QString thread = p.names.of(one.want->thread), keeps = p.names.ofObject(one.keeps),
                  wants = p.names.ofObject(one.want->object);
    c.brief = p.words("%1 has %2, wants %3").arg(thread, keeps, wants);
    c.evidence = one.want->until != trace::SimTime::never()
                     ? p.words("%1 keeps %2 and waits for %3, until %4 at most")
                           .arg(thread, keeps, wants, p.time(one.want->until))
                     : p.words("%1 keeps %2 and waits for %3").arg(thread, keeps, wants);
    const int others = static_cast<int>(all.size()) - 1;
    if (others > 0)
        c.evidence += p.words("; %n other(s) likewise", nullptr, others);
    return c;
}

Condition noPreemption(const Picture& p)
{
    Condition c{"preemption", p.words("No preemption"), true, {}, {}};
    int releases = 0;
    for (const ObjectId id : p.cast.objects) {
        if (id >= p.input.view.objects.size() || !isLock(p.input.trace.objects()[id].kind))
            continue;
        const trace::ObjectView& object = p.input.view.objects[id];
        releases += static_cast<int>(object.acquisitions) - (object.owner == trace::noThread ? 0 : 1);
        if (object.takenAway == 0)
            continue;
        c.holds = false;
        c.evidence = c.brief =
            p.words("%1 was released by a thread that didn't hold it").arg(p.names.ofObject(id));
        return c;
    }
    if (p.ringPasses()) {
        const auto first =
            std::min_element(p.graph.ring.begin(), p.graph.ring.end(), [&](const Link& a, const Link& b) {
                return p.graph.wantOf(a.waiter)->until < p.graph.wantOf(b.waiter)->until;
            });
        c.holds = false;
        c.brief = p.words("%1 gives up at %2").arg(p.names.of(first->waiter), p.time(p.graph.ringUntil));
        c.evidence = p.words("%1 gives up at %2 and can then let go of what it has")
                         .arg(p.names.of(first->waiter), p.time(p.graph.ringUntil));
        return c;
    }
    c.brief = p.words("no lock is ever taken away");
    c.evidence = releases == 0
                     ? p.words("no lock is taken away: only its holder releases it")
                     : p.words("no lock is taken away: %n release(s), all by the holder", nullptr, releases);
    return c;
}

/// "T1 → T2 → T1"; a long chain's middle becomes "…".
QString chainText(const Picture& p, int most)
{
    QStringList names;
    for (const Link& link : p.graph.chain)
        names << p.names.of(link.waiter);
    names << p.names.of(p.graph.chain.back().holder);
    if (names.size() > most)
        names = names.mid(0, most - 3) + QStringList{QStringLiteral("…")} + names.mid(names.size() - 2);
    return names.join(to);
}

Condition circularWait(const Picture& p)
{
    Condition c{"circle", p.words("Circular wait"), !p.graph.ring.empty(), {}, {}};
    if (c.holds) {
        c.evidence = chainText(p, 14);
        c.brief = chainText(p, 6);
    } else if (p.isStuck()) {
        c.evidence = p.words("no circle, but nobody is left who could wake them");
        c.brief = p.words("no circle");
    } else if (p.graph.chain.empty()) {
        c.evidence = c.brief = noChainText(p);
    } else {
        c.evidence = p.words("not closed: %1").arg(chainText(p, 14));
        c.brief = p.words("not closed: %1").arg(chainText(p, 5));
    }
    return c;
}

// --- What would break it

QString orderText(const Picture& p, const std::vector<ObjectId>& order)
{
    QStringList names;
    for (const ObjectId id : order)
        if (const QString name = p.names.ofObject(id); !name.isEmpty())
            names << name;
    if (names.size() > 3)
        names = {names.front(), QStringLiteral("…"), names.back()};
    return names.join(QStringLiteral(", "));
}

QString missingText(const Picture& p, const Remedy& remedy)
{
    const QString thread = p.names.of(remedy.thread), object = p.names.ofObject(remedy.first);
    switch (remedy.reason) {
    case trace::WaitReason::Notify:
        return p.words("Somebody must notify %2: %1 waits for that.").arg(thread, object);
    case trace::WaitReason::Semaphore:
        return p.words("Somebody must release the semaphore %2: %1 waits for that.").arg(thread, object);
    case trace::WaitReason::Event:
        return p.words("Somebody must set the event %2: %1 waits for that.").arg(thread, object);
    case trace::WaitReason::Barrier:
        return p.words("More threads must come to the barrier %2: %1 waits for them.").arg(thread, object);
    case trace::WaitReason::Item:
        return p
            .words("Somebody must put an item into %2, or a sentinel that ends the loop: %1 waits for it.")
            .arg(thread, object);
    case trace::WaitReason::Room:
        return p.words("Somebody must take an item out of %2: %1 waits for room.").arg(thread, object);
    case trace::WaitReason::TasksDone:
        return p.words("Somebody must call %2.task_done() for each item: %1 waits for that.")
            .arg(thread, object);
    case trace::WaitReason::Lock:
        return p.words("Whoever took %2 must release it: %1 waits for that.").arg(thread, object);
    default:
        return p.words("%1 waits for %2, and nobody is left to bring it about.").arg(thread, object);
    }
}

/// Of an exhausted pool the workers are what is short.
std::array<Condition, 4> ofPool(const Picture& p)
{
    const QString pool = p.poolName();
    const auto condition = [&](const char* id, const QString& name, const QString& evidence) {
        return Condition{id, name, true, evidence, evidence};
    };
    return {
        condition("exclusion", p.words("Mutual exclusion"),
                  p.words("a worker of %1 has one task at a time").arg(pool)),
        condition("hold", p.words("Hold and wait"),
                  p.words("%n task(s) keep their worker(s) and wait for a result", nullptr,
                          static_cast<int>(p.exhaustedPool()->workers))),
        condition("preemption", p.words("No preemption"), p.words("a task keeps its worker until it ends")),
        condition("circle", p.words("Circular wait"),
                  p.words("running tasks wait for queued ones, and these for a worker"))};
}

} // namespace

std::array<Condition, 4> conditionsOf(const Picture& p)
{
    if (p.graph.ring.empty() && p.exhaustedPool() != nullptr)
        return ofPool(p);
    return {exclusion(p), holdAndWait(p), noPreemption(p), circularWait(p)};
}

QString noChainText(const Picture& p)
{
    const auto& wants = p.graph.wants;
    return std::any_of(wants.begin(), wants.end(), [](const Want& want) { return want.asleep; })
               ? p.words("no thread holds what is waited for")
               : p.words("no thread waits for another");
}

QString remedyText(const Picture& p, bool brief)
{
    if (p.graph.ring.empty() && p.exhaustedPool() != nullptr)
        return p.words("More workers, or tasks that don't wait for others of their own pool.");
    if (p.graph.chain.empty() && p.triesInVain() > 0)
        return p.words("A livelock: nobody gets on. Breaks of random length would help.");
    const Remedy remedy = remedyFor(p.input.trace, p.input.view, p.cast, p.graph);
    const QString thread = p.names.of(remedy.thread), other = p.names.of(remedy.other);
    const QString first = p.names.ofObject(remedy.first), second = p.names.ofObject(remedy.second);
    switch (remedy.kind) {
    case Remedy::Kind::SwapOne:
        if (brief)
            return p.words("If %1 took %2 before %3, no ring could close.").arg(thread, first, second);
        if (!other.isEmpty())
            return p.words("If %1 took %2 before %3, as %4 does, no ring could close.")
                .arg(thread, first, second, other);
        return p.words("If %1 took %2 before %3, as the others' order demands, no ring could close.")
            .arg(thread, first, second);
    case Remedy::Kind::OneOrder:
        return p.words("If everybody took the locks in one order (%1), no ring could close.")
            .arg(orderText(p, remedy.order));
    case Remedy::Kind::AllAtOnce:
        return p
            .words("If everybody took all the units of %1 that it needs at once, or none, no ring could "
                   "close.")
            .arg(first);
    case Remedy::Kind::LeftAtFork:
        return p
            .words("%1 had %2 when this process was forked: the copy stays taken. Fork before threads "
                   "take locks, or spawn.")
            .arg(other, first);
    case Remedy::Kind::Reenter:
        return p.words("If %2 were an RLock, %1 could enter it again.").arg(thread, first);
    case Remedy::Kind::LetGoFirst:
        return p.words("If %1 released %2 before it waits for the end of %3, %3 could go on.")
            .arg(thread, second, other);
    case Remedy::Kind::WaitOneWay:
        return p.words("%1 and %2 must not both wait for each other's end.").arg(thread, other);
    case Remedy::Kind::Forgot:
        return p.words("%1 has ended without releasing %2. A with statement would have released it.")
            .arg(other, first);
    case Remedy::Kind::SomebodyMust:
        return first.isEmpty() ? QString() : missingText(p, remedy);
    case Remedy::Kind::InOrder:
        return p.words("In this run all took the locks in one order (%1): no ring could close.")
            .arg(orderText(p, remedy.order));
    case Remedy::Kind::Rule:
        return p.words("If all take the locks in one order, no ring can close.");
    case Remedy::Kind::None:
        break;
    }
    return {};
}

} // namespace il::deadlock
