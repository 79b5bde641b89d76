#include "pool/texts.h"

#include "trace/census.h"

#include <algorithm>
#include <array>
#include <utility>

namespace il::pool {

using namespace scene;

QString Picture::text(trace::StringId id) const
{
    const std::string_view text = input.trace.string(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString Picture::taskName(trace::TaskId task) const
{
    const trace::TaskInfo& info = input.trace.tasks()[task];
    const QString name = text(info.name);
    return name.isEmpty() ? words("task %1").arg(info.number) : name;
}

QString Picture::workerName(trace::ThreadId worker, bool full) const
{
    const QString label = threadLabel(input.trace, input.view, worker);
    const trace::Census& census = input.trace.census();
    const bool process = worker < census.processes.size() && census.processes[worker] != 0 &&
                         census.mains[census.processes[worker]] == worker;
    return full && process ? QStringLiteral("pid ") + label : label;
}

ElementId Picture::taskElement(trace::TaskId task)
{
    return QStringLiteral("pool/task/%1/name").arg(task);
}

QString workerText(const Picture& p, const Worker& worker)
{
    switch (worker.doing) {
    case Doing::NotCreated:
        return p.words("not started");
    case Doing::Starting:
        return p.words("starting");
    case Doing::Idle:
        return p.words("idle");
    case Doing::Working:
        return p.taskName(worker.task);
    case Doing::Ended:
        return p.words("ended");
    case Doing::Died: {
        const trace::ProcessId process = p.input.view.threads[worker.thread].process;
        return exitText(p, p.input.view.processes[process].exitCode);
    }
    }
    return {};
}

double progressOf(const StageInput& input, trace::TaskId task)
{
    const trace::TaskView& view = input.view.tasks[task];
    if (view.started == trace::SimTime::never())
        return 0;
    const trace::SimTime end = std::min(input.trace.census().taskEnds[task], input.trace.duration());
    const double whole = static_cast<double>((end - view.started).ns);
    return whole > 0 ? std::clamp(static_cast<double>((input.view.now - view.started).ns) / whole, 0.0, 1.0)
                     : 1;
}

QString signalName(const Picture& p, int signal)
{
    static constexpr std::array<std::pair<int, const char*>, 12> known{{{1, "SIGHUP"},
                                                                        {2, "SIGINT"},
                                                                        {3, "SIGQUIT"},
                                                                        {6, "SIGABRT"},
                                                                        {9, "SIGKILL"},
                                                                        {10, "SIGUSR1"},
                                                                        {11, "SIGSEGV"},
                                                                        {12, "SIGUSR2"},
                                                                        {13, "SIGPIPE"},
                                                                        {14, "SIGALRM"},
                                                                        {15, "SIGTERM"},
                                                                        {17, "SIGCHLD"}}};
    for (const auto& [number, name] : known)
        if (number == signal)
            return QLatin1String(name);
    return p.words("signal %1").arg(signal);
}

QString exitText(const Picture& p, int exitCode)
{
    return exitCode < 0 ? p.words("killed by %1").arg(signalName(p, -exitCode))
                        : p.words("exit code %1").arg(exitCode);
}

QString fateText(const Picture& p, Fate fate)
{
    switch (fate) {
    case Fate::Absent:
        return p.words("not submitted");
    case Fate::Waiting:
        return p.words("waiting");
    case Fate::Running:
        return p.words("running");
    case Fate::Finished:
        return p.words("finished, on its way back");
    case Fate::Collected:
        return p.words("result is there");
    case Fate::Failed:
        return p.words("failed");
    case Fate::Cancelled:
        return p.words("cancelled");
    case Fate::Lost:
        return p.words("lost with its worker");
    }
    return {};
}

} // namespace il::pool
