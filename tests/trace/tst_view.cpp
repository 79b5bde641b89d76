// The fold: what a View says after hand-written runs.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "trace/recorder.h"
#include "trace/sample_traces.h"
#include "trace/view.h"

using namespace il;
using namespace il::trace;

class TestView : public QObject {
    Q_OBJECT

private slots:
    void emptyTraceHasOneStepAndNoThreads();
    void gilPassesInTurn();
    void totalsAreCarriedForward();
    void lostUpdateIsCounted();
    void lostIsWhatTheFinalValueLacks();
    void staleWriteLosesAllThatCameBetween();
    void whoWaitsForAConditionLooksAgain();
    void localsEndWithTheirFunction();
    void waitersQueueInOrderOfArrival();
    void stepsGroupWhatIsSimultaneous();
    void damagedIdsAreIgnored();
};

namespace {

SimTime timeOf(const Trace& trace, EventKind kind, ThreadId thread)
{
    for (const Event& event : trace.events()) {
        if (event.kind == kind && event.thread == thread)
            return event.time;
    }
    return SimTime::never();
}

RunInfo anyRun()
{
    RunInfo info;
    info.cores = 2;
    return info;
}

} // namespace

void TestView::emptyTraceHasOneStepAndNoThreads()
{
    const Trace trace;
    QCOMPARE(trace.steps().size(), std::size_t{1});
    QCOMPARE(trace.duration().ns, 0);
    QVERIFY(trace.at(milliseconds(3)).threads.empty());
    QCOMPARE(trace.at(milliseconds(3)).now.ns, 0);
    QCOMPARE(trace.stepAt(milliseconds(3)), std::size_t{0});
    QCOMPARE(trace.string(0), std::string_view());
    QCOMPARE(trace.string(77), std::string_view());
}

void TestView::gilPassesInTurn()
{
    const Trace trace = samples::gilHandoff();
    const View view = trace.at(timeOf(trace, EventKind::GilDropRequested, 2));
    QVERIFY(view.gil().exists);
    QVERIFY(view.gil().dropRequested);
    QCOMPARE(view.gil().requester, ThreadId{2});
    QCOMPARE(view.gil().holder, ThreadId{1});
    QCOMPARE(view.cores[1], ThreadId{1});
    QCOMPARE(view.threads[2].state, ThreadState::WaitGil);
    QCOMPARE(trace.string(view.threads[2].name), std::string_view("T2"));

    const View between = trace.at(view.now + microseconds(1));
    QCOMPARE(between.gil().holder, noThread);
    QCOMPARE(between.gil().forcedWaiter, ThreadId{1});
    QCOMPARE(between.cores[1], noThread);

    const View end = trace.at(trace.duration());
    QVERIFY(end.ended);
    QCOMPARE(end.gil().switches, 8u); // main, T1 T2 T3 T1 T2 T3, main
    QCOMPARE(end.gil().forcedDrops, 3u);
    QCOMPARE(std::size_t{end.gilWaits}, trace.gilWaits().size());
    QCOMPARE(end.gilWaits, 6u);
}

void TestView::totalsAreCarriedForward()
{
    const Trace trace = samples::gilHandoff();
    const SimTime start = timeOf(trace, EventKind::ThreadRunning, 1);
    const View view = trace.at(start + milliseconds(2));
    QCOMPARE(view.threads[1].ran.ns, milliseconds(2).ns);
    QCOMPARE(view.threads[2].waitedGil.ns, (view.now - timeOf(trace, EventKind::ThreadWaitGil, 2)).ns);
    QCOMPARE(view.threads[0].waitedLocks.ns, (view.now - timeOf(trace, EventKind::ThreadBlocked, 0)).ns);
    QCOMPARE(advanced(advanced(view, view.now), view.now + milliseconds(1)).threads[1].ran.ns,
             milliseconds(3).ns);
    QCOMPARE(view.gil().heldFor.ns, (milliseconds(2) + timeOf(trace, EventKind::GilReleased, 0)).ns);
}

