#include "trace/trace_data.h"

#include <algorithm>
#include <cassert>

namespace il::trace {

namespace {

std::vector<Step> stepsOf(const std::vector<Event>& events)
{
    std::vector<Step> steps{Step{}};
    bool changes = false;
    for (std::size_t i = 0; i < events.size(); ++i) {
        changes = changes || changesPicture(events[i].kind);
        const bool groupEnds = i + 1 == events.size() || events[i + 1].time != events[i].time;
        if (groupEnds && changes)
            steps.push_back({static_cast<std::uint32_t>(i + 1), events[i].time});
        changes = changes && !groupEnds;
    }
    return steps;
}

bool isThreadState(EventKind kind)
{
    return kind <= EventKind::ThreadDone;
}

/// The stretches that the fold counts in GilView::waits.
std::vector<SimTime> gilWaitsOf(const std::vector<Event>& events)
{
    std::vector<SimTime> waits;
    std::vector<SimTime> since; // by thread; never() while it doesn't wait
    for (const Event& event : events) {
        if (!isThreadState(event.kind) || event.thread == noThread)
            continue;
        if (event.thread >= since.size())
            since.resize(event.thread + 1u, SimTime::never());
        SimTime& start = since[event.thread];
        if (event.kind == EventKind::ThreadWaitGil) {
            start = std::min(start, event.time);
        } else if (start != SimTime::never()) {
            waits.push_back(event.time - start);
            start = SimTime::never();
        }
    }
    return waits;
}

std::size_t bytes(const View& view)
{
    std::size_t sum = sizeof view + view.cores.size() * sizeof(ThreadId);
    for (const ThreadView& thread : view.threads)
        sum += sizeof thread + thread.stack.size() * sizeof(StringId) +
               thread.holds.size() * sizeof(ObjectId) + thread.copies.size() * sizeof(PrivateCopy);
    for (const ObjectView& object : view.objects)
        sum += sizeof object + (object.waiters.size() + object.woken.size()) * sizeof(ThreadId);
    for (const VariableView& variable : view.variables)
        sum += sizeof variable + variable.readers.size() * sizeof(ThreadId);
    for (const ThreadView& thread : view.threads)
        sum += thread.poll.reported.size() * sizeof(FileId);
    sum += view.processes.size() * sizeof(ProcessView) + view.tasks.size() * sizeof(TaskView) +
           view.files.size() * sizeof(FileView) + view.messages.size() * sizeof(MessageView);
    return sum;
}

std::uint32_t lostBy(const View& view, const Event& event)
{
    return event.thread < view.threads.size() ? view.threads[event.thread].lostUpdates : 0;
}

} // namespace

TraceBuilder::TraceBuilder() : m_data(std::make_unique<Trace::Data>()) {}
TraceBuilder::~TraceBuilder() = default;
TraceBuilder::TraceBuilder(TraceBuilder&&) noexcept = default;
TraceBuilder& TraceBuilder::operator=(TraceBuilder&&) noexcept = default;

void TraceBuilder::add(const Event& event)
{
    assert(event.time >= (m_data->events.empty() ? SimTime{} : m_data->events.back().time));
    m_data->events.push_back(event);
    m_data->hasGil =
        m_data->hasGil || (event.kind >= EventKind::GilTaken && event.kind <= EventKind::GilWakeLost);
}

StringId TraceBuilder::intern(std::string_view text)
{
    if (const auto known = m_data->ids.find(text); known != m_data->ids.end())
        return known->second;
    const auto id = static_cast<StringId>(m_data->strings.size());
    m_data->ids.emplace(m_data->strings.emplace_back(text), id);
    return id;
}

ObjectId TraceBuilder::addObject(ObjectInfo info)
{
    m_data->objects.push_back(info);
    return static_cast<ObjectId>(m_data->objects.size() - 1);
}

ObjectInfo& TraceBuilder::object(ObjectId id)
{
    return m_data->objects.at(id);
}

VariableId TraceBuilder::addVariable(VariableInfo info)
{
    m_data->variables.push_back(info);
    return static_cast<VariableId>(m_data->variables.size() - 1);
}

VariableInfo& TraceBuilder::variable(VariableId id)
{
    return m_data->variables.at(id);
}

ProcessId TraceBuilder::addProcess(ProcessInfo info)
{
    m_data->processes.push_back(info);
    return static_cast<ProcessId>(m_data->processes.size() - 1);
}

ProcessInfo& TraceBuilder::process(ProcessId id)
{
    return m_data->processes.at(id);
}

FileId TraceBuilder::addFile(FileInfo info)
{
    m_data->files.push_back(info);
    return static_cast<FileId>(m_data->files.size() - 1);
}

FileInfo& TraceBuilder::file(FileId id)
{
    return m_data->files.at(id);
}

TaskId TraceBuilder::addTask(TaskInfo info)
{
    m_data->tasks.push_back(info);
    return static_cast<TaskId>(m_data->tasks.size() - 1);
}

MessageId TraceBuilder::addMessage(MessageInfo info)
{
    m_data->messages.push_back(info);
    return static_cast<MessageId>(m_data->messages.size() - 1);
}

std::uint32_t TraceBuilder::addDeadlock(DeadlockInfo info)
{
    m_data->deadlocks.push_back(std::move(info));
    return static_cast<std::uint32_t>(m_data->deadlocks.size() - 1);
}

void TraceBuilder::withdrawDeadlock(std::uint32_t index)
{
    m_data->deadlocks.at(index).edges.clear();
    m_data->withdrawn.insert(index);
}

void TraceBuilder::loseOutput(std::size_t index)
{
    assert(m_data->events.at(index).kind == EventKind::Output);
    m_data->events[index].flags |= 2;
}

std::uint32_t TraceBuilder::addWatchSet(std::vector<FileId> files)
{
    const auto [place, isNew] =
        m_data->watchSetIds.try_emplace(files, static_cast<std::uint32_t>(m_data->watchSets.size()));
    if (isNew)
        m_data->watchSets.push_back(std::move(files));
    return place->second;
}

void TraceBuilder::addChoice(Choice choice)
{
    choice.event = static_cast<std::uint32_t>(m_data->events.size());
    m_data->choices.push_back(std::move(choice));
}

std::size_t TraceBuilder::choices() const
{
    return m_data->choices.size();
}

std::size_t TraceBuilder::size() const
{
    return m_data->events.size();
}

std::string_view TraceBuilder::string(StringId id) const
{
    return id < m_data->strings.size() ? std::string_view(m_data->strings[id]) : std::string_view();
}

/// Leaves out the events of deadlocks that were none.
void TraceBuilder::dropWithdrawn(Trace::Data& data)
{
    const auto isWithdrawn = [&data](const Event& event) {
        return event.kind == EventKind::Deadlock && data.withdrawn.count(event.object) != 0;
    };
    for (Choice& choice : data.choices) {
        const auto end = data.events.begin() + choice.event;
        choice.event -= static_cast<std::uint32_t>(std::count_if(data.events.begin(), end, isWithdrawn));
    }
    std::erase_if(data.events, isWithdrawn);
}

/// Folds the whole run once, for the lost updates and for the Views that seeks start from. Those lie so far
/// apart that all together are no bigger than the events.
void TraceBuilder::fold(Trace::Data& data, const Trace& trace)
{
    constexpr std::uint32_t interval = 1024;
    View view = initialView(trace);
    data.checkpoints.push_back(view);
    for (const Event& event : data.events) {
        const std::uint32_t lostBefore = lostBy(view, event);
        apply(view, event, trace);
        if (lostBy(view, event) != lostBefore)
            data.lostUpdates.push_back(view.events - 1);
        const std::size_t folded = view.events - data.checkpoints.back().events;
        if (view.events % interval == 0 && bytes(view) <= folded * sizeof(Event))
            data.checkpoints.push_back(view);
    }
}

Trace TraceBuilder::finish(RunInfo info)
{
    const std::shared_ptr<Trace::Data> data = std::move(m_data);
    m_data = std::make_unique<Trace::Data>();
    data->info = std::move(info);
    data->watchSetIds.clear();
    if (!data->withdrawn.empty())
        dropWithdrawn(*data);
    data->steps = stepsOf(data->events);
    data->gilWaits = gilWaitsOf(data->events);
    data->census =
        censusOf(data->events, data->objects, data->variables, data->tasks.size(), data->messages.size());
    Trace trace(data);
    data->census.polls = pollCensusOf(trace);
    fold(*data, trace);
    return trace;
}

} // namespace il::trace
