#include "deadlock/cast.h"

#include "trace/census.h"

#include <algorithm>
#include <set>

namespace il::deadlock {

using trace::ObjectId;
using trace::ThreadId;
using trace::WaitEdge;

namespace {

template <typename T>
bool contains(const std::vector<T>& all, T one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// In the order in which they are added, each once.
template <typename T>
class Ranked {
public:
    void add(T one)
    {
        if (m_seen.insert(one).second)
            m_all.push_back(one);
    }
    /// The first `most` of them, ascending; the number of others goes to `hidden`.
    std::vector<T> first(std::size_t most, int& hidden)
    {
        hidden = static_cast<int>(m_all.size() - std::min(most, m_all.size()));
        m_all.resize(std::min(most, m_all.size()));
        std::sort(m_all.begin(), m_all.end());
        return std::move(m_all);
    }

private:
    std::vector<T> m_all;
    std::set<T> m_seen;
};

/// The edges of all rings of the run; without any, those of everybody who is stuck.
std::vector<WaitEdge> stuckEdges(const trace::Trace& trace)
{
    std::vector<WaitEdge> rings, others;
    for (const trace::DeadlockInfo& info : trace.deadlocks())
        for (const WaitEdge& edge : info.edges)
            if (edge.thread != trace::noThread && edge.object < trace.objects().size())
                (info.cycle ? rings : others).push_back(edge);
    return rings.empty() ? others : rings;
}

/// The most important first.
struct Ranking {
    Ranked<ThreadId> threads;
    Ranked<ObjectId> objects;

    void add(const Bond& bond)
    {
        threads.add(bond.thread);
        objects.add(bond.object);
    }
};

std::vector<Bond> stuckBonds(const trace::Trace& trace)
{
    std::vector<Bond> bonds;
    for (const WaitEdge& edge : stuckEdges(trace)) {
        bonds.push_back({edge.thread, edge.object});
        if (edge.holder != trace::noThread)
            bonds.push_back({edge.holder, edge.object});
    }
    return bonds;
}

/// Locks that play a part: contended, or held together with others.
std::vector<bool> partakers(const trace::Trace& trace)
{
    const trace::Census& census = trace.census();
    std::vector<bool> all = census.contended;
    all.resize(trace.objects().size());
    for (const trace::LockOrder& order : census.lockOrders)
        all[order.first] = all[order.second] = true;
    return all;
}

std::vector<Bond> lockBonds(const trace::Trace& trace)
{
    const trace::Census& census = trace.census();
    const std::vector<bool> partake = partakers(trace);
    std::vector<Bond> bonds;
    for (const bool contended : {true, false}) // those that somebody waited for before the others
        for (const trace::LockUse& use : census.lockUses)
            if (partake[use.lock] && census.contended[use.lock] == contended)
                bonds.push_back({use.thread, use.lock});
    return bonds;
}

/// Those who sleep at something, then those who wake others there.
std::vector<Bond> waitBonds(const trace::Trace& trace)
{
    std::vector<Bond> bonds;
    std::set<ObjectId> sleptAt;
    for (const trace::ObjectUse& wait : trace.census().waits) {
        bonds.push_back({wait.thread, wait.object});
        sleptAt.insert(wait.object);
    }
    for (const trace::ObjectUse& notice : trace.census().notices)
        if (sleptAt.count(notice.object) > 0)
            bonds.push_back({notice.thread, notice.object});
    return bonds;
}

/// Of a run in which nobody is stuck or asks for a lock that another one has.
std::vector<Bond> quietBonds(const trace::Trace& trace)
{
    std::vector<Bond> bonds = waitBonds(trace);
    if (bonds.empty())
        for (const trace::LockUse& use : trace.census().lockUses)
            bonds.push_back({use.thread, use.lock});
    return bonds;
}

} // namespace

bool Cast::has(ThreadId thread) const
{
    return contains(threads, thread);
}

bool Cast::hasObject(ObjectId object) const
{
    return contains(objects, object);
}

Cast castOf(const trace::Trace& trace)
{
    std::vector<Bond> bonds = stuckBonds(trace);
    const std::vector<Bond> locks = lockBonds(trace);
    bonds.insert(bonds.end(), locks.begin(), locks.end());
    if (bonds.empty())
        bonds = quietBonds(trace);
    Ranking ranking;
    for (const Bond& bond : bonds)
        ranking.add(bond);
    Cast cast;
    cast.threads = ranking.threads.first(mostThreads, cast.hiddenThreads);
    cast.objects = ranking.objects.first(mostObjects, cast.hiddenObjects);
    for (const Bond& bond : bonds)
        if (cast.has(bond.thread) && cast.hasObject(bond.object) && !contains(cast.bonds, bond))
            cast.bonds.push_back(bond);
    for (const WaitEdge& edge : stuckEdges(trace)) {
        if (edge.holder == trace::noThread)
            continue;
        if (edge.reason == trace::WaitReason::Semaphore)
            cast.takers[{edge.thread, edge.object}] = edge.holder;
        else if (!isLock(trace.objects()[edge.object].kind))
            cast.givers[edge.object] = edge.holder;
    }
    return cast;
}

bool isAboutDeadlock(const trace::Trace& trace)
{
    const trace::Census& census = trace.census();
    return !trace.deadlocks().empty() || !census.lockUses.empty() || !census.waits.empty();
}

bool isLock(trace::ObjectKind kind)
{
    return kind == trace::ObjectKind::Lock || kind == trace::ObjectKind::RLock;
}

bool isTaken(trace::ObjectKind kind)
{
    return isLock(kind) || kind == trace::ObjectKind::Semaphore;
}

} // namespace il::deadlock
