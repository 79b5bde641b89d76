#include "scene/narration_terms.h"

#include <algorithm>

namespace il::scene::telling {

using trace::DeadlockInfo;
using trace::WaitEdge;
using trace::WaitReason;

namespace {

QString objectOf(const Telling& t, const WaitEdge& edge)
{
    Event named;
    named.object = edge.object;
    return object(t, named);
}

QString ofLock(const WaitEdge& edge, const Telling& t)
{
    if (edge.holder == trace::noThread)
        return t.words.translate("Narration", "%1 waits for %2", "clause")
            .arg(who(t, edge.thread), objectOf(t, edge));
    if (edge.reason == WaitReason::Semaphore && edge.holder != edge.thread)
        return t.words.translate("Narration", "%1 waits for %2, which %3 has taken", "clause")
            .arg(who(t, edge.thread), objectOf(t, edge), who(t, edge.holder));
    if (edge.holder == edge.thread)
        return t.words.translate("Narration", "%1 waits for %2, which it holds itself", "clause")
            .arg(who(t, edge.thread), objectOf(t, edge));
    return t.words.translate("Narration", "%1 waits for %2, which %3 holds", "clause")
        .arg(who(t, edge.thread), objectOf(t, edge), who(t, edge.holder));
}

/// Without the names.
QString pattern(WaitReason reason, const Words& words)
{
    switch (reason) {
    case WaitReason::Notify:
        return words.translate("Narration", "%1 waits to be notified on %2", "clause");
    case WaitReason::Semaphore:
        return words.translate("Narration", "%1 waits for the semaphore %2", "clause");
    case WaitReason::Result:
        return words.translate("Narration", "%1 waits for the result of a task", "clause");
    case WaitReason::Event:
        return words.translate("Narration", "%1 waits for the event %2", "clause");
    case WaitReason::Barrier:
        return words.translate("Narration", "%1 waits for others at the barrier %2", "clause");
    case WaitReason::Item:
        return words.translate("Narration", "%1 waits for an item in the queue %2", "clause");
    case WaitReason::Room:
        return words.translate("Narration", "%1 waits for room in the queue %2", "clause");
    case WaitReason::TasksDone:
        return words.translate("Narration", "%1 waits until all tasks of the queue %2 are done", "clause");
    case WaitReason::ThreadEnd:
        return words.translate("Narration", "%1 waits until %2 has finished", "clause");
    case WaitReason::ProcessEnd:
        return words.translate("Narration", "%1 waits until the process %2 has ended", "clause");
    case WaitReason::Io:
        return words.translate("Narration", "%1 waits for something to read or for room to write", "clause");
    case WaitReason::Lock:
    case WaitReason::Other:
        break;
    }
    return words.translate("Narration", "%1 waits for %2", "clause");
}

QString clause(const WaitEdge& edge, const Telling& t)
{
    const bool taken = edge.reason == WaitReason::Semaphore && edge.holder != trace::noThread;
    if (edge.reason == WaitReason::Lock || taken)
        return ofLock(edge, t);
    const bool end = edge.reason == WaitReason::ThreadEnd && edge.holder != trace::noThread;
    QString text = pattern(edge.reason, t.words);
    text.replace(QLatin1String("%2"), end ? who(t, edge.holder) : objectOf(t, edge));
    return text.replace(QLatin1String("%1"), who(t, edge.thread));
}

QString ofCycle(const DeadlockInfo& info, const Telling& t)
{
    const auto& edges = info.edges;
    if (edges.size() == 1)
        return t.words.translate("Narration", "Deadlock: %1. It can never go on.").arg(clause(edges[0], t));
    if (edges.size() == 2)
        return t.words.translate("Narration", "Deadlock: %1, and %2. Neither can ever go on.")
            .arg(clause(edges[0], t), clause(edges[1], t));
    return t.words
        .translate("Narration",
                   "Deadlock, a circle of %n thread(s): %1, and so on round to %2, for whom %3 waits.",
                   nullptr, static_cast<int>(edges.size()))
        .arg(clause(edges[0], t), who(t, edges[0].thread), who(t, edges.back().thread));
}

bool isDone(const Telling& t, ThreadId thread)
{
    return thread < t.after.threads.size() && t.after.threads[thread].state == ThreadState::Done;
}

/// The wait that no thread can end tells more than those of threads that only wait for another.
QString ofStuck(const DeadlockInfo& info, const Telling& t)
{
    const auto chief = std::find_if(info.edges.begin(), info.edges.end(), [&](const WaitEdge& edge) {
        return edge.holder == trace::noThread || edge.leftAtFork || isDone(t, edge.holder);
    });
    if (!info.pools.empty()) {
        Event pool;
        pool.object = info.pools.front().pool;
        return t.words
            .translate(
                "Narration",
                "Nothing can happen any more: all %n worker(s) of %1 are in tasks that wait, and tasks "
                "that nobody can begin are queued.",
                nullptr, static_cast<int>(info.pools.front().workers))
            .arg(object(t, pool));
    }
    const WaitEdge& edge = chief == info.edges.end() ? info.edges.front() : *chief;
    if (edge.leftAtFork)
        return t.words
            .translate("Narration",
                       "%1 waits for %2 for ever: %3 had it when the process was forked. Nothing can happen "
                       "any more.")
            .arg(who(t, edge.thread), objectOf(t, edge), who(t, edge.holder));
    if (edge.holder != trace::noThread && isDone(t, edge.holder))
        return t.words
            .translate(
                "Narration",
                "%1 waits for %2 for ever: %3 has ended without releasing it. Nothing can happen any more.")
            .arg(who(t, edge.thread), objectOf(t, edge), who(t, edge.holder));
    return t.words
        .translate("Narration", "Nothing can happen any more: %1, and no thread is left to bring that about.")
        .arg(clause(edge, t));
}

/// A trace from elsewhere need not say who waits for what.
QString ofUnknown(const Event& e, const Telling& t)
{
    return t.words.translate("Narration",
                             "Deadlock: %n thread(s) wait for each other. None of them can ever go on.",
                             nullptr, count(e));
}

} // namespace

QString ofDeadlock(const Event& e, const Telling& t)
{
    const auto deadlocks = t.trace.deadlocks();
    if (e.object >= deadlocks.size() || deadlocks[e.object].edges.empty())
        return ofUnknown(e, t);
    const DeadlockInfo& info = deadlocks[e.object];
    return info.cycle ? ofCycle(info, t) : ofStuck(info, t);
}

} // namespace il::scene::telling
