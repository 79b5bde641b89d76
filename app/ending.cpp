#include "ending.h"

#include <QCoreApplication>

namespace il::app {

namespace {

using machine::Deadlock;
using machine::Stuck;
using trace::WaitReason;

struct Ending {
    Q_DECLARE_TR_FUNCTIONS(Ending)
};

/// Tells who waits for what.
class Telling {
public:
    explicit Telling(const Deadlock& deadlock) : m_deadlock(deadlock) {}

    QString text() const
    {
        QStringList lines;
        for (const std::vector<Stuck>& circle : m_deadlock.circles) {
            lines << headOfCircle(circle);
            addAll(lines, circle);
        }
        if (!m_deadlock.others.empty()) {
            lines << (lines.isEmpty() ? headOfOthers() : Ending::tr("So nobody else can go on either."));
            addAll(lines, m_deadlock.others);
        }
        for (const Deadlock::Pool& pool : m_deadlock.pools)
            lines << ofPool(pool);
        return lines.join(u'\n');
    }

private:
    /// "T1"; with its process's number where there are several: "T1 [4243]".
    QString thread(trace::ThreadId id) const
    {
        const Deadlock::Name& name = m_deadlock.threads[id];
        const QString own = QString::fromStdString(name.name);
        return m_deadlock.severalProcesses ? QStringLiteral("%1 [%2]").arg(own).arg(name.pid) : own;
    }

    QString headOfCircle(const std::vector<Stuck>& circle) const
    {
        if (circle.size() == 1)
            return Ending::tr("Deadlock: %1 waits for itself.").arg(thread(circle.front().thread));
        return Ending::tr("Deadlock: %n thread(s) wait for each other in a circle.", nullptr,
                          static_cast<int>(circle.size()));
    }

    QString headOfOthers() const
    {
        return m_deadlock.pools.empty()
                   ? Ending::tr("Deadlock, though no circle of locks: nothing is left that could ever give "
                                "these threads what they wait for.")
                   : Ending::tr("Deadlock: a pool's own tasks wait for tasks that it can't begin.");
    }

    void addAll(QStringList& lines, const std::vector<Stuck>& all) const
    {
        for (const Stuck& stuck : all)
            lines << QStringLiteral("  ") + sentence(stuck);
    }

    QString ofPool(const Deadlock::Pool& pool) const
    {
        const QString waiting =
            Ending::tr("%n task(s) still wait for a worker.", nullptr, static_cast<int>(pool.waiting));
        const QString workers =
            Ending::tr("All %n worker(s) of %1 are in such tasks:", nullptr, static_cast<int>(pool.workers))
                .arg(QString::fromStdString(pool.name));
        return Ending::tr("%1 %2", "two sentences").arg(workers, waiting);
    }

    QString sentence(const Stuck& stuck) const
    {
        const QString who = stuck.waitLine > 0
                                ? Ending::tr("%1 (line %2)").arg(thread(stuck.thread)).arg(stuck.waitLine)
                                : thread(stuck.thread);
        const QString what = QString::fromStdString(stuck.object);
        switch (stuck.reason) {
        case WaitReason::Lock:
            return ofLock(stuck, who, what);
        case WaitReason::Notify:
            return Ending::tr("%1 waits to be notified on %2.").arg(who, what);
        case WaitReason::Semaphore:
            return ofLock(stuck, who, Ending::tr("the semaphore %1").arg(what));
        case WaitReason::Event:
            return Ending::tr("%1 waits for the event %2 to be set.").arg(who, what);
        case WaitReason::Barrier:
            return Ending::tr("%1 waits at the barrier %2: %3 of %4 have arrived.")
                .arg(who, what)
                .arg(stuck.arrived)
                .arg(stuck.parties);
        case WaitReason::Item:
            return Ending::tr("%1 waits for an item in the queue %2.").arg(who, what);
        case WaitReason::Room:
            return Ending::tr("%1 waits for room in the queue %2.").arg(who, what);
        case WaitReason::TasksDone:
            return Ending::tr("%1 waits until all tasks of the queue %2 are done.").arg(who, what);
        case WaitReason::ThreadEnd:
            return Ending::tr("%1 waits for the end of %2.").arg(who, thread(stuck.giver));
        case WaitReason::ProcessEnd:
            return ofProcess(stuck, who);
        case WaitReason::Io:
            return ofIo(stuck, who);
        case WaitReason::Result:
            return what.isEmpty() ? Ending::tr("%1 waits for the result of a task.").arg(who)
                                  : Ending::tr("%1 waits for the result %2.").arg(who, what);
        case WaitReason::Other:
            break;
        }
        return Ending::tr("%1 waits.").arg(who);
    }