void TestView::lostUpdateIsCounted()
{
    const Trace trace = samples::lostUpdate();
    const SimTime firstWrite = timeOf(trace, EventKind::VariableWritten, 1);
    const View before = trace.at(firstWrite - nanoseconds(1));
    QCOMPARE(before.threads[1].copies.size(), std::size_t{1});
    QVERIFY(before.threads[1].copies[0].local == VariableId{1});
    QVERIFY(!before.threads[2].copies[0].stale);

    const View between = trace.at(firstWrite);
    QVERIFY(between.threads[1].copies.empty());
    QVERIFY(between.threads[2].copies[0].stale);
    QCOMPARE(between.variables[0].lostUpdates, 0u);

    const View after = trace.at(timeOf(trace, EventKind::VariableWritten, 2));
    QCOMPARE(after.variables[0].lostUpdates, 1u);
    QCOMPARE(after.variables[0].lastLost.ns, after.now.ns);
    QCOMPARE(after.threads[2].lostUpdates, 1u);
    QCOMPARE(after.threads[1].lostUpdates, 0u);
    QCOMPARE(after.variables[0].value.value, 1);
}

void TestView::lostIsWhatTheFinalValueLacks()
{
    // Two threads add one twice each: every write below is the value read plus one, and the end is 3 of 4.
    samples::Recorder r(anyRun());
    const VariableId x = r.variable("x", true);
    r.writes(0, x, 0);
    r.after(nanoseconds(1)).reads(1, x, 0);
    r.after(nanoseconds(1)).writes(1, x, 1);
    r.after(nanoseconds(1)).reads(1, x, 1);
    r.after(nanoseconds(1)).reads(2, x, 1);
    r.after(nanoseconds(1)).writes(2, x, 2);
    r.after(nanoseconds(1)).reads(2, x, 2);
    r.after(nanoseconds(1)).writes(1, x, 2); // stale: thread 2's first update is gone
    r.after(nanoseconds(1))
        .writes(2, x, 3); // stale too, but it brings that update back: thread 1's second is gone
    const Trace trace = r.finish();
    const View end = trace.at(trace.duration());
    QCOMPARE(end.variables[0].value.value, 3);
    QCOMPARE(end.variables[0].lostUpdates, 1u);
    QCOMPARE(end.threads[1].lostUpdates, 1u);
    QCOMPARE(end.threads[2].lostUpdates, 1u);
}

/// while money < 3: bank.wait()
void TestView::whoWaitsForAConditionLooksAgain()
{
    samples::Recorder r(anyRun());
    const VariableId money = r.variable("money", true), local = r.variable("have", false);
    const ObjectId bank = r.builder.addObject({ObjectKind::Condition, r.builder.intern("bank")});
    r.writes(0, money, 2);
    r.after(nanoseconds(1)).reads(1, money, 2);
    r.reads(2, money, 2);
    r.event(EventKind::LocalWritten, 2, local, 2);
    r.after(nanoseconds(1)).event(EventKind::ObjectWait, 1, bank);
    r.event(EventKind::ObjectWait, 2, bank);
    r.after(nanoseconds(1)).writes(0, money, 5);
    const Trace trace = r.finish();
    const View end = trace.at(trace.duration());
    QVERIFY(end.threads[1].copies.empty());
    QCOMPARE(end.threads[2].copies.size(), std::size_t{1}); // it has kept what it read
    QVERIFY(end.threads[2].copies[0].stale);
    QVERIFY(end.variables[0].readers.empty());
}

/// def enough(): have = money; return have >= 3 ... while not enough(): bank.wait()
void TestView::localsEndWithTheirFunction()
{
    samples::Recorder r(anyRun());
    const VariableId money = r.variable("money", true), local = r.variable("have", false);
    const ObjectId bank = r.builder.addObject({ObjectKind::Condition, r.builder.intern("bank")});
    r.writes(0, money, 2);
    r.event(EventKind::Call, 1, r.builder.intern("customer"), 1);
    r.event(EventKind::Call, 1, r.builder.intern("enough"), 2);
    r.reads(1, money, 2);
    r.event(EventKind::LocalWritten, 1, local, 2);
    r.after(nanoseconds(1)).event(EventKind::Return, 1, r.builder.intern("enough"), 1);
    r.after(nanoseconds(1)).event(EventKind::ObjectWait, 1, bank);
    const Trace trace = r.finish();
    QVERIFY(trace.at(nanoseconds(0)).threads[1].copies.at(0).local == local);
    QVERIFY(!trace.at(nanoseconds(1)).threads[1].copies.at(0).local);
    QVERIFY(trace.at(nanoseconds(2)).threads[1].copies.empty());
}

