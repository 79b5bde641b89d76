#include "pool/channels.h"

#include "trace/census.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace il::pool {

using trace::MessageState;
using trace::ProcessState;

namespace {

bool isOver(const trace::View& view, trace::ThreadId thread)
{
    if (thread >= view.threads.size())
        return false;
    const ProcessState state = view.processes[view.threads[thread].process].state;
    return state == ProcessState::Zombie || state == ProcessState::Reaped;
}

/// Nothing for noThread.
void insert(std::vector<trace::ProcessId>& processes, const trace::Trace& trace, trace::ThreadId thread)
{
    const auto& known = trace.census().processes;
    if (thread >= known.size())
        return;
    const auto at = std::lower_bound(processes.begin(), processes.end(), known[thread]);
    if (at == processes.end() || *at != known[thread])
        processes.insert(at, known[thread]);
}

template <typename Before>
void sortFirst(std::vector<trace::MessageId>& messages, Before before)
{
    constexpr std::ptrdiff_t most = 64;
    std::partial_sort(messages.begin(), messages.begin() + std::min(most, std::ssize(messages)),
                      messages.end(), before);
}

} // namespace

std::vector<Channel> channelsOf(const trace::Trace& trace)
{
    std::vector<Channel> channels(trace.objects().size());
    for (trace::MessageId id = 0; id < trace.messages().size(); ++id)
        if (const trace::ObjectId channel = trace.messages()[id].channel; channel < channels.size()) {
            channels[channel].id = channel;
            channels[channel].messages.push_back(id);
            insert(channels[channel].senders, trace, trace.census().messageSenders[id]);
            insert(channels[channel].receivers, trace, trace.census().messageReceivers[id]);
        }
    std::erase_if(channels, [](const Channel& channel) { return channel.messages.empty(); });
    return channels;
}

Contents contentsOf(const trace::View& view, const Channel& channel)
{
    Contents contents;
    for (const trace::MessageId id : channel.messages) {
        const trace::MessageView& message = view.messages[id];
        switch (message.state) {
        case MessageState::Absent:
            break;
        case MessageState::Put:
            (isOver(view, message.sender) ? contents.lost : contents.waiting).push_back(id);
            break;
        case MessageState::Failed:
            contents.lost.push_back(id);
            break;
        case MessageState::Sent:
            contents.inside.push_back(id);
            break;
        case MessageState::Taken:
            contents.taken.push_back(id);
            break;
        }
    }
    sortFirst(contents.inside, [&](trace::MessageId a, trace::MessageId b) {
        return std::pair(view.messages[a].sent, a) < std::pair(view.messages[b].sent, b);
    });
    sortFirst(contents.taken, [&](trace::MessageId a, trace::MessageId b) {
        return std::pair(view.messages[b].taken, b) < std::pair(view.messages[a].taken, a);
    });
    return contents;
}

} // namespace il::pool