    QString ofLock(const Stuck& stuck, const QString& who, const QString& what) const
    {
        const QString line = QString::number(stuck.takenLine);
        switch (stuck.kind) {
        case Stuck::Giver::Nobody:
            break;
        case Stuck::Giver::Thread:
            return stuck.giver == stuck.thread
                       ? Ending::tr("%1 waits for %2, which it took itself in line %3.").arg(who, what, line)
                       : Ending::tr("%1 waits for %2, which %3 took in line %4.")
                             .arg(who, what, thread(stuck.giver), line);
        case Stuck::Giver::Gone:
            return Ending::tr("%1 waits for %2, which %3 took in line %4: it has ended without releasing it.")
                .arg(who, what, thread(stuck.giver), line);
        case Stuck::Giver::LeftAtFork:
            return Ending::tr("%1 waits for %2, which %3 had taken in line %4 when this process was forked: "
                              "in here nobody can release it.")
                .arg(who, what, thread(stuck.giver), line);
        }
        return Ending::tr("%1 waits for %2.").arg(who, what);
    }

    QString ofProcess(const Stuck& stuck, const QString& who) const
    {
        if (stuck.giver != trace::noThread)
            return Ending::tr("%1 waits for the end of the process %2.")
                .arg(who)
                .arg(m_deadlock.threads[stuck.giver].pid);
        return Ending::tr("%1 waits for the end of a process.").arg(who);
    }

    static QString ofIo(const Stuck& stuck, const QString& who)
    {
        if (!stuck.call.empty())
            return Ending::tr("%1 waits in %2 for input or output that can't come any more.")
                .arg(who, QString::fromStdString(stuck.call));
        return Ending::tr("%1 waits for input or output that can't come any more.").arg(who);
    }

    const Deadlock& m_deadlock;
};

/// The step limit stands for two: instructions, and what can be recorded of them.
QString ofStepLimit(const Run& run)
{
    const machine::Limits& limits = run.config.limits;
    return run.result.instructions >= limits.instructions
               ? Ending::tr("The program had not ended after %L1 instructions.").arg(limits.instructions)
               : Ending::tr("The program had not ended after %L1 recorded events.").arg(limits.events);
}

QString ofLimit(const Run& run)
{
    const machine::Limits& limits = run.config.limits;
    switch (run.result.reason) {
    case trace::EndReason::StepLimit:
        return ofStepLimit(run);
    case trace::EndReason::TimeLimit:
        return Ending::tr("The program had not ended after %L1 s of simulated time.")
            .arg(limits.time.ns / 1'000'000'000);
    case trace::EndReason::MemoryLimit:
        return Ending::tr("The program needs more memory than a run may have (%1 MiB).")
            .arg(limits.heapBytes >> 20);
    case trace::EndReason::OutputLimit:
        return Ending::tr("The program has printed more than a run may print (%1 MiB).")
            .arg(limits.outputBytes >> 20);
    case trace::EndReason::ThreadLimit:
        return Ending::tr("The program has started more threads than a run may have (%L1).")
            .arg(limits.threads);
    case trace::EndReason::Finished:
    case trace::EndReason::Deadlock:
        break;
    }
    return {};
}

} // namespace

QString ending(const Run& run)
{
    switch (run.result.reason) {
    case trace::EndReason::Finished:
        return {};
    case trace::EndReason::Deadlock:
        return run.result.deadlock ? Telling(*run.result.deadlock).text() : QString();
    default:
        return Ending::tr("Stopped at a limit: %1").arg(ofLimit(run));
    }
}

} // namespace il::app
