#include "deadlock/remedy.h"

#include "trace/census.h"

#include <algorithm>
#include <map>
#include <set>

namespace il::deadlock {

using trace::ObjectId;
using trace::ThreadId;

namespace {

/// A waiter of the ring, the thing it keeps, and the thing it wants.
struct Turn {
    ThreadId thread = trace::noThread;
    ObjectId keeps = trace::none, wants = trace::none;
    ThreadId holder = trace::noThread;
};

std::vector<Turn> turnsOf(const std::vector<Link>& ring)
{
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Link& before = ring[(i + ring.size() - 1) % ring.size()]; // its holder is this one's waiter
        turns.push_back({ring[i].waiter, before.object, ring[i].object, ring[i].holder});
    }
    return turns;
}

/// Those who keep a thing and want one that stands before it in the order.
std::vector<Turn> offenders(const std::vector<Turn>& turns, bool ascending)
{
    std::vector<Turn> found;
    for (const Turn& turn : turns)
        if ((turn.wants < turn.keeps) == ascending)
            found.push_back(turn);
    return found;
}

Remedy forLocks(const std::vector<Turn>& turns)
{
    const std::vector<Turn> up = offenders(turns, true), down = offenders(turns, false);
    const bool ascending = up.size() <= down.size();
    const std::vector<Turn>& wrong = ascending ? up : down;
    Remedy remedy;
    if (wrong.size() == 1) {
        remedy.kind = Remedy::Kind::SwapOne;
        remedy.thread = wrong.front().thread;
        remedy.first = wrong.front().wants;
        remedy.second = wrong.front().keeps;
        if (turns.size() == 2)
            remedy.other = wrong.front().holder;
        return remedy;
    }
    remedy.kind = Remedy::Kind::OneOrder;
    for (const Turn& turn : turns)
        remedy.order.push_back(turn.keeps);
    std::sort(remedy.order.begin(), remedy.order.end());
    if (!ascending)
        std::reverse(remedy.order.begin(), remedy.order.end());
    return remedy;
}

Remedy forRing(const trace::Trace& trace, const Graph& graph)
{
    const std::vector<Turn> turns = turnsOf(graph.ring);
    const auto lock = [&](ObjectId object) { return isTaken(trace.objects()[object].kind); };
    const auto same = [&](const Turn& turn) { return turn.wants == turn.keeps && turns.size() > 1; };
    Remedy remedy;
    if (const auto turn = std::find_if(turns.begin(), turns.end(), same); turn != turns.end()) {
        remedy.kind = Remedy::Kind::AllAtOnce;
        remedy.first = turn->wants;
        return remedy;
    }
    if (turns.size() == 1 && trace.objects()[turns.front().wants].kind == trace::ObjectKind::Semaphore) {
        remedy.kind = Remedy::Kind::SomebodyMust;
        remedy.thread = turns.front().thread;
        remedy.first = turns.front().wants;
        remedy.reason = trace::WaitReason::Semaphore;
        return remedy;
    }
    if (turns.size() == 1 && lock(turns.front().wants)) {
        remedy.kind = Remedy::Kind::Reenter;
        remedy.thread = turns.front().thread;
        remedy.first = turns.front().wants;
        return remedy;
    }
    const auto end = std::find_if(turns.begin(), turns.end(), [&](const Turn& t) { return !lock(t.wants); });
    if (end == turns.end())
        return forLocks(turns);
    const auto keeper = std::find_if(turns.begin(), turns.end(),
                                     [&](const Turn& t) { return !lock(t.wants) && lock(t.keeps); });
    const Turn& turn = keeper == turns.end() ? *end : *keeper;
    remedy.kind = keeper == turns.end() ? Remedy::Kind::WaitOneWay : Remedy::Kind::LetGoFirst;
    remedy.thread = turn.thread;
    remedy.other = turn.holder;
    remedy.second = turn.keeps;
    return remedy;
}

bool isDone(const trace::View& view, ThreadId thread)
{
    return thread < view.threads.size() && view.threads[thread].state == trace::ThreadState::Done;
}

/// Of those that are stuck, the one that doesn't merely wait for another thread.
Remedy forStuck(const trace::Trace& trace, const trace::View& view)
{
    Remedy remedy;
    if (view.deadlock >= trace.deadlocks().size())
        return remedy;
    for (const trace::WaitEdge& edge : trace.deadlocks()[view.deadlock].edges) {
        const bool forgot = edge.leftAtFork || (edge.holder != trace::noThread && isDone(view, edge.holder));
        if ((edge.holder != trace::noThread && !forgot) || edge.object >= trace.objects().size())
            continue;
        remedy.kind = edge.leftAtFork ? Remedy::Kind::LeftAtFork
                      : forgot        ? Remedy::Kind::Forgot
                                      : Remedy::Kind::SomebodyMust;
        remedy.thread = edge.thread;
        remedy.other = edge.holder;
        remedy.first = edge.object;
        remedy.reason = edge.reason;
        return remedy;
    }
    return remedy;
}

} // namespace

std::vector<ObjectId> commonOrder(const trace::Trace& trace)
{
    std::map<ObjectId, std::set<ObjectId>> before; ///< what must come first
    for (const trace::LockOrder& order : trace.census().lockOrders) {
        before[order.first];
        before[order.second].insert(order.first);
    }
    std::vector<ObjectId> sorted;
    while (!before.empty()) {
        const auto next = std::find_if(before.begin(), before.end(),
                                       [](const auto& entry) { return entry.second.empty(); });
        if (next == before.end())
            return {}; // a ring of orders
        const ObjectId lock = next->first;
        before.erase(next);
        for (auto& entry : before)
            entry.second.erase(lock);
        sorted.push_back(lock);
    }
    return sorted;
}

Remedy remedyFor(const trace::Trace& trace, const trace::View& view, const Cast& cast, const Graph& graph)
{
    if (!graph.ring.empty())
        return forRing(trace, graph);
    if (view.deadlock != trace::none)
        return forStuck(trace, view);
    Remedy remedy;
    if (cast.objects.size() < 2 || trace.census().lockOrders.size() > 4096) // enough for any picture
        return remedy;
    if (view.events < trace.events().size()) { // how it goes on is not told in advance
        remedy.kind = trace.census().lockOrders.empty() ? Remedy::Kind::None : Remedy::Kind::Rule;
        return remedy;
    }
    remedy.order = commonOrder(trace);
    remedy.kind = remedy.order.empty() ? Remedy::Kind::None : Remedy::Kind::InOrder;
    return remedy;
}

} // namespace il::deadlock
