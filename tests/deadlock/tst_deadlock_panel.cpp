// The deadlock panel keeps the look's rules and says what the View says.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "deadlock/cast.h"
#include "deadlock/deadlock_panel.h"
#include "deadlock/deadlock_traces.h"
#include "deadlock/graph.h"
#include "deadlock/plan.h"
#include "deadlock/remedy.h"
#include "panels/panel_rules.h"
#include "trace/recorder.h"
#include "trace/sample_traces.h"

#include <QRegularExpression>

#include <cmath>

using namespace il;
using namespace il::tests;
using trace::milliseconds;
using trace::ThreadId;
using trace::Trace;

namespace {

const scene::Panel& panel()
{
    static const std::unique_ptr<scene::Panel> one = deadlock::makePanel();
    return *one;
}

const Runs& runs()
{
    static const Runs all{
        {"two locks", samples::deadlock()},
        {"dining 2", samples::dining(2)},
        {"dining 3", samples::dining(3)},
        {"dining 5", samples::dining(5)},
        {"dining 8", samples::dining(8)},
        {"dining 12", samples::dining(12)},
        {"dining 16", samples::dining(16)},
        {"dining 20", samples::dining(20)},
        {"ordered 5", samples::dining(5, true)},
        {"ordered 12", samples::dining(12, true)},
        {"self", samples::selfDeadlock()},
        {"join", samples::joinDeadlock()},
        {"queue", samples::starvedQueue()},
        {"forgotten", samples::forgottenRelease()},
        {"timed", samples::timedRing()},
        {"semaphores", samples::semaphoreRing()},
        {"polite", samples::politeDiners(3)},
        {"pool", samples::exhaustedPool()},
        {"refusal", samples::refusalAndWake()},
        {"taken away", samples::takenAway()},
        {"crowd 3 of 3", samples::crowd(3, 3)},
        {"crowd 6 of 4", samples::crowd(6, 4)},
        {"crowd 16 of 16", samples::crowd(16, 16)},
        {"crowd 20 of 24", samples::crowd(20, 24)},
        {"contention", samples::mutexContention()},
        {"condition", samples::waitAndNotify()},
    };
    return all;
}

const Trace& run(const char* name)
{
    return runOf(runs(), name);
}

scene::DisplayList pictureAt(const Trace& trace, trace::SimTime time, const Setting& setting = {})
{
    return pictureOf(panel(), trace, trace.stepAt(time), setting);
}

deadlock::Graph graphAt(const Trace& trace, trace::SimTime time)
{
    return deadlock::graphOf(deadlock::castOf(trace), trace.at(time));
}

const scene::Theme& paper()
{
    return scene::Theme::of(scene::ThemeId::Paper);
}

bool isRed(const scene::DisplayList& list, const QString& id)
{
    const scene::Item* item = find(list, id);
    return item && item->stroke.color == paper().mark(paper().bad);
}

/// Lines of a paragraph, joined.
QString paragraphOf(const scene::DisplayList& list, const QString& id)
{
    QStringList lines;
    for (int i = 0; find(list, id + QStringLiteral("/%1").arg(i)); ++i)
        lines << textOf(list, id + QStringLiteral("/%1").arg(i));
    return lines.join(u' ');
}

/// The gap between two rects that don't overlap.
double apart(const QRectF& a, const QRectF& b)
{
    const double x = std::max({0.0, a.left() - b.right(), b.left() - a.right()});
    const double y = std::max({0.0, a.top() - b.bottom(), b.top() - a.bottom()});
    return std::hypot(x, y);
}

QString evidence(const scene::DisplayList& list, const char* condition)
{
    return paragraphOf(list, QStringLiteral("deadlock/condition/%1/evidence").arg(QLatin1String(condition)));
}

QString state(const scene::DisplayList& list, const char* condition)
{
    return textOf(list, QStringLiteral("deadlock/condition/%1/state").arg(QLatin1String(condition)));
}

QString verdict(const scene::DisplayList& list)
{
    return textOf(list, QStringLiteral("deadlock/verdict")) + QStringLiteral(": ") +
           paragraphOf(list, QStringLiteral("deadlock/says"));
}

} // namespace

