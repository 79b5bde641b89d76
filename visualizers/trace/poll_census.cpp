#include "trace/poll_census.h"

#include "trace/trace.h"
#include "trace/view.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace il::trace {

namespace {

bool isState(EventKind kind)
{
    return kind <= EventKind::ThreadDone;
}

/// What one thread has asked about, while it is counted.
struct Asked {
    std::array<std::uint32_t, pollModels> calls{};
    std::set<std::uint32_t> sets, epolls;
};

/// A call that hasn't returned yet.
struct Under {
    PollModel model = PollModel::None;
    std::uint32_t size = 0;
    SimTime cost;
    SimTime runsSince;
    bool runs = true;
};

class PollCounting {
public:
    explicit PollCounting(const Trace& trace) : m_trace(trace)
    {
        m_census.files.resize(trace.files().size());
    }

    PollCensus run()
    {
        std::uint32_t index = 0;
        for (const Event& event : m_trace.events())
            count(event, index++);
        for (auto& [thread, asked] : m_asked)
            m_census.pollers.push_back({thread, asked.calls, filesOf(asked)});
        for (auto& [key, cost] : m_costs)
            m_census.costs.push_back(std::move(cost));
        return std::move(m_census);
    }

private:
    FileUse* fileAt(FileId id) { return id < m_census.files.size() ? &m_census.files[id] : nullptr; }

    ProcessId processOf(ThreadId thread) const
    {
        const auto found = m_processes.find(thread);
        return found == m_processes.end() ? ProcessId{0} : found->second;
    }

    void count(const Event& event, std::uint32_t index)
    {
        if (event.kind == EventKind::ThreadCreated)
            m_processes[event.thread] = static_cast<ProcessId>(event.value >> 16);
        if (isState(event.kind))
            return changeState(event);
        switch (event.kind) {
        case EventKind::FileOpened:
            return open(event);
        case EventKind::BytesArrived:
        case EventKind::BytesRead:
            return transfer(event, index);
        case EventKind::WatchChanged:
            return watch(event);
        case EventKind::PollCalled:
            return call(event);
        case EventKind::PollReturned:
            return finish(event);
        case EventKind::CallEntered:
            return enter(event);
        default:
            return;
        }
    }

    void open(const Event& event)
    {
        FileUse* file = fileAt(event.object);
        if (!file)
            return;
        const ProcessId process = processOf(event.thread);
        m_descriptors[{process, static_cast<int>(event.value)}] = event.object;
        if (file->opened)
            return;
        file->opened = true;
        file->process = process;
        file->descriptor = static_cast<int>(event.value);
    }

    void transfer(const Event& event, std::uint32_t index)
    {
        FileUse* file = fileAt(event.object);
        if (!file)
            return;
        if (event.kind == EventKind::BytesRead) {
            ++file->reads;
            return;
        }
        ++file->arrivals;
        m_census.arrivals.push_back(index);
        file->firstArrival = std::min(file->firstArrival, index);
    }

    void watch(const Event& event)
    {
        FileUse* file = fileAt(event.object);
        if (!file)
            return;
        file->watched = true;
        m_interest[static_cast<FileId>(event.value >> 32)].insert(event.object);
    }

    void enter(const Event& event)
    {
        const auto found = m_descriptors.find({processOf(event.thread), static_cast<int>(event.value)});
        if (found != m_descriptors.end())
            m_census.files[found->second].called = true;
    }

    void call(const Event& event)
    {
        const auto model = static_cast<PollModel>(std::min<int>(event.flags, pollModels - 1));
        const auto index = static_cast<std::size_t>(model);
        ++m_census.calls[index];
        m_census.mostWatched = std::max(m_census.mostWatched, static_cast<std::uint32_t>(event.value));
        if (event.thread == noThread)
            return;
        Asked& asked = m_asked[event.thread];
        ++asked.calls[index];
        (model == PollModel::Epoll ? asked.epolls : asked.sets).insert(event.object);
        m_under[event.thread] = {model, static_cast<std::uint32_t>(event.value), {}, event.time, true};
    }

    void changeState(const Event& event)
    {
        const auto found = m_under.find(event.thread);
        if (found == m_under.end())
            return;
        Under& under = found->second;
        if (under.runs)
            under.cost += event.time - under.runsSince;
        under.runs = event.kind == EventKind::ThreadRunning;
        under.runsSince = event.time;
    }

    void finish(const Event& event)
    {
        const auto found = m_under.find(event.thread);
        if (found == m_under.end())
            return;
        Under& under = found->second;
        if (under.runs)
            under.cost += event.time - under.runsSince;
        PollCost& cost = m_costs[{under.model, under.size}];
        cost.model = under.model;
        cost.size = under.size;
        const SimTime before = cost.sum.empty() ? SimTime{} : cost.sum.back();
        cost.returned.push_back(event.time);
        cost.sum.push_back(before + under.cost);
        m_under.erase(found);
    }

    std::tuple<ProcessId, int, FileId> key(FileId id) const
    {
        return {m_census.files[id].process, m_census.files[id].descriptor, id};
    }

    std::vector<FileId> filesOf(const Asked& asked)
    {
        std::vector<bool> in(m_census.files.size(), false);
        for (const std::uint32_t set : asked.sets)
            for (const FileId id : m_trace.watchSet(set))
                if (id < in.size())
                    in[id] = m_census.files[id].watched = true;
        for (const FileId epoll : asked.epolls)
            for (const FileId id : m_interest[epoll])
                in[id] = true;
        std::vector<FileId> files;
        for (std::size_t id = 0; id < in.size(); ++id)
            if (in[id])
                files.push_back(static_cast<FileId>(id));
        std::sort(files.begin(), files.end(), [this](FileId a, FileId b) { return key(a) < key(b); });
        return files;
    }

    const Trace& m_trace;
    PollCensus m_census;
    std::map<ThreadId, ProcessId> m_processes;
    std::map<std::pair<ProcessId, int>, FileId> m_descriptors;
    std::map<FileId, std::set<FileId>> m_interest; ///< by epoll
    std::map<ThreadId, Asked> m_asked;
    std::map<ThreadId, Under> m_under;
    std::map<std::pair<PollModel, std::uint32_t>, PollCost> m_costs;
};

} // namespace

PollCensus pollCensusOf(const Trace& trace)
{
    return PollCounting(trace).run();
}

} // namespace il::trace
