#include "ending.h"

#include "trace/words.h"

#include <QCoreApplication>

namespace il::app {

namespace {

using trace::WaitEdge;
using trace::WaitReason;

struct Ending {
    Q_DECLARE_TR_FUNCTIONS(Ending)
};

/// Tells of one run's deadlocks.
class Stuck {
public:
    explicit Stuck(const trace::Trace& trace) : m_trace(trace), m_view(trace.at(trace.duration())) {}

    QString text() const
    {
        QStringList lines;
        std::vector<bool> told(m_view.threads.size(), false);
        for (const trace::DeadlockInfo& info : m_trace.deadlocks()) {
            if (!info.cycle || info.edges.empty())
                continue;
            lines << headOfCycle(info);
            addEdges(lines, info, told);
        }
        if (const auto all = m_trace.deadlocks(); !all.empty() && !all.back().cycle) {
            const QString head = lines.isEmpty()
                                     ? Ending::tr("Deadlock, though not in a circle: nothing is left that "
                                                  "could ever give these threads what they wait for.")
                                     : Ending::tr("So nobody else can go on either.");
            const auto before = lines.size();
            addEdges(lines, all.back(), told);
            if (lines.size() > before)
                lines.insert(before, head);
        }
        return lines.isEmpty() ? Ending::tr("Deadlock: nothing can ever run again.") : lines.join(u'\n');
    }

private:
    /// "T1"; with its process's number where there are several: "T1 [4243]".
    QString thread(trace::ThreadId id) const
    {
        const QString name = QString::fromStdString(trace::threadName(m_trace, m_view, id));
        const auto pid = pidOf(id);
        return m_trace.processes().size() > 1 && pid ? QStringLiteral("%1 [%2]").arg(name).arg(*pid) : name;
    }
    std::optional<std::int64_t> pidOf(trace::ThreadId id) const
    {
        if (id >= m_view.threads.size() || m_view.threads[id].process >= m_trace.processes().size())
            return std::nullopt;
        return m_trace.processes()[m_view.threads[id].process].pid;
    }
    QString object(const WaitEdge& edge) const
    {
        if (edge.object >= m_trace.objects().size())
            return {};
        const std::string_view name = m_trace.string(m_trace.objects()[edge.object].name);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }

    QString headOfCycle(const trace::DeadlockInfo& info) const
    {
        if (info.edges.size() == 1)
            return Ending::tr("Deadlock: %1 waits for itself.").arg(thread(info.edges.front().thread));
        return Ending::tr("Deadlock: %n thread(s) wait for each other in a circle.", nullptr,
                          static_cast<int>(info.edges.size()));
    }

    /// Threads that have been told of already are left out.
    void addEdges(QStringList& lines, const trace::DeadlockInfo& info, std::vector<bool>& told) const
    {
        for (const WaitEdge& edge : info.edges) {
            if (edge.thread >= told.size() || told[edge.thread])
                continue;
            told[edge.thread] = true;
            lines << QStringLiteral("  ") + sentence(edge);
        }
    }

    QString sentence(const WaitEdge& edge) const
    {
        const QString who = edge.waitLine > 0
                                ? Ending::tr("%1 (line %2)").arg(thread(edge.thread)).arg(edge.waitLine)
                                : thread(edge.thread);
        const QString what = object(edge);
        switch (edge.reason) {
        case WaitReason::Lock:
            return ofLock(edge, who, what);
        case WaitReason::Notify:
            return Ending::tr("%1 waits to be notified on %2.").arg(who, what);
        case WaitReason::Semaphore:
            return Ending::tr("%1 waits for the semaphore %2.").arg(who, what);
        case WaitReason::Event:
            return Ending::tr("%1 waits for the event %2 to be set.").arg(who, what);
        case WaitReason::Barrier:
            return ofBarrier(edge, who, what);
        case WaitReason::Item:
            return Ending::tr("%1 waits for an item in the queue %2.").arg(who, what);
        case WaitReason::Room:
            return Ending::tr("%1 waits for room in the queue %2.").arg(who, what);
        case WaitReason::TasksDone:
            return Ending::tr("%1 waits until all tasks of the queue %2 are done.").arg(who, what);
        case WaitReason::ThreadEnd:
            return Ending::tr("%1 waits for the end of %2.").arg(who, thread(edge.holder));
        case WaitReason::ProcessEnd:
            return ofProcess(edge, who);
        case WaitReason::Io:
            return ofIo(edge, who);
        case WaitReason::Other:
            break;
        }
        return Ending::tr("%1 waits.").arg(who);
    }

    QString ofLock(const WaitEdge& edge, const QString& who, const QString& what) const
    {
        if (edge.holder == trace::noThread)
            return Ending::tr("%1 waits for %2.").arg(who, what);
        if (edge.holder == edge.thread)
            return Ending::tr("%1 waits for %2, which it took itself in line %3.")
                .arg(who, what)
                .arg(edge.takenLine);
        const bool isGone = edge.holder < m_view.threads.size() &&
                            m_view.threads[edge.holder].state == trace::ThreadState::Done;
        return (isGone ? Ending::tr("%1 waits for %2, which %3 took in line %4: it has ended without "
                                    "releasing it.")
                       : Ending::tr("%1 waits for %2, which %3 took in line %4."))
            .arg(who, what, thread(edge.holder))
            .arg(edge.takenLine);
    }

    QString ofProcess(const WaitEdge& edge, const QString& who) const
    {
        if (const auto pid = pidOf(edge.holder))
            return Ending::tr("%1 waits for the end of the process %2.").arg(who).arg(*pid);
        return Ending::tr("%1 waits for the end of a process.").arg(who);
    }

    QString ofIo(const WaitEdge& edge, const QString& who) const
    {
        if (edge.thread < m_view.threads.size() && m_view.threads[edge.thread].call.inside) {
            const std::string_view call = m_trace.string(m_view.threads[edge.thread].call.name);
            return Ending::tr("%1 waits in %2 for input or output that can't come any more.")
                .arg(who, QString::fromUtf8(call.data(), static_cast<qsizetype>(call.size())));
        }
        return Ending::tr("%1 waits for input or output that can't come any more.").arg(who);
    }

    QString ofBarrier(const WaitEdge& edge, const QString& who, const QString& what) const
    {
        return edge.object < m_view.objects.size()
                   ? Ending::tr("%1 waits at the barrier %2: %3 of %4 have arrived.")
                         .arg(who, what)
                         .arg(m_view.objects[edge.object].value)
                         .arg(m_trace.objects()[edge.object].limit)
                   : QString();
    }

    const trace::Trace& m_trace;
    const trace::View m_view;
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
        return Stuck(run.trace()).text();
    default:
        return Ending::tr("Stopped at a limit: %1").arg(ofLimit(run));
    }
}

} // namespace il::app
