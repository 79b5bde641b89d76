#include "mutex/subjects.h"

#include <algorithm>

namespace il::mutex {

using trace::EventKind;
using trace::ObjectKind;
using trace::ThreadId;

namespace {

bool concernsObject(EventKind kind)
{
    return kind >= EventKind::LockRequested && kind <= EventKind::WaitTimedOut;
}

bool concernsVariable(EventKind kind)
{
    return kind == EventKind::VariableRead || kind == EventKind::VariableWritten;
}

/// Collects uses in one pass.
struct Census {
    explicit Census(const trace::Trace& t)
        : trace(t), objectUses(t.objects().size()), variableUses(t.variables().size()),
          changes(t.variables().size())
    {
    }

    void count(const trace::Event& event)
    {
        if (event.kind == EventKind::ThreadCreated)
            ++alive;
        else if (event.kind == EventKind::ThreadDone)
            --alive;
        else if (concernsObject(event.kind) && event.object < objectUses.size())
            useObject(event);
        else if (concernsVariable(event.kind) && event.object < variableUses.size())
            useVariable(event);
    }

    void useObject(const trace::Event& event)
    {
        const ObjectKind kind = trace.objects()[event.object].kind;
        if (kind == ObjectKind::ThreadEnd || kind == ObjectKind::Other)
            return;
        ++objectUses[event.object];
        takesPart(event.thread);
    }

    void useVariable(const trace::Event& event)
    {
        if (!trace.variables()[event.object].shared)
            return;
        ++variableUses[event.object];
        if (event.kind == EventKind::VariableWritten)
            changes[event.object] += event.thread == 0 ? 1 : 2;
        takesPart(event.thread);
    }

    void takesPart(ThreadId thread)
    {
        if (alive < 2 || thread == trace::noThread)
            return;
        if (users.size() <= thread)
            users.resize(thread + 1u, false);
        users[thread] = true;
    }

    const trace::Trace& trace;
    std::vector<std::uint32_t> objectUses, variableUses;
    std::vector<std::uint32_t> changes; ///< writes; one by another thread than main counts twice
    std::vector<bool> users;
    int alive = 0;
};

} // namespace

Subjects subjectsOf(const trace::Trace& trace)
{
    Census census(trace);
    for (const trace::Event& event : trace.events())
        census.count(event);

    Subjects subjects;
    for (std::uint32_t id = 0; id < census.objectUses.size(); ++id)
        if (census.objectUses[id] > 0)
            subjects.objects.push_back(id);
    for (std::uint32_t id = 0; id < census.variableUses.size(); ++id)
        if (census.changes[id] > 1)
            subjects.variables.push_back(id);
    for (std::size_t id = 0; id < census.users.size(); ++id)
        if (census.users[id])
            subjects.threads.push_back(static_cast<ThreadId>(id));
    if (subjects.threads.empty())
        subjects.threads.push_back(0);
    subjects.objectUses = std::move(census.objectUses);
    subjects.variableUses = std::move(census.variableUses);
    return subjects;
}

bool isLock(ObjectKind kind)
{
    return kind == ObjectKind::Lock || kind == ObjectKind::RLock;
}

std::vector<std::uint32_t> mostUsed(const std::vector<std::uint32_t>& all,
                                    const std::vector<std::uint32_t>& uses, std::size_t count)
{
    std::vector<std::uint32_t> chosen = all;
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return uses[a] > uses[b]; });
    chosen.resize(std::min(count, chosen.size()));
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace il::mutex
