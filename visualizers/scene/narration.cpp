#include "scene/narration.h"

#include "scene/narration_sentences.h"

#include <algorithm>
#include <array>

namespace il::scene {
namespace {

using trace::Event;
using trace::EventKind;

/// From the most telling to the least. An event that isn't here says nothing by itself.
constexpr std::array mostTellingFirst{
    EventKind::Deadlock,       EventKind::RunEnded,      EventKind::Exception,
    EventKind::SignalSent,     EventKind::ProcessExited, EventKind::ProcessCreated,
    EventKind::ProcessAdopted, EventKind::TaskFinished,  EventKind::TaskStarted,
    EventKind::MessageTaken,
    EventKind::MessageSent, // the moment from which others can see it
    EventKind::MessagePut,     EventKind::GilForcedWait, EventKind::GilDropRequested,
    EventKind::GilWakeLost,    EventKind::WaitTimedOut,  EventKind::VariableWritten,
    EventKind::Output,         EventKind::TaskQueued,    EventKind::ProcessReaped,
    EventKind::TaskCollected,  EventKind::WorkerJoined,  EventKind::WorkerLeft,
    EventKind::PollReturned,   EventKind::BytesArrived,  EventKind::ThreadSleeping,
    EventKind::ThreadIo,       EventKind::ThreadBlocked, EventKind::LockReleased,
    EventKind::LockAcquired,   EventKind::ObjectNotify,  EventKind::ObjectWait,
    EventKind::LockRequested,  EventKind::ObjectValue,   EventKind::BytesRead,
    EventKind::BytesSent,      EventKind::CallReturned,  EventKind::PollScanned,
    EventKind::PollCalled,     EventKind::WatchChanged,  EventKind::CallEntered,
    EventKind::FileClosed,     EventKind::FileOpened,    EventKind::ReadyListed,
    EventKind::ReadyUnlisted,  EventKind::VariableRead,  EventKind::LocalWritten,
    EventKind::ThreadDone,     EventKind::ThreadCreated, EventKind::ThreadWaitGil,
    EventKind::GilTaken,       EventKind::GilReleased,   EventKind::ThreadReady,
    EventKind::ThreadRunning,  EventKind::LockWoken,     EventKind::Line,
};

/// About a thread that the library has started for itself, and that nobody sees.
bool isService(const Event& event, const trace::View& after)
{
    return event.thread < after.threads.size() && after.threads[event.thread].service &&
           (event.kind <= EventKind::WaitTimedOut ||
            (event.kind >= EventKind::FileOpened && event.kind <= EventKind::CallReturned));
}

/// Smaller is more telling. Losing an update or a task beats what else their kinds say.
std::size_t rank(const Event& event, const trace::View& after)
{
    constexpr std::uint8_t cancelledOrLost = 2 | 4;
    if (event.kind == EventKind::VariableWritten && losesUpdate(event, after))
        return 2;
    if (event.kind == EventKind::TaskCollected && (event.flags & cancelledOrLost) != 0)
        return 2;
    const auto at = std::find(mostTellingFirst.begin(), mostTellingFirst.end(), event.kind);
    const auto place = 3 + static_cast<std::size_t>(at - mostTellingFirst.begin());
    return isService(event, after) ? place + mostTellingFirst.size() : place;
}

} // namespace

QString narration(const trace::Trace& trace, const trace::View& after, std::size_t step, const Words& words)
{
    const auto steps = trace.steps();
    const std::size_t last = std::min(step, steps.size() - 1);
    const std::size_t begin = last == 0 ? 0 : steps[last - 1].end;
    const auto events = trace.events().subspan(begin, steps[last].end - begin);
    const Telling context{trace, after, events, last, words};
    const Event* best = nullptr;
    for (const Event& event : events)
        if (!best || rank(event, after) < rank(*best, after))
            best = &event;
    const QString sentence = best ? sentenceOf(*best, context) : QString();
    if (!sentence.isEmpty())
        return sentence;
    if (last == 0)
        return words.translate("Narration", "The program has not started yet.");
    return words.translate("Narration", "The program goes on.");
}

} // namespace il::scene
