#include "trace/words.h"

#include <array>

namespace il::trace {

namespace {

/// "5.05" for 5050 thousandths; three significant digits, no zeros at the end.
std::string threeDigits(std::int64_t thousandths)
{
    const int decimals = thousandths < 10'000 ? 2 : thousandths < 100'000 ? 1 : 0;
    std::string text = std::to_string(thousandths / 1000);
    if (decimals == 0)
        return text;
    std::string fraction =
        std::to_string(1000 + thousandths % 1000).substr(1, static_cast<std::size_t>(decimals));
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    return fraction.empty() ? text : text + "." + fraction;
}

std::int64_t roundedTo(std::int64_t value, std::int64_t grain)
{
    return (value + grain / 2) / grain * grain;
}

/// Thousandths of a unit of `unit` ns, rounded to three significant digits.
std::int64_t roundedThousandths(std::int64_t ns, std::int64_t unit)
{
    const std::int64_t grain = ns < 10 * unit ? unit / 100 : ns < 100 * unit ? unit / 10 : unit;
    return roundedTo(ns, grain) / (unit / 1000);
}

} // namespace

std::string_view name(EventKind kind)
{
    static constexpr std::array<std::string_view, eventKinds> names{"created",
                                                                    "ready",
                                                                    "running",
                                                                    "wait-gil",
                                                                    "blocked",
                                                                    "io",
                                                                    "sleeping",
                                                                    "done",
                                                                    "line",
                                                                    "call",
                                                                    "return",
                                                                    "instruction",
                                                                    "gil-taken",
                                                                    "gil-released",
                                                                    "gil-drop-requested",
                                                                    "gil-forced-wait",
                                                                    "gil-wake-lost",
                                                                    "lock-requested",
                                                                    "lock-acquired",
                                                                    "lock-released",
                                                                    "lock-woken",
                                                                    "object-wait",
                                                                    "object-notify",
                                                                    "object-value",
                                                                    "wait-timed-out",
                                                                    "read",
                                                                    "written",
                                                                    "local",
                                                                    "output",
                                                                    "exception",
                                                                    "cue",
                                                                    "deadlock",
                                                                    "run-ended",
                                                                    "process-created",
                                                                    "process-exited",
                                                                    "process-reaped",
                                                                    "process-adopted",
                                                                    "signal-sent",
                                                                    "pages-copied",
                                                                    "worker-joined",
                                                                    "worker-left",
                                                                    "task-queued",
                                                                    "task-started",
                                                                    "task-finished",
                                                                    "task-collected",
                                                                    "file-opened",
                                                                    "file-closed",
                                                                    "bytes-arrived",
                                                                    "bytes-read",
                                                                    "bytes-sent",
                                                                    "file-ready",
                                                                    "watch-changed",
                                                                    "ready-listed",
                                                                    "ready-unlisted",
                                                                    "poll-called",
                                                                    "poll-scanned",
                                                                    "poll-reported",
                                                                    "poll-returned",
                                                                    "call-entered",
                                                                    "call-returned",
                                                                    "message-put",
                                                                    "message-sent",
                                                                    "message-taken"};
    const auto index = static_cast<std::size_t>(kind);
    return index < names.size() ? names[index] : "unknown";
}

std::string_view name(ThreadState state)
{
    static constexpr std::array<std::string_view, 8> names{"new",     "ready", "running",  "wait-gil",
                                                           "blocked", "io",    "sleeping", "done"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view name(ObjectKind kind)
{
    static constexpr std::array<std::string_view, 12> names{"lock",  "rlock",   "condition",   "semaphore",
                                                            "event", "barrier", "queue",       "thread-end",
                                                            "other", "pool",    "process-end", "channel"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(WaitReason reason)
{
    static constexpr std::array<std::string_view, 13> names{
        "lock",       "notify",     "semaphore",   "event", "barrier", "item",  "room",
        "tasks-done", "thread-end", "process-end", "io",    "other",   "result"};
    return names[static_cast<std::size_t>(reason)];
}

std::string_view name(EndReason reason)
{
    static constexpr std::array<std::string_view, 7> names{
        "finished", "deadlock", "step-limit", "time-limit", "memory-limit", "output-limit", "thread-limit"};
    return names[static_cast<std::size_t>(reason)];
}

std::string_view name(FileKind kind)
{
    static constexpr std::array<std::string_view, 6> names{"pipe-reader", "pipe-writer", "socket",
                                                           "listener",    "epoll",       "other"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(PollModel model)
{
    static constexpr std::array<std::string_view, pollModels> names{"none", "select", "poll", "epoll"};
    return names[static_cast<std::size_t>(model)];
}

std::string durationText(SimTime span)
{
    if (span.ns < 0)
        return std::string("-").append(durationText({span.ns == INT64_MIN ? INT64_MAX : -span.ns}));
    if (span.ns == 0)
        return "0";
    if (span.ns < 1000)
        return std::to_string(span.ns) + " ns";
    struct Unit {
        std::int64_t ns;
        const char* name;
    };
    for (const Unit unit : {Unit{1000, " µs"}, Unit{1'000'000, " ms"}}) {
        if (span.ns < 1000 * unit.ns - unit.ns / 2) // else it would round to 1000
            return threeDigits(roundedThousandths(span.ns, unit.ns)) + unit.name;
    }
    constexpr std::int64_t second = 1'000'000'000;
    if (span.ns >= 1000 * second)
        return std::to_string(span.ns / second) + " s";
    return threeDigits(roundedThousandths(span.ns, second)) + " s";
}

std::string valueText(const Trace& trace, const DataValue& value)
{
    if (value.kind == ValueKind::Text)
        return std::string(trace.string(static_cast<StringId>(value.value)));
    return std::to_string(value.value);
}

std::string threadName(const Trace& trace, const View& view, ThreadId id)
{
    if (id == noThread)
        return "nobody";
    if (id < view.threads.size() && view.threads[id].name != 0)
        return std::string(trace.string(view.threads[id].name));
    return "thread " + std::to_string(id);
}

} // namespace il::trace
