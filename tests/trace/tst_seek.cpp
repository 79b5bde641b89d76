// Properties of seeking: whatever the way to a moment, the picture there is the same.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "trace/generate_trace.h"
#include "trace/sample_traces.h"
#include "trace/view.h"

using namespace il;
using namespace il::trace;

class TestSeek : public QObject {
    Q_OBJECT

private slots:
    void atEqualsReplayFromTheStart();
    void stepsAreTheSameForwardAndBack();
    void stepsPartitionTheEvents();
    void totalsEqualTheSumsOfStretches();
    void checkpointsDontChangeLongRuns();
};

namespace {

View replay(const Trace& trace, std::uint32_t events, SimTime now)
{
    View view = initialView(trace);
    for (const Event& event : trace.events().first(events))
        apply(view, event, trace);
    return advanced(view, now);
}

std::uint32_t eventsUpTo(const Trace& trace, SimTime t)
{
    std::uint32_t count = 0;
    while (count < trace.events().size() && trace.events()[count].time <= t)
        ++count;
    return count;
}

SimTime anyTime(const Trace& trace)
{
    return nanoseconds(*rc::gen::inRange<std::int64_t>(-3, trace.duration().ns + 4));
}

} // namespace

void TestSeek::atEqualsReplayFromTheStart()
{
    QVERIFY(rc::check("at(t)", [] {
        const Trace trace = samples::anyTrace();
        const SimTime t = anyTime(trace), now = std::clamp(t, SimTime{}, trace.duration());
        RC_ASSERT(trace.at(t) == replay(trace, eventsUpTo(trace, t), now));
    }));
}

void TestSeek::stepsAreTheSameForwardAndBack()
{
    QVERIFY(rc::check("atStep(k)", [] {
        const Trace trace = samples::anyTrace();
        const std::size_t k = *rc::gen::inRange<std::size_t>(0, trace.steps().size());
        const Step step = trace.steps()[k];
        const View direct = trace.atStep(k);
        const View elsewhere = trace.atStep(k + 1); // going there and back leaves nothing behind
        RC_ASSERT(elsewhere.events >= direct.events);
        RC_ASSERT(trace.atStep(k) == direct);
        RC_ASSERT(direct == replay(trace, step.end, step.time));
        RC_ASSERT(k == 0 || trace.stepAt(step.time) == k);
    }));
}

void TestSeek::stepsPartitionTheEvents()
{
    QVERIFY(rc::check("steps", [] {
        const Trace trace = samples::anyTrace();
        for (std::size_t k = 1; k < trace.steps().size(); ++k) {
            const Step before = trace.steps()[k - 1], step = trace.steps()[k];
            RC_ASSERT(before.end < step.end);
            RC_ASSERT(before.time < step.time || k == 1);
            bool changes = false;
            for (std::uint32_t i = before.end; i < step.end; ++i) {
                RC_ASSERT(trace.stepOf(i) == k);
                changes = changes ||
                          (trace.events()[i].time == step.time && changesPicture(trace.events()[i].kind));
            }
            RC_ASSERT(changes);
            const bool simultaneousNext =
                step.end < trace.events().size() && trace.events()[step.end].time == step.time;
            RC_ASSERT(!simultaneousNext);
        }
    }));
}

void TestSeek::totalsEqualTheSumsOfStretches()
{
    QVERIFY(rc::check("totals", [] {
        const Trace trace = samples::anyTrace();
        const SimTime t = anyTime(trace), now = std::clamp(t, SimTime{}, trace.duration());
        std::vector<SimTime> ran(6), gil(6), since(6);
        std::vector<ThreadState> state(6, ThreadState::New);
        const auto count = [&](ThreadId id, SimTime until) {
            if (state[id] == ThreadState::Running)
                ran[id] += until - since[id];
            if (state[id] == ThreadState::WaitGil)
                gil[id] += until - since[id];
            since[id] = until;
        };
        for (const Event& event : trace.events().first(eventsUpTo(trace, t))) {
            if (event.kind > EventKind::ThreadDone || event.thread == noThread)
                continue;
            count(event.thread, event.time);
            state[event.thread] = threadState(event.kind);
        }
        const View view = trace.at(t);
        for (ThreadId id = 0; id < view.threads.size(); ++id) {
            count(id, now);
            RC_ASSERT(view.threads[id].ran == ran[id]);
            RC_ASSERT(view.threads[id].waitedGil == gil[id]);
        }
    }));
}

void TestSeek::checkpointsDontChangeLongRuns()
{
    const Trace trace = samples::longRun(20'000, 40);
    for (const std::size_t k :
         {std::size_t{0}, std::size_t{1}, trace.steps().size() / 2, trace.steps().size() - 1}) {
        const Step step = trace.steps()[k];
        QVERIFY(trace.atStep(k) == replay(trace, step.end, step.time));
    }
}

QTEST_GUILESS_MAIN(TestSeek)
#include "tst_seek.moc"