void TestView::staleWriteLosesAllThatCameBetween()
{
    samples::Recorder r(anyRun());
    const VariableId x = r.variable("x", true);
    r.writes(0, x, 0);
    r.after(nanoseconds(1)).reads(1, x, 0);
    for (int i = 1; i <= 5; ++i) {
        r.after(nanoseconds(1)).reads(2, x, i - 1);
        r.writes(2, x, i);
    }
    r.after(nanoseconds(1)).writes(1, x, 1);
    r.after(nanoseconds(1)).writes(1, x, 2); // nothing read: nothing lost
    const Trace trace = r.finish();
    const View end = trace.at(trace.duration());
    QCOMPARE(end.variables[0].lostUpdates, 5u);
    QCOMPARE(end.threads[1].lostUpdates, 5u);
    QCOMPARE(end.threads[2].lostUpdates, 0u);
    QCOMPARE(end.variables[0].version, 8u);
}

void TestView::waitersQueueInOrderOfArrival()
{
    const Trace trace = samples::mutexContention();
    const SimTime release = timeOf(trace, EventKind::LockReleased, 1);
    const View before = trace.at(release - nanoseconds(1));
    QCOMPARE(before.objects[0].owner, ThreadId{1});
    QCOMPARE(before.objects[0].waiters, (std::vector<ThreadId>{2, 3}));
    QCOMPARE(before.threads[1].holds, std::vector<ObjectId>{0});
    QCOMPARE(before.objects[0].contended, 2u);

    const View at = trace.at(release);
    QCOMPARE(at.objects[0].owner, noThread);
    QCOMPARE(at.objects[0].woken, std::vector<ThreadId>{2});
    QCOMPARE(at.objects[0].waiters, std::vector<ThreadId>{3});

    const View owned = trace.at(release + microseconds(50));
    QCOMPARE(owned.objects[0].owner, ThreadId{2});
    QCOMPARE(owned.threads[2].state, ThreadState::WaitGil);
    QVERIFY(owned.objects[0].woken.empty());

    const View end = trace.at(trace.duration());
    QCOMPARE(end.objects[0].acquisitions, 3u);
    QCOMPARE(end.objects[0].owner, noThread);
    QVERIFY(end.threads[3].holds.empty());
    QCOMPARE(end.threads[2].acquisitions, 1u);
}

void TestView::stepsGroupWhatIsSimultaneous()
{
    samples::Recorder r(anyRun());
    r.created(0, "main", noThread);
    r.runs(0, 0);
    r.after(nanoseconds(5)).event(EventKind::Call, 0, r.builder.intern("f"), 1);
    r.after(nanoseconds(5)).line(0, 2);
    r.event(EventKind::Return, 0, r.builder.intern("f"), 0);
    const Trace trace = r.finish();
    QCOMPARE(trace.steps().size(), std::size_t{3});
    QCOMPARE(trace.steps()[0].end, 0u);
    QCOMPARE(trace.steps()[1].end, 2u);
    QCOMPARE(trace.steps()[2].end, 6u);
    QCOMPARE(trace.atStep(1).threads[0].stack.size(), std::size_t{0});
    QCOMPARE(trace.at(nanoseconds(5)).threads[0].stack.size(), std::size_t{1});
    QCOMPARE(trace.stepAt(nanoseconds(9)), std::size_t{1});
    QCOMPARE(trace.stepOf(0), std::size_t{1});
    QCOMPARE(trace.stepOf(2), std::size_t{2});
    QCOMPARE(trace.stepOf(99), std::size_t{2});
    QCOMPARE(trace.atStep(99).events, 6u);
}

void TestView::damagedIdsAreIgnored()
{
    samples::Recorder r(anyRun());
    for (int kind = 0; kind < eventKinds; ++kind) {
        r.event(static_cast<EventKind>(kind), 3, 12345, -7, 255);
        r.event(static_cast<EventKind>(kind), noThread, none, INT64_MAX, 255);
    }
    const Trace trace = r.finish();
    QCOMPARE(trace.at(trace.duration()).threads.size(), std::size_t{4});
}

QTEST_GUILESS_MAIN(TestView)
#include "tst_view.moc"