class TestDeadlockPanel : public QObject {
    Q_OBJECT

private slots:
    void rules_data() { addRuleRows(runs()); }
    void rules() { checkRules(panel(), runs(), 5); }

    void colourIsNeverAlone_data() { addRuns(runs()); }
    /// Whose a lock is, the arrow at it says as well; a name is as its box, which is heavier in a circle; and
    /// that all four conditions hold is the verdict's first sentence.
    void colourIsNeverAlone()
    {
        checkColourIsNeverAlone(panel(), thisRun(runs()),
                                {QStringLiteral("deadlock/object/"), QStringLiteral("deadlock/name/"),
                                 QStringLiteral("deadlock/condition/")});
    }

    void idsSayWhoseTheyAre_data() { addRuns(runs()); }
    void idsSayWhoseTheyAre() { checkIds(panel(), thisRun(runs())); }

    void positionsStayFromStepToStep_data() { addRuns(runs()); }
    void positionsStayFromStepToStep()
    {
        const Trace& trace = thisRun(runs());
        std::map<QString, QRectF> places;
        for (const char* variant : {"resources", "waits"})
            for (const std::size_t step : someSteps(trace, 30)) {
                const scene::DisplayList list = pictureOf(panel(), trace, step, {.variant = variant});
                for (const QString& id : idsLike(list, QStringLiteral("thread/"), QStringLiteral("/node")) +
                                             idsLike(list, QStringLiteral("deadlock/object/"), {})) {
                    const QString key = QLatin1String(variant) + id;
                    const auto [at, isNew] = places.try_emplace(key, rectOf(list, id));
                    QCOMPARE(rectOf(list, id), at->second);
                }
            }
        QVERIFY(!places.empty());
    }

    void edgesAreTheViews_data() { addRuns(runs()); }
    void edgesAreTheViews()
    {
        const Trace& trace = thisRun(runs());
        const deadlock::Cast cast = deadlock::castOf(trace);
        for (const std::size_t step : someSteps(trace, 30)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (const trace::ObjectId object : cast.objects) {
                const ThreadId owner =
                    object < view.objects.size() ? view.objects[object].owner : trace::noThread;
                if (deadlock::isLock(trace.objects()[object].kind))
                    QCOMPARE(idsLike(list, QStringLiteral("deadlock/hold/%1/").arg(object), {}).size(),
                             qsizetype(cast.has(owner)));
            }
            for (const ThreadId thread : cast.threads)
                if (thread < view.threads.size() && view.threads[thread].state == trace::ThreadState::Blocked)
                    QCOMPARE(find(list, QStringLiteral("deadlock/want/%1/%2")
                                            .arg(thread)
                                            .arg(view.threads[thread].waitsFor)) != nullptr,
                             cast.hasObject(view.threads[thread].waitsFor));
        }
    }

    void theRingReddensWhenItCloses_data()
    {
        QTest::addColumn<int>("seats");
        for (const int seats : {2, 3, 5, 12})
            QTest::addRow("%d", seats) << seats;
    }
    void theRingReddensWhenItCloses()
    {
        QFETCH(int, seats);
        const Trace trace = samples::dining(seats);
        const scene::DisplayList before = pictureAt(trace, milliseconds(2 * seats - 1)),
                                 after = pictureAt(trace, milliseconds(2 * seats));
        for (int i = 0; i < seats; ++i) {
            const QString hold = QStringLiteral("deadlock/hold/%1/%2").arg(i).arg(i + 1),
                          want = QStringLiteral("deadlock/want/%1/%2").arg(i + 1).arg((i + 1) % seats),
                          box = QStringLiteral("deadlock/object/%1").arg(i);
            for (const QString& id : {hold, want, box}) {
                QVERIFY2(!isRed(before, id), qPrintable(id));
                QVERIFY2(isRed(after, id), qPrintable(id));
            }
            QVERIFY(isRed(pictureAt(trace, milliseconds(2 * seats), {.variant = "waits"}),
                          QStringLiteral("deadlock/link/%1/%2").arg(i + 1).arg((i + 1) % seats + 1)));
        }
        QCOMPARE(textOf(before, QStringLiteral("deadlock/verdict")), QStringLiteral("no cycle"));
        QCOMPARE(verdict(after), QStringLiteral("cycle of %1: nobody can move").arg(seats));
    }

