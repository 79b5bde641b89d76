#include "trace/census.h"

#include "trace/trace.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace il::trace {

namespace {

bool concernsObject(EventKind kind)
{
    return kind >= EventKind::LockRequested && kind <= EventKind::WaitTimedOut;
}

bool concernsVariable(EventKind kind)
{
    return kind == EventKind::VariableRead || kind == EventKind::VariableWritten;
}

bool isLock(ObjectKind kind)
{
    return kind == ObjectKind::Lock || kind == ObjectKind::RLock;
}

bool isWaitedAt(ObjectKind kind)
{
    return kind == ObjectKind::Condition || kind == ObjectKind::Semaphore || kind == ObjectKind::Barrier;
}

/// Who held what together with what.
class LockCount {
public:
    explicit LockCount(Census& census, std::size_t objects) : m_census(census), m_owners(objects, noThread)
    {
        census.contended.resize(objects);
    }

    /// `index`: its place among the events.
    void count(const Event& event, std::size_t index)
    {
        if (event.thread == noThread)
            return;
        m_index = static_cast<std::uint32_t>(index);
        if (event.kind == EventKind::LockRequested)
            request(event.thread, event.object, event.value != 0);
        else if (event.kind == EventKind::LockAcquired)
            acquire(event.thread, event.object);
        else if (event.kind == EventKind::LockReleased && event.value == 0)
            release(event.object);
    }

private:
    void request(ThreadId thread, ObjectId lock, bool waits)
    {
        use(thread, lock);
        const ThreadId owner = m_owners[lock];
        if (waits || (owner != noThread && owner != thread))
            m_census.contended[lock] = true;
        if (!waits && owner != noThread && owner != thread)
            m_census.refusals.push_back(m_index);
        order(thread, lock);
    }

    void order(ThreadId thread, ObjectId lock)
    {
        if (thread >= m_held.size())
            return;
        for (const ObjectId first : m_held[thread])
            if (first != lock && m_orders.emplace(thread, first, lock).second)
                m_census.lockOrders.push_back({thread, first, lock});
    }

    void acquire(ThreadId thread, ObjectId lock)
    {
        use(thread, lock);
        if (m_owners[lock] == thread)
            return;
        order(thread, lock); // a trace need not tell who asks
        release(lock);
        m_owners[lock] = thread;
        if (thread >= m_held.size())
            m_held.resize(thread + 1u);
        if (!m_held[thread].empty())
            m_census.seconds.push_back(m_index);
        m_held[thread].push_back(lock);
    }

    void release(ObjectId lock)
    {
        if (m_owners[lock] == noThread)
            return;
        std::erase(m_held[m_owners[lock]], lock);
        m_owners[lock] = noThread;
    }

    void use(ThreadId thread, ObjectId lock)
    {
        if (m_uses.emplace(thread, lock).second)
            m_census.lockUses.push_back({thread, lock});
    }

    Census& m_census;
    std::uint32_t m_index = 0;
    std::vector<ThreadId> m_owners;            ///< by ObjectId
    std::vector<std::vector<ObjectId>> m_held; ///< by ThreadId
    std::set<std::pair<ThreadId, ObjectId>> m_uses;
    std::set<std::tuple<ThreadId, ObjectId, ObjectId>> m_orders;
};

struct Counting {
    std::span<const ObjectInfo> objects;
    std::span<const VariableInfo> variables;
    Census census;
    std::vector<bool> named;
    std::vector<SimTime> created;            // by thread
    std::map<ThreadId, std::size_t> workers; // their places in the census
    int alive = 0;
    std::set<std::tuple<EventKind, ThreadId, ObjectId>> met{};

    void finish(const Event& event)
    {
        const bool raised = (event.flags & 1) != 0;
        census.taskEnds[event.object] = event.time;
        census.taskResults[event.object] = raised ? 0 : static_cast<StringId>(event.value);
    }

