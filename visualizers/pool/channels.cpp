#include "pool/channels.h"

#include "trace/census.h"

#include <algorithm>

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
    const auto by = [&](trace::SimTime trace::MessageView::*time) {
        return [&view, time](trace::MessageId a, trace::MessageId b) {
            return view.messages[a].*time < view.messages[b].*time;
        };
    };
    std::stable_sort(contents.inside.begin(), contents.inside.end(), by(&trace::MessageView::sent));
    std::stable_sort(contents.taken.begin(), contents.taken.end(), by(&trace::MessageView::taken));
    std::reverse(contents.taken.begin(), contents.taken.end());
    return contents;
}

} // namespace il::pool