    void aRingGoesRoundWithTheClock()
    {
        const deadlock::Cast cast = deadlock::castOf(run("dining 5"));
        const deadlock::RingOrder order = deadlock::ringOrder(run("dining 5"), cast);
        QCOMPARE(order.threads, (std::vector<ThreadId>{1, 2, 3, 4, 5}));
        QCOMPARE(order.objects, (std::vector<trace::ObjectId>{1, 2, 3, 4, 0}));
        const scene::DisplayList list = pictureAt(run("dining 5"), milliseconds(10));
        const QPointF first = rectOf(list, QStringLiteral("thread/1/node")).center(),
                      second = rectOf(list, QStringLiteral("thread/2/node")).center(),
                      last = rectOf(list, QStringLiteral("thread/5/node")).center();
        QVERIFY(first.y() < second.y() && last.x() < first.x() && first.x() < second.x());
    }

    void namesStandNearestToTheirOwnBoxes_data()
    {
        QTest::addColumn<QByteArray>("run");
        for (const char* name :
             {"two locks", "join", "dining 3", "dining 5", "dining 8", "dining 12", "ordered 12"})
            QTest::newRow(name) << QByteArray(name);
    }
    void namesStandNearestToTheirOwnBoxes()
    {
        QFETCH(QByteArray, run);
        const Trace& trace = ::run(run.constData());
        for (const QSizeF pixels : {QSizeF(1920, 1080), QSizeF(3440, 1440)}) {
            const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1, {pixels});
            const QString object = QStringLiteral("deadlock/object/"),
                          name = QStringLiteral("deadlock/name/");
            const QStringList nodes =
                idsLike(list, object, {}).filter(QRegularExpression(QStringLiteral("\\d$"))) +
                idsLike(list, QStringLiteral("thread/"), QStringLiteral("/node"));
            for (const QString& id : idsLike(list, name, {})) {
                const QString own = object + id.mid(name.size());
                for (const QString& node : nodes)
                    if (node != own)
                        QVERIFY2(apart(rectOf(list, id), rectOf(list, own)) <
                                     apart(rectOf(list, id), rectOf(list, node)),
                                 qPrintable(id + QStringLiteral(" is nearer to ") + node));
            }
        }
    }

    void theRemedyStandsApart_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<bool>("chinese");
        for (const char* name : {"dining 2", "dining 5", "dining 12", "ordered 5", "ordered 12", "join"})
            for (const bool chinese : {false, true})
                QTest::addRow("%s%s", name, chinese ? ", Chinese" : "") << QByteArray(name) << chinese;
    }
    void theRemedyStandsApart()
    {
        QFETCH(QByteArray, run);
        QFETCH(bool, chinese);
        const Trace& trace = ::run(run.constData());
        const Setting setting{{1920, 1080}, chinese ? scene::Language::Chinese : scene::Language::English};
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1, setting);
        QVERIFY(!paragraphOf(list, QStringLiteral("deadlock/remedy")).endsWith(u'…'));
        const double rule = rectOf(list, QStringLiteral("deadlock/remedy/rule")).top();
        const QStringList above = idsLike(list, QStringLiteral("deadlock/condition/circle/evidence/"), {});
        QVERIFY(rule - rectOf(list, above.back()).bottom() >= 4);
        for (const QString& id :
             {QStringLiteral("deadlock/remedy/title"), QStringLiteral("deadlock/remedy/0")})
            if (find(list, id))
                QVERIFY(rectOf(list, id).top() - rule >= 4);
    }

    void threadsStayWhenTheGraphIsSwitched()
    {
        const Trace& trace = run("dining 5");
        const scene::DisplayList one = pictureAt(trace, milliseconds(10)),
                                 other = pictureAt(trace, milliseconds(10), {.variant = "waits"});
        for (const QString& id : idsLike(one, QStringLiteral("thread/"), QStringLiteral("/node")))
            QCOMPARE(rectOf(one, id), rectOf(other, id));
        QVERIFY(idsLike(other, QStringLiteral("deadlock/object/"), {}).isEmpty());
        QCOMPARE(textOf(one, QStringLiteral("panel/title")), QStringLiteral("Resource-allocation graph"));
        QCOMPARE(textOf(other, QStringLiteral("panel/title")), QStringLiteral("Wait-for graph"));
    }

    void conditionsHaveTheirEvidence()
    {
        const Setting large{{1280, 1024}};
        const Trace& trace = run("dining 5");
        const scene::DisplayList start = pictureAt(trace, {}, large);
        QCOMPARE(state(start, "exclusion"), QStringLiteral("doesn't hold"));
        QCOMPARE(evidence(start, "exclusion"), QStringLiteral("no lock is held at this moment"));
        QCOMPARE(evidence(start, "hold"), QStringLiteral("nobody keeps a lock and waits"));
        QCOMPARE(evidence(start, "circle"), QStringLiteral("no thread waits for another"));

        const scene::DisplayList open = pictureAt(trace, milliseconds(7), large);
        QCOMPARE(state(open, "hold"), QStringLiteral("holds"));
        QCOMPARE(evidence(open, "hold"),
                 QStringLiteral("T1 keeps forks[0] and waits for forks[1]; 1 other likewise"));
        QCOMPARE(state(open, "circle"), QStringLiteral("doesn't hold"));
        QCOMPARE(evidence(open, "circle"), QStringLiteral("not closed: T1 → T2 → T3"));

        const scene::DisplayList closed = pictureAt(trace, milliseconds(10), large);
        for (const char* condition : {"exclusion", "hold", "preemption", "circle"})
            QCOMPARE(state(closed, condition), QStringLiteral("holds"));
        QCOMPARE(evidence(closed, "exclusion"), QStringLiteral("forks[0] has one holder: T1"));
        QCOMPARE(evidence(closed, "hold"),
                 QStringLiteral("T1 keeps forks[0] and waits for forks[1]; 4 others likewise"));
        QCOMPARE(evidence(closed, "preemption"),
                 QStringLiteral("no lock is taken away: only its holder releases it"));
        QCOMPARE(evidence(closed, "circle"), QStringLiteral("T1 → T2 → T3 → T4 → T5 → T1"));
    }

    void takingALockAwayIsPreemption()
    {
        const Setting large{{1280, 1024}};
        const Trace& trace = run("taken away");
        QCOMPARE(state(pictureAt(trace, milliseconds(2), large), "preemption"), QStringLiteral("holds"));
        const scene::DisplayList after = pictureAt(trace, milliseconds(3), large);
        QCOMPARE(state(after, "preemption"), QStringLiteral("doesn't hold"));
        QCOMPARE(evidence(after, "preemption"),
                 QStringLiteral("a was released by a thread that didn't hold it"));
    }

    void aTimeLimitIsPreemption()
    {
        const Setting large{{1280, 1024}};
        const scene::DisplayList list = pictureAt(run("timed"), milliseconds(4), large);
        QCOMPARE(state(list, "circle"), QStringLiteral("holds"));
        QCOMPARE(state(list, "preemption"), QStringLiteral("doesn't hold"));
        QCOMPARE(evidence(list, "preemption"),
                 QStringLiteral("T1 gives up at 5 ms and can then let go of what it has")
                     .replace(QLatin1String("5 ms"), QStringLiteral("5\u00a0ms")));
    }

    void aSemaphoreIsHeldByWhoTookIt()
    {
        const Setting large{{1280, 1024}};
        const Trace& trace = run("semaphores");
        const scene::DisplayList open = pictureAt(trace, milliseconds(3), large);
        QVERIFY(find(open, QStringLiteral("deadlock/hold/0/1")));
        QVERIFY(!isRed(open, QStringLiteral("deadlock/hold/0/1")));
        QCOMPARE(textOf(open, QStringLiteral("deadlock/object/0/units")), QStringLiteral("0/1"));
        const scene::DisplayList closed = pictureAt(trace, milliseconds(4), large);
        QVERIFY(isRed(closed, QStringLiteral("deadlock/hold/0/1")));
        QVERIFY(isRed(closed, QStringLiteral("deadlock/want/1/1")));
        for (const char* condition : {"exclusion", "hold", "preemption", "circle"})
            QCOMPARE(state(closed, condition), QStringLiteral("holds"));
        QCOMPARE(evidence(closed, "circle"), QStringLiteral("T1 → T2 → T1"));
    }

    void remedies_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char* run, const char* remedy) {
            QTest::newRow(run) << QByteArray(run) << QString::fromUtf8(remedy);
        };
        row("dining 5",
            "If T5 took forks[0] before forks[4], as the others' order demands, no ring could close.");
        row("two locks", "If T2 took a before b, as T1 does, no ring could close.");
        row("semaphores", "If T2 took s before t, as T1 does, no ring could close.");
        row("pool", "More workers, or tasks that don't wait for others of their own pool.");
        row("polite", "A livelock: nobody gets on. Breaks of random length would help.");
        row("self", "If lock were an RLock, T1 could enter it again.");
        row("join", "If main released lock before it waits for the end of T1, T1 could go on.");
        row("queue",
            "Somebody must put an item into jobs, or a sentinel that ends the loop: T1 waits for it.");
        row("forgotten", "T1 has ended without releasing lock. A with statement would have released it.");
        row("ordered 5",
            "In this run all took the locks in one order (forks[0], …, forks[4]): no ring could close.");
        row("refusal", "");
    }
    void remedies()
    {
        QFETCH(QByteArray, run);
        QFETCH(QString, remedy);
        const Trace& trace = ::run(run.constData());
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1, {{1280, 1024}});
        QCOMPARE(paragraphOf(list, QStringLiteral("deadlock/remedy")), remedy);
    }

    /// What a run will have shown at its end isn't told before.
    void theRuleComesBeforeTheFinding()
    {
        const Trace& trace = ::run("ordered 5");
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() / 2, {{1280, 1024}});
        QCOMPARE(paragraphOf(list, QStringLiteral("deadlock/remedy")),
                 QStringLiteral("If all take the locks in one order, no ring can close."));
    }

    void severalOffendersGetAnOrder()
    {
        using namespace deadlock;
        samples::Recorder r({"x.py", "", "3.13t", 2, {}, ""});
        std::vector<trace::ObjectId> locks;
        for (const char* name : {"a", "b", "c", "d"})
            locks.push_back(r.lock(name));
        Graph graph; // T1: a, c; T2: c, b; T3: b, d; T4: d, a
        graph.ring = {{1, locks[2], 2}, {2, locks[1], 3}, {3, locks[3], 4}, {4, locks[0], 1}};
        const Remedy remedy = remedyFor(r.finish(), {}, {}, graph);
        QCOMPARE(remedy.kind, Remedy::Kind::OneOrder);
        QCOMPARE(remedy.order, locks);
    }

    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* run, int ms, const char* says) {
            QTest::newRow(name) << QByteArray(run) << ms << QString::fromUtf8(says);
        };
        row("nothing", "dining 5", 1, "no cycle: no thread waits for another");
        row("chain", "dining 5", 7, "no cycle: longest chain: 2 waits");
        row("self", "self", 2, "cycle of 1: T1 waits for itself");
        row("stuck", "queue", 2, "stuck: no cycle, but nobody is left who could wake them");
        row("for a while", "timed", 4, "cycle of 2: until a wait times out, at 5 ms");
        row("gives up", "timed", 5, "T1 gives up: its time for b is over");
        row("refused", "refusal", 2, "T2 is refused: a is taken; it doesn't wait");
        row("woken", "refusal", 4, "T3 is woken: it must still take a");
        row("semaphores", "semaphores", 4, "cycle of 2: nobody can move");
        row("pool", "pool", 2, "pool exhausted: its only worker waits for a task that it can't begin");
        row("first round", "polite", 3, "no cycle: no thread waits for another");
        row("livelock", "polite", 5, "no progress: 6 tries in vain, and nobody has got a second lock");
        row("livelock to the end", "polite", 7,
            "no progress: 9 tries in vain, and nobody has got a second lock");
    }
    void verdicts()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, ms);
        QFETCH(QString, says);
        QCOMPARE(verdict(pictureAt(::run(run.constData()), milliseconds(ms), {{1920, 1200}})), says);
    }

    void whatMayStillEndIsDashed()
    {
        const auto dashed = [](const scene::DisplayList& list, const char* id) {
            const scene::Item* item = find(list, QLatin1String(id));
            return item ? int(item->stroke.dashed) : -1;
        };
        const scene::DisplayList timed = pictureAt(run("timed"), milliseconds(4));
        QCOMPARE(dashed(timed, "deadlock/want/1/1"), 1);
        QVERIFY(find(timed, QStringLiteral("deadlock/patience/1")));
        QCOMPARE(dashed(pictureAt(run("timed"), milliseconds(5)), "deadlock/vain/1/1"), 1);
        QCOMPARE(dashed(pictureAt(run("dining 5"), milliseconds(7)), "deadlock/want/1/1"), 0);
        const scene::DisplayList refused = pictureAt(run("refusal"), milliseconds(2));
        QCOMPARE(dashed(refused, "deadlock/vain/2/0"), 1);
        QVERIFY(find(refused, QStringLiteral("deadlock/refused/2")));
        QCOMPARE(dashed(pictureAt(run("refusal"), milliseconds(4)), "deadlock/want/3/0"), 1);
        QCOMPARE(dashed(pictureAt(run("refusal"), milliseconds(3)), "deadlock/want/3/0"), 0);
    }

    void aJoinIsAThingThatItsThreadGives()
    {
        const Trace& trace = run("join");
        const deadlock::Cast cast = deadlock::castOf(trace);
        QCOMPARE(cast.givers, (std::map<trace::ObjectId, ThreadId>{{1, 1}}));
        const scene::DisplayList list = pictureAt(trace, milliseconds(2));
        QVERIFY(isRed(list, QStringLiteral("deadlock/hold/1/1")));
        QVERIFY(isRed(list, QStringLiteral("deadlock/want/0/1")));
        QCOMPARE(textOf(list, QStringLiteral("deadlock/name/1")), QStringLiteral("end of T1"));
        // in the run of the philosophers nobody is stuck because main waits for them
        QCOMPARE(deadlock::castOf(run("dining 5")).threads, (std::vector<ThreadId>{1, 2, 3, 4, 5}));
    }

    void aRingOfJoinsMeetsTheConditionsToo()
    {
        using trace::WaitReason;
        samples::Recorder r({"x.py", "", "3.13t", 2, {}, ""});
        r.created(0, "MainThread", trace::noThread);
        r.created(1, "T1", 0);
        r.created(2, "T2", 0);
        const trace::ObjectId ends[]{r.end("T1"), r.end("T2")};
        r.after(milliseconds(1)).blocks(1, ends[1]);
        r.after(milliseconds(1)).blocks(2, ends[0]);
        trace::DeadlockInfo told;
        told.cycle = true;
        told.edges = {{2, ends[0], 1, WaitReason::ThreadEnd, 1, 0},
                      {1, ends[1], 2, WaitReason::ThreadEnd, 1, 0}};
        r.event(trace::EventKind::Deadlock, 2, r.builder.addDeadlock(told), 2);
        const Trace trace = r.finish(trace::EndReason::Deadlock);
        const scene::DisplayList list = pictureAt(trace, milliseconds(2), {{1280, 1024}});
        for (const char* condition : {"exclusion", "hold", "preemption", "circle"})
            QCOMPARE(state(list, condition), QStringLiteral("holds"));
        QCOMPARE(evidence(list, "hold"), QStringLiteral("T1 waits for end of T2 and can't end before"));
        QCOMPARE(paragraphOf(list, QStringLiteral("deadlock/remedy")),
                 QStringLiteral("T1 and T2 must not both wait for each other's end."));
    }

    void whatThereIsNoRoomForIsCounted()
    {
        const deadlock::Cast cast = deadlock::castOf(run("crowd 20 of 24"));
        QCOMPARE(cast.threads.size(), deadlock::mostThreads);
        QCOMPARE(cast.objects.size(), deadlock::mostObjects);
        const scene::DisplayList list = pictureAt(run("crowd 20 of 24"), milliseconds(5));
        QCOMPARE(textOf(list, QStringLiteral("deadlock/more")), QStringLiteral("+12"));
        for (const ThreadId thread : std::vector<ThreadId>{1, 2, 3}) // the ring stays
            QVERIFY(cast.has(thread));
        QVERIFY(isRed(list, QStringLiteral("deadlock/want/1/1")));
    }

    void twoRingsAreBothRed()
    {
        using namespace samples;
        Recorder r({"x.py", "", "3.13t", 4, {}, ""});
        const trace::ObjectId locks[]{r.lock("a"), r.lock("b"), r.lock("c"), r.lock("d")};
        r.created(0, "MainThread", trace::noThread);
        for (ThreadId id = 1; id <= 4; ++id) {
            r.created(id, "T" + std::to_string(id), 0);
            r.event(trace::EventKind::LockAcquired, id, locks[id - 1], 1);
        }
        for (ThreadId id = 1; id <= 4; ++id) {
            const trace::ObjectId other = locks[(id - 1) ^ 1];
            r.event(trace::EventKind::LockRequested, id, other, 1);
            r.blocks(id, other);
        }
        const Trace trace = r.finish(trace::EndReason::Deadlock);
        const deadlock::Graph graph = graphAt(trace, {});
        QCOMPARE(graph.ring.size(), std::size_t{2});
        for (ThreadId id = 1; id <= 4; ++id)
            QVERIFY(graph.inRing(id) && graph.ringHas(locks[id - 1]));
    }

    void speaksChinese()
    {
        const scene::DisplayList list =
            pictureAt(run("dining 5"), milliseconds(10), {{1920, 1200}, scene::Language::Chinese});
        QCOMPARE(verdict(list), QStringLiteral("5 个线程成环: 谁也动不了"));
        QCOMPARE(state(list, "circle"), QStringLiteral("成立"));
    }

    void waitingAtAConditionIsShown()
    {
        const Trace& trace = run("condition");
        const deadlock::Cast cast = deadlock::castOf(trace);
        QCOMPARE(cast.threads, (std::vector<ThreadId>{1, 2, 3})); // T3 doesn't wait there: it notifies
        QCOMPARE(cast.objects.size(), std::size_t{1});
        const scene::DisplayList list = pictureAt(trace, milliseconds(2));
        QCOMPARE(idsLike(list, QStringLiteral("deadlock/want/"), {}).size(), 2);
        QCOMPARE(textOf(list, QStringLiteral("deadlock/verdict")), QStringLiteral("no cycle"));
        QVERIFY(idsLike(pictureAt(trace, milliseconds(5)), QStringLiteral("deadlock/want/"), {}).isEmpty());
    }

    void aLockThatNobodyWaitsForIsShown()
    {
        samples::Recorder r({"x.py", "", "3.13t", 2, {}, ""});
        const trace::ObjectId lock = r.lock("lock");
        r.created(0, "MainThread", trace::noThread);
        r.after(milliseconds(1)).event(trace::EventKind::LockRequested, 0, lock);
        r.event(trace::EventKind::LockAcquired, 0, lock, 1);
        r.after(milliseconds(1)).event(trace::EventKind::LockReleased, 0, lock);
        const Trace trace = r.finish();
        QVERIFY(panel().hasSubject(trace));
        QVERIFY(find(pictureAt(trace, milliseconds(1)), QStringLiteral("deadlock/hold/0/0")));
        QVERIFY(!find(pictureAt(trace, milliseconds(2)), QStringLiteral("deadlock/hold/0/0")));
    }

    void nothingToShow()
    {
        QVERIFY(!panel().hasSubject(Trace()));
        QVERIFY(!panel().hasSubject(samples::gilHandoff()));
        QVERIFY(panel().hasSubject(samples::mutexContention()));
        QVERIFY(panel().hasSubject(samples::starvedQueue()));
    }

    void golden_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("ms");
        QTest::addColumn<QByteArray>("variant");
        QTest::newRow("dining-open") << QByteArray("dining 5") << 7 << QByteArray("resources");
        QTest::newRow("dining-closed") << QByteArray("dining 5") << 10 << QByteArray("resources");
        QTest::newRow("dining-waits") << QByteArray("dining 5") << 10 << QByteArray("waits");
        QTest::newRow("crowd") << QByteArray("crowd 6 of 4") << 5 << QByteArray("resources");
    }
    void golden()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, ms);
        QFETCH(QByteArray, variant);
        const Setting setting{.variant = variant.toStdString()};
        compareWithGolden(pictureAt(::run(run.constData()), milliseconds(ms), setting), panel());
    }
};

QTEST_MAIN(TestDeadlockPanel)
#include "tst_deadlock_panel.moc"