    void count(const Event& event)
    {
        if (event.kind == EventKind::ThreadCreated)
            create(event);
        else if (event.kind == EventKind::ThreadDone)
            end(event);
        else if (event.kind == EventKind::ThreadBlocked)
            meet(event, census.waits);
        else if (event.kind == EventKind::WorkerJoined)
            join(event);
        else if (event.kind == EventKind::WorkerLeft)
            leave(event);
        else if (event.kind == EventKind::TaskFinished && event.object < census.taskEnds.size())
            finish(event);
        else if (event.kind == EventKind::MessagePut && event.object < census.messageSenders.size())
            census.messageSenders[event.object] = event.thread;
        else if (event.kind == EventKind::MessageTaken && event.object < census.messageReceivers.size())
            census.messageReceivers[event.object] = event.thread;
        else if (concernsObject(event.kind) && event.object < objects.size())
            useObject(event);
        else if (concernsVariable(event.kind) && event.object < variables.size())
            useVariable(event);
    }

    void create(const Event& event)
    {
        ++alive;
        ++census.created;
        if (event.thread == noThread)
            return;
        if (event.thread >= named.size()) {
            named.resize(event.thread + 1u, false);
            census.threadNames.resize(event.thread + 1u, 0);
            census.services.resize(event.thread + 1u, false);
            census.processes.resize(event.thread + 1u, 0);
            created.resize(event.thread + 1u);
        }
        if (!named[event.thread])
            describe(event);
        named[event.thread] = true;
    }

    void describe(const Event& event)
    {
        census.threadNames[event.thread] = event.object;
        census.services[event.thread] = (event.flags & 1) != 0;
        const auto process = static_cast<ProcessId>(event.value >> 16);
        census.processes[event.thread] = process;
        created[event.thread] = event.time;
        if (process >= census.mains.size())
            census.mains.resize(process + 1u, noThread);
        if (census.mains[process] == noThread)
            census.mains[process] = event.thread;
    }

    void end(const Event& event)
    {
        --alive;
        leave(event);
    }

    /// At a condition or the like, for the first time in that role.
    void meet(const Event& event, std::vector<ObjectUse>& uses)
    {
        if (event.object < objects.size() && isWaitedAt(objects[event.object].kind) &&
            met.emplace(event.kind, event.thread, event.object).second)
            uses.push_back({event.thread, event.object});
    }

    void join(const Event& event)
    {
        if (event.thread == noThread || event.object >= objects.size() || workers.count(event.thread) > 0)
            return;
        workers[event.thread] = census.workers.size();
        const SimTime since = event.thread < created.size() ? created[event.thread] : event.time;
        census.workers.push_back({event.thread, event.object, since, SimTime::never()});
    }

    void leave(const Event& event)
    {
        const auto worker = workers.find(event.thread);
        if (worker != workers.end())
            census.workers[worker->second].left = std::min(census.workers[worker->second].left, event.time);
    }

    void useObject(const Event& event)
    {
        ++census.objectUses[event.object];
        if (event.kind == EventKind::ObjectNotify)
            meet(event, census.notices);
        const ObjectKind kind = objects[event.object].kind;
        if (kind <= ObjectKind::Queue)
            share(event.thread);
    }

    void useVariable(const Event& event)
    {
        if (!variables[event.object].shared)
            return;
        ++census.variableUses[event.object];
        if (event.kind == EventKind::VariableWritten)
            ++(event.thread == 0 ? census.mainWrites : census.otherWrites)[event.object];
        share(event.thread);
    }

    void share(ThreadId thread)
    {
        if (alive < 2 || thread == noThread)
            return;
        if (thread >= census.shares.size())
            census.shares.resize(thread + 1u, false);
        census.shares[thread] = true;
    }
};

} // namespace

Census censusOf(std::span<const Event> events, std::span<const ObjectInfo> objects,
                std::span<const VariableInfo> variables, std::size_t tasks, std::size_t messages)
{
    Counting counting{objects, variables, {}, {}, {}, {}};
    counting.census.taskEnds.resize(tasks, SimTime::never());
    counting.census.taskResults.resize(tasks);
    counting.census.messageSenders.resize(messages, noThread);
    counting.census.messageReceivers.resize(messages, noThread);
    counting.census.objectUses.resize(objects.size());
    counting.census.variableUses.resize(variables.size());
    counting.census.mainWrites.resize(variables.size());
    counting.census.otherWrites.resize(variables.size());
    LockCount locks(counting.census, objects.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        counting.count(event);
        if (event.object < objects.size() && isLock(objects[event.object].kind))
            locks.count(event, i);
    }
    return std::move(counting.census);
}

} // namespace il::trace
