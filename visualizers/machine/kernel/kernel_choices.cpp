// Choices that a person makes: what is asked, and what the trace says about it.
#include "machine/kernel/kernel.h"

#include <algorithm>

namespace il::machine {

using trace::EventKind;
using trace::noThread;
using trace::SimTime;
using trace::ThreadId;
using trace::ThreadState;

namespace {

/// By hand: for so long the system has something else to do. Longer than what threads of lessons compute or
/// sleep at a time, so that it makes a difference.
constexpr SimTime holdUp = trace::milliseconds(20);

} // namespace

/// What was asked where nothing is known of threads: of the network.
void Kernel::noteChoices(SimTime now)
{
    if (!m_builder)
        return;
    const auto& asked = s.schedule.asked();
    while (m_builder->choices() < asked.size()) {
        const Schedule::Asked& what = asked[m_builder->choices()];
        trace::Choice choice;
        choice.kind = what.kind;
        choice.time = m_recorder->stamp(now);
        choice.unit = lateness;
        choice.options = what.options;
        choice.chosen = what.chosen;
        m_builder->addChoice(std::move(choice));
    }
}

std::uint32_t Kernel::ask(trace::Choice choice, std::uint32_t options)
{
    noteChoices(choice.time);
    const std::size_t before = s.schedule.asked().size();
    choice.options = options;
    choice.chosen = s.schedule.choose(choice.kind, options);
    const std::uint32_t chosen = choice.chosen;
    if (m_builder && s.schedule.asked().size() > before) {
        choice.time = m_recorder->stamp(choice.time);
        m_builder->addChoice(std::move(choice));
    }
    return chosen;
}

std::uint32_t Kernel::askWho(ChoiceKind kind, SimTime now, ThreadId about, std::vector<ThreadId> threads,
                             trace::ObjectId object)
{
    trace::Choice choice;
    choice.kind = kind;
    choice.thread = about;
    choice.object = object;
    choice.time = now;
    choice.threads = std::move(threads);
    const auto options = static_cast<std::uint32_t>(choice.threads.size());
    return ask(std::move(choice), options);
}

/// One of a list that isn't empty.
std::uint32_t Kernel::chooseOf(ChoiceKind kind, const ThreadList& list, const std::vector<ThreadLink>& links,
                               SimTime now, ThreadId about)
{
    if (!s.schedule.isByHand())
        return s.schedule.choose(kind, list.size);
    std::vector<ThreadId> threads;
    for (ThreadId thread = list.first; thread != noThread; thread = links[thread].after)
        threads.push_back(thread);
    const Wait& wait = s.threads[threads.front()].wait;
    const bool isLock = kind == ChoiceKind::LockWinner && wait.object != noSync;
    return askWho(kind, now, about, std::move(threads), isLock ? traceOf(wait.object) : trace::none);
}

std::uint32_t Kernel::chooseGilWinner(ThreadId releaser, SimTime now)
{
    const Gil& gil = gilOf(releaser);
    if (!gil.hasSleepers())
        return 0;
    if (!s.schedule.isByHand())
        return s.schedule.choose(ChoiceKind::GilWinner, gil.sleeperCount());
    return askWho(ChoiceKind::GilWinner, now, releaser, gil.sleepers());
}

/// At the next switch point it is asked who goes on. With 2.x's ticks only the ticks decide.
bool Kernel::asksToPreempt(ThreadId thread)
{
    if (!s.schedule.isByHand() || m_config.version.gil != GilModel::SwitchInterval)
        return false;
    const Gil& gil = gilOf(thread);
    return gil.holder() == thread && gil.hasSleepers();
}

/// A switch point: as if a waiter's timer had fired just before, if somebody wants it so.
void Kernel::maybePreempt(ThreadId thread)
{
    if (!asksToPreempt(thread))
        return;
    constexpr std::uint8_t forced = 1;
    const SimTime now = s.threads[thread].clock;
    Gil& gil = gilOf(thread);
    std::vector<ThreadId> threads = gil.sleepers();
    threads.insert(threads.begin(), thread);
    const std::uint32_t chosen = askWho(ChoiceKind::Preempt, now, thread, threads);
    if (chosen == 0)
        return;
    gil.requestDrop();
    record(now, EventKind::GilDropRequested, threads[chosen], thread);
    afterForcedDrop(thread, now, dropGilTo(chosen - 1, thread, now, forced));
}

bool Kernel::othersGoOn(ThreadId thread) const
{
    for (ThreadId other = 0; other < s.threads.size(); ++other) {
        const ThreadState state = s.threads[other].state;
        const bool waits = state == ThreadState::New || state == ThreadState::Blocked;
        if (other != thread && state != ThreadState::Done && !waits)
            return true;
    }
    return false;
}

/// How much later than usual a thread that is about to wake up gets going.
SimTime Kernel::heldUp(ThreadId thread, SimTime now)
{
    if (!s.schedule.isByHand() || !othersGoOn(thread))
        return {};
    trace::Choice choice;
    choice.kind = ChoiceKind::Delay;
    choice.thread = thread;
    choice.time = now;
    choice.unit = holdUp;
    return ask(std::move(choice), 2) == 0 ? SimTime{} : holdUp;
}

} // namespace il::machine
