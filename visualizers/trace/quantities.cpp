#include "trace/quantities.h"

#include "trace/words.h"

#include <algorithm>
#include <vector>

namespace il::trace {

namespace {

constexpr const char* known =
    "known are value(v), lost(v), lost, output, contains(output, \"text\"), exit, reason, duration, ran(t), "
    "waited(t), waited_gil(t), state(t), holder(l), waiters(l), acquisitions(l), contended(l), threads, "
    "gil.holder, "
    "gil.switches, gil.forced, gil.lost_wakes, gil.max_hold, gil.median_hold, processes, exit_code(p), "
    "process_state(p), signal(p), started(p), workers(pool), tasks(pool), tasks_done(p), failed, lost_tasks, "
    "speedup(pool), busy(pool), calls(m), wakeups(m), examined(m), reported(m), cost(m), buffered(f), "
    "received(f), read(f), sent(f), listed(f), syscalls(name), failed(name)";

std::int64_t number(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

/// "there are a, b and c"; of many only the first ones.
std::string listed(std::vector<std::string> names)
{
    std::erase(names, std::string());
    if (names.empty())
        return "there are none";
    constexpr std::size_t most = 12;
    std::string text = "there are ";
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? text + ", ..." : text;
}

tl::unexpected<std::string> unknown(std::string_view what, std::string_view name,
                                    std::vector<std::string> names)
{
    return tl::unexpected(std::string("no ") + std::string(what) + " of this run is called \"" +
                          std::string(name) + "\"; " + listed(std::move(names)));
}

/// Lengths of the finished holds of the GIL up to event `count`, ascending.
std::vector<std::int64_t> gilHolds(const Trace& trace, std::uint32_t count)
{
    std::vector<std::int64_t> holds;
    SimTime since = SimTime::never(); // while nobody holds it
    for (const Event& event : trace.events().first(count)) {
        if (event.kind == EventKind::GilTaken) {
            since = event.time;
        } else if (event.kind == EventKind::GilReleased && since != SimTime::never()) {
            holds.push_back((event.time - since).ns);
            since = SimTime::never();
        }
    }
    std::sort(holds.begin(), holds.end());
    return holds;
}

/// The middle one; of an even number the lower of the two.
Duration median(const std::vector<std::int64_t>& sorted)
{
    return {sorted.empty() ? 0 : sorted[(sorted.size() - 1) / 2]};
}

} // namespace

QueryResult Quantities::plain(std::string_view name) const
{
    if (name == "lost") {
        std::int64_t sum = 0;
        for (const VariableView& variable : m_view.variables)
            sum += variable.lostUpdates;
        return sum;
    }
    if (name == "output")
        return output();
    if (name == "exit")
        return std::int64_t{m_view.exitStatus};
    if (name == "reason")
        return std::string(m_view.ended ? trace::name(m_view.reason) : "running");
    if (name == "duration")
        return Duration{m_view.now.ns};
    if (name == "threads")
        return number(m_view.threads.size());
    if (name.starts_with("gil."))
        return ofGil(name);
    if (const auto found = plainOfProcesses(name))
        return *found;
    if (const auto id = thread(name))
        return std::string(name);
    if (const auto id = object(name))
        return std::string(name);
    return tl::unexpected("unknown word \"" + std::string(name) + "\"; " + known +
                          ", and the names of threads");
}

QueryResult Quantities::of(std::string_view name, std::string_view argument) const
{
    static constexpr std::string_view ofThreads[] = {"ran", "waited", "waited_gil", "state"};
    static constexpr std::string_view ofObjects[] = {"holder", "waiters", "acquisitions", "contended"};
    static constexpr std::string_view ofVariables[] = {"value", "lost"};
    if (const auto found = ofProcesses(name, argument))
        return *found;
    const auto isOne = [name](auto& names) {
        return std::find(std::begin(names), std::end(names), name) != std::end(names);
    };
    if (isOne(ofThreads)) {
        const auto id = thread(argument);
        if (!id)
            return tl::unexpected(id.error());
        return ofThread(name, *id < m_view.threads.size() ? m_view.threads[*id] : ThreadView{});
    }
    if (isOne(ofObjects)) {
        const auto id = object(argument);
        return id ? ofObject(name, m_view.objects[*id]) : tl::unexpected(id.error());
    }
    if (isOne(ofVariables)) {
        const auto id = variable(argument);
        return id ? ofVariable(name, m_view.variables[*id]) : tl::unexpected(id.error());
    }
    if (isOfModels(name))
        return ofModel(name, argument);
    if (isOfCalls(name))
        return ofCall(name, argument);
    if (isOfFiles(name)) {
        const auto id = file(argument);
        return id ? ofFile(name, m_view.files[*id]) : tl::unexpected(id.error());
    }
    return tl::unexpected("unknown quantity \"" + std::string(name) + "(...)\"; " + known);
}

tl::expected<ThreadId, std::string> Quantities::thread(std::string_view name) const
{
    std::vector<std::string> names;
    for (const Event& event : m_trace.events()) {
        if (event.kind != EventKind::ThreadCreated)
            continue;
        if (m_trace.string(event.object) == name)
            return event.thread;
        names.emplace_back(m_trace.string(event.object));
    }
    if (name == "main" && !names.empty()) // as pictures call it
        return thread(names.front());
    return unknown("thread", name, std::move(names));
}

tl::expected<ObjectId, std::string> Quantities::object(std::string_view name) const
{
    std::vector<std::string> names;
    for (ObjectId id = 0; id < m_trace.objects().size(); ++id) {
        if (m_trace.objects()[id].kind == ObjectKind::ThreadEnd)
            continue;
        names.emplace_back(m_trace.string(m_trace.objects()[id].name));
        if (names.back() == name)
            return id;
    }
    return unknown("lock", name, std::move(names));
}

tl::expected<VariableId, std::string> Quantities::variable(std::string_view name) const
{
    std::vector<std::string> names;
    for (const bool shared : {true, false}) { // a shared variable hides a local one of the same name
        for (VariableId id = 0; id < m_trace.variables().size(); ++id) {
            if (m_trace.variables()[id].shared != shared)
                continue;
            names.emplace_back(m_trace.string(m_trace.variables()[id].name));
            if (names.back() == name)
                return id;
        }
    }
    return unknown("variable", name, std::move(names));
}

QueryResult Quantities::ofThread(std::string_view name, const ThreadView& thread) const
{
    if (name == "ran")
        return Duration{thread.ran.ns};
    if (name == "waited")
        return Duration{thread.waitedLocks.ns};
    if (name == "waited_gil")
        return Duration{thread.waitedGil.ns};
    return std::string(trace::name(thread.state));
}

QueryResult Quantities::ofObject(std::string_view name, const ObjectView& object) const
{
    if (name == "holder")
        return threadName(m_trace, m_view, object.owner);
    if (name == "waiters")
        return number(object.waiters.size());
    return number(name == "acquisitions" ? object.acquisitions : object.contended);
}

QueryResult Quantities::ofVariable(std::string_view name, const VariableView& variable) const
{
    if (name == "lost")
        return number(variable.lostUpdates);
    if (!variable.written)
        return std::string("unset");
    if (variable.value.kind == ValueKind::Int)
        return variable.value.value;
    return valueText(m_trace, variable.value);
}

QueryResult Quantities::ofGil(std::string_view name) const
{
    if (name == "gil.holder")
        return threadName(m_trace, m_view, m_view.gil().holder);
    if (name == "gil.switches")
        return number(m_view.gil().switches);
    if (name == "gil.forced")
        return number(m_view.gil().forcedDrops);
    if (name == "gil.lost_wakes")
        return number(m_view.gil().lostWakes);
    const std::vector<std::int64_t> holds = gilHolds(m_trace, m_view.events);
    if (name == "gil.max_hold")
        return Duration{holds.empty() ? 0 : holds.back()};
    if (name == "gil.median_hold")
        return median(holds);
    return tl::unexpected("unknown quantity \"" + std::string(name) + "\"; " + known);
}

std::string Quantities::output() const
{
    std::string text;
    for (const Event& event : m_trace.events().first(m_view.events)) {
        if (event.kind == EventKind::Output && (event.flags & 3) == 0)
            text += m_trace.string(event.object);
    }
    return text;
}

} // namespace il::trace
