// Figures about descriptors and about select, poll and epoll.
#include "trace/quantities.h"

#include "trace/census.h"
#include "trace/words.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace il::trace {

namespace {

std::int64_t number(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

std::optional<PollModel> modelCalled(std::string_view text)
{
    for (const PollModel model : {PollModel::Select, PollModel::Poll, PollModel::Epoll})
        if (name(model) == text)
            return model;
    return std::nullopt;
}

/// What a call costs the thread on average, over those that have returned by `now`.
Duration meanCost(const Trace& trace, SimTime now, PollModel model)
{
    SimTime sum;
    std::int64_t count = 0;
    for (const PollCost& cost : trace.census().polls.costs) {
        const auto end = std::upper_bound(cost.returned.begin(), cost.returned.end(), now);
        const auto calls = end - cost.returned.begin();
        if (cost.model != model || calls == 0)
            continue;
        sum += cost.sum[static_cast<std::size_t>(calls - 1)];
        count += calls;
    }
    return {count == 0 ? 0 : sum.ns / count};
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

} // namespace

bool Quantities::isOfModels(std::string_view name)
{
    return isOneOf(name, {"calls", "wakeups", "examined", "reported", "cost"});
}

bool Quantities::isOfFiles(std::string_view name)
{
    return isOneOf(name, {"buffered", "received", "read", "sent", "listed"});
}

bool Quantities::isOfCalls(std::string_view name)
{
    return isOneOf(name, {"syscalls", "failed"});
}

QueryResult Quantities::ofModel(std::string_view name, std::string_view argument) const
{
    const std::optional<PollModel> model = modelCalled(argument);
    if (!model)
        return tl::unexpected("\"" + std::string(argument) + "\" is not select, poll or epoll");
    const PollTotals& totals = m_view.polls[static_cast<int>(*model)];
    if (name == "calls")
        return number(totals.calls);
    if (name == "wakeups")
        return number(totals.returns);
    if (name == "examined")
        return number(totals.examined);
    if (name == "reported")
        return number(totals.reported);
    return meanCost(m_trace, m_view.now, *model);
}

tl::expected<FileId, std::string> Quantities::file(std::string_view name) const
{
    int descriptor = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), descriptor);
    const bool numeric = error == std::errc() && end == name.data() + name.size();
    std::optional<FileId> last; // of several, the one that is open, else the latest
    for (FileId id = 0; id < m_trace.files().size(); ++id) {
        const FileInfo& info = m_trace.files()[id];
        const bool meant = numeric ? info.descriptor == descriptor : m_trace.string(info.name) == name;
        if (!meant || (last && m_view.files[*last].open && !m_view.files[id].open))
            continue;
        if (!last || !m_view.files[*last].open)
            last = id;
    }
    if (last)
        return *last;
    return tl::unexpected("no descriptor of this run is called \"" + std::string(name) +
                          "\": a variable's name or its number is meant");
}

QueryResult Quantities::ofFile(std::string_view name, const FileView& file) const
{
    if (name == "buffered")
        return number(file.buffered);
    if (name == "received")
        return number(file.received);
    if (name == "read")
        return number(file.read);
    if (name == "sent")
        return number(file.sent);
    return file.listed;
}

QueryResult Quantities::ofCall(std::string_view name, std::string_view call) const
{
    std::int64_t count = 0;
    for (const Event& event : m_trace.events().first(m_view.events))
        if (event.kind == EventKind::CallReturned && (name == "syscalls" || event.value < 0) &&
            m_trace.string(event.object) == call)
            ++count;
    return count;
}

} // namespace il::trace
