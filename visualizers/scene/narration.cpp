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
    EventKind::Deadlock,
    EventKind::RunEnded,
    EventKind::Exception,
    EventKind::GilForcedWait,
    EventKind::GilDropRequested,
    EventKind::GilWakeLost,
    EventKind::WaitTimedOut,
    EventKind::VariableWritten,
    EventKind::Output,
    EventKind::ThreadSleeping,
    EventKind::ThreadIo,
    EventKind::ThreadBlocked,
    EventKind::LockReleased,
    EventKind::LockAcquired,
    EventKind::ObjectNotify,
    EventKind::ObjectWait,
    EventKind::LockRequested,
    EventKind::ObjectValue,
    EventKind::VariableRead,
    EventKind::LocalWritten,
    EventKind::ThreadDone,
    EventKind::ThreadCreated,
    EventKind::ThreadWaitGil,
    EventKind::GilTaken,
    EventKind::GilReleased,
    EventKind::ThreadReady,
    EventKind::ThreadRunning,
    EventKind::LockWoken,
    EventKind::Line,
};

/// Smaller is more mostTellingFirst. Losing an update, an uncaught exception and being preempted beat what
/// else their kind says.
std::size_t rank(const Event& event, const trace::View& after)
{
    if (event.kind == EventKind::VariableWritten && losesUpdate(event, after))
        return 2;
    const auto at = std::find(mostTellingFirst.begin(), mostTellingFirst.end(), event.kind);
    return 3 + static_cast<std::size_t>(at - mostTellingFirst.begin());
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
