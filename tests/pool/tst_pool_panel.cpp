// The pool panel keeps the look's rules and says what the View says.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "panels/panel_rules.h"
#include "pool/pool_panel.h"
#include "pool/pool_traces.h"
#include "pool/standing.h"
#include "trace/census.h"
#include "trace/pool_figures.h"
#include "trace/recorder.h"
#include "trace/sample_traces.h"

#include <cmath>
#include <map>

using namespace il;
using namespace il::tests;
using trace::milliseconds;
using trace::SimTime;
using trace::ThreadId;
using trace::Trace;

namespace {

const scene::Panel& panel()
{
    static const std::unique_ptr<scene::Panel> one = pool::makePanel();
    return *one;
}

const Runs& runs()
{
    static const Runs all{
        {"2 processes, no tasks", samples::processPool(2, 0)},
        {"1 process", samples::processPool(1, 3)},
        {"2 processes", samples::processPool(2, 5)},
        {"4 processes", samples::processPool(4, 12)},
        {"5 processes", samples::processPool(5, 40, 4)},
        {"12 processes", samples::processPool(12, 100, 3)},
        {"16 processes", samples::processPool(16, 64, 2, 8)},
        {"64 processes", samples::processPool(64, 1000, 4)},
        {"80 processes", samples::processPool(80, 160)},
        {"2 threads", samples::threadPool(2, 6)},
        {"5 threads", samples::threadPool(5, 10)},
        {"12 threads", samples::threadPool(12, 30)},
        {"64 threads", samples::threadPool(64, 80)},
        {"twin pools", samples::twinPools(4, 8)},
        {"twins of 12", samples::twinPools(12, 24)},
        {"5 pools in turn", samples::poolsInTurn(5)},
        {"troubles", samples::troubles()},
        {"fork tree", samples::forkTree()},
        {"1 child", samples::manyProcesses(1)},
        {"5 children", samples::manyProcesses(5)},
        {"12 children", samples::manyProcesses(12)},
        {"40 children", samples::manyProcesses(40)},
        {"150 children", samples::manyProcesses(150)},
        {"a queue", samples::messages(1, 1, 4)},
        {"a queue of many", samples::messages(5, 4, 12, true, 50)},
        {"a pipe", samples::messages(2, 0, 3, false)},
    };
    return all;
}

const Trace& run(const char* name)
{
    return runOf(runs(), name);
}

scene::DisplayList pictureAt(const Trace& trace, SimTime time)
{
    return pictureOf(panel(), trace, trace.stepAt(time));
}

pool::Pool poolOf(const Trace& trace, std::size_t index = 0)
{
    return pool::poolsOf(trace).at(index);
}

/// The states of a thread between two events, counted again from the events alone.
struct Recount {
    std::map<ThreadId, trace::ThreadState> state;
    std::map<ThreadId, bool> working;
    SimTime last;
    SimTime served, busy;

    void upTo(SimTime time)
    {
        for (const auto& [thread, has] : working) {
            if (!has)
                continue;
            busy += time - last;
            const auto s = state[thread];
            if (s == trace::ThreadState::Running || s == trace::ThreadState::Io ||
                s == trace::ThreadState::Sleeping)
                served += time - last;
        }
        last = time;
    }
};

Recount recount(const Trace& trace, const trace::View& view, trace::ObjectId pool)
{
    Recount sums;
    for (const trace::Event& event : trace.events().first(view.events)) {
        sums.upTo(event.time);
        if (event.kind <= trace::EventKind::ThreadDone)
            sums.state[event.thread] = trace::threadState(event.kind);
        const bool task =
            event.kind == trace::EventKind::TaskStarted || event.kind == trace::EventKind::TaskFinished;
        if (task && trace.tasks()[event.object].pool == pool)
            sums.working[event.thread] = event.kind == trace::EventKind::TaskStarted;
        if (event.kind == trace::EventKind::ThreadDone)
            sums.working[event.thread] = false;
    }
    sums.upTo(view.now);
    return sums;
}

} // namespace

class TestPoolPanel : public QObject {
    Q_OBJECT

private slots:
    void rules_data() { addRuleRows(runs()); }
    void rules() { checkRules(panel(), runs(), 6); }

    void colourIsNeverAlone_data() { addRuns(runs()); }
    /// Squares too small for a texture: who made a result is told beside them.
    void colourIsNeverAlone()
    {
        checkColourIsNeverAlone(panel(), thisRun(runs()), {QStringLiteral("pool/result/")});
    }

    void subject()
    {
        QVERIFY(!panel().hasSubject(Trace()));
        QVERIFY(!panel().hasSubject(samples::gilHandoff()));
        QVERIFY(panel().hasSubject(run("2 threads")));
        QVERIFY(panel().hasSubject(run("1 child")));
    }

    void figures_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("pool");
        for (const char* name : {"2 processes", "4 processes", "12 processes", "2 threads", "5 threads",
                                 "twin pools", "troubles"})
            QTest::addRow("%s", name) << QByteArray(name) << 0;
        QTest::newRow("the second twin") << QByteArray("twin pools") << 1;
    }
    void figures()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, pool);
        const Trace& trace = ::run(run.constData());
        const pool::Pool subject = poolOf(trace, static_cast<std::size_t>(pool));
        for (const std::size_t step : someSteps(trace, 25)) {
            const trace::View view = trace.atStep(step);
            const trace::PoolFigures figures = trace::poolFigures(trace, view, subject.id);
            const Recount expected = recount(trace, view, subject.id);
            QCOMPARE(figures.work.ns, expected.served.ns);
            QCOMPARE(figures.busy.ns, expected.busy.ns);
        }
    }

    void speedUpTellsTheStoryOfTheGil()
    {
        const Trace& trace = run("twin pools");
        const trace::View end = trace.atStep(trace.steps().size() - 1);
        const double threads = *trace::poolFigures(trace, end, poolOf(trace, 0).id).speedUp();
        const double processes = *trace::poolFigures(trace, end, poolOf(trace, 1).id).speedUp();
        QVERIFY2(threads > 0.95 && threads <= 1.0, qPrintable(QString::number(threads)));
        QVERIFY2(processes > 3.5 && processes <= 4.0, qPrintable(QString::number(processes)));
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1);
        QCOMPARE(textOf(list, QStringLiteral("pool/0/figure/speedup")), QStringLiteral("1.0 ×"));
        QCOMPARE(textOf(list, QStringLiteral("pool/0/workers/title")),
                 QStringLiteral("executor: 4 threads, one GIL"));
        QCOMPARE(textOf(list, QStringLiteral("pool/1/workers/title")),
                 QStringLiteral("pool: 4 processes, a GIL each"));
    }

    void everyTaskIsSomewhere_data()
    {
        QTest::addColumn<QByteArray>("run");
        for (const char* name : {"4 processes", "5 processes", "12 processes", "5 threads", "troubles"})
            QTest::addRow("%s", name) << QByteArray(name);
    }
    void everyTaskIsSomewhere()
    {
        QFETCH(QByteArray, run);
        const Trace& trace = ::run(run.constData());
        const pool::Pool subject = poolOf(trace);
        for (const std::size_t step : someSteps(trace, 40)) {
            const trace::View view = trace.atStep(step);
            const pool::Standing standing = pool::standingOf(trace, view, subject);
            int atWorkers = 0;
            for (const pool::Worker& worker : standing.workers)
                atWorkers += (worker.task != trace::none ? 1 : 0) + worker.rest;
            const pool::Tally& tally = standing.tally;
            // A finished task may also count as failed; a lost or cancelled one never finished.
            QCOMPARE(standing.waitingTasks + atWorkers + tally.finished + tally.cancelled + tally.lost,
                     tally.queued);
        }
    }

    void chunksStandTogether()
    {
        const Trace& trace = run("5 processes"); // chunks of 4
        const trace::View view = trace.at(milliseconds(8));
        const pool::Standing standing = pool::standingOf(trace, view, poolOf(trace));
        QCOMPARE(standing.waiting.size(), std::size_t{5}); // of ten, five have been taken
        QCOMPARE(standing.waiting.front().count, 4);
        QCOMPARE(standing.workers.front().rest, 3);
        const scene::DisplayList list = pictureAt(trace, milliseconds(8));
        QCOMPARE(textOf(list, QStringLiteral("pool/task/20/queued/count")), QStringLiteral("×4"));
        QCOMPARE(textOf(list, QStringLiteral("pool/task/20/name")), QStringLiteral("square(20)"));
    }

    void theNextTaskIsOnTop()
    {
        const Trace& trace = run("4 processes");
        const scene::DisplayList list = pictureAt(trace, milliseconds(7));
        double y = 0;
        for (const int task : {4, 5, 6}) {
            const double top = rectOf(list, QStringLiteral("pool/task/%1/queued").arg(task)).top();
            QVERIFY(top > y);
            y = top;
        }
    }

    void placesStayFromStepToStep()
    {
        const Trace& trace = run("12 processes");
        const scene::DisplayList first = pictureOf(panel(), trace, 0);
        for (const std::size_t step : someSteps(trace, 30)) {
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (const char* id : {"pool/0/worker/0", "pool/0/worker/11", "pool/result/99"})
                if (find(first, QLatin1String(id)))
                    QCOMPARE(rectOf(list, QLatin1String(id)).center(),
                             rectOf(first, QLatin1String(id)).center());
        }
    }

    void replacementsTakeThePlaceOfTheDead()
    {
        const Trace& trace = run("troubles");
        const pool::Pool subject = poolOf(trace);
        QCOMPARE(subject.places, (std::vector<pool::Place>{{1, 3}, {2}}));
        const auto doing = [&](int ms) {
            return pool::standingOf(trace, trace.at(milliseconds(ms)), subject).workers[0];
        };
        QCOMPARE(doing(20).doing, pool::Doing::Working);
        QCOMPARE(doing(21).doing, pool::Doing::Died);
        QCOMPARE(doing(24).thread, ThreadId{3});
        QCOMPARE(doing(24).doing, pool::Doing::Working);
        const scene::DisplayList list = pictureAt(trace, milliseconds(21));
        QCOMPARE(textOf(list, QStringLiteral("pool/0/worker/0/state")), QStringLiteral("killed by SIGKILL"));
    }

    /// Of five pools two have room: those that go on, not those that were first.
    void laterPoolsTakeThePlacesOfThoseThatAreOver()
    {
        const Trace& trace = run("5 pools in turn");
        const auto shown = [&](const char* pool, double ms) {
            const auto time = trace::microseconds(static_cast<std::int64_t>(ms * 1000));
            return find(pictureAt(trace, time), QLatin1String(pool) + QLatin1String("/workers/title")) !=
                   nullptr;
        };
        const double turn = 40.2;
        QVERIFY(shown("pool/0", 0) && shown("pool/1", 0) && !shown("pool/2", 0));
        QVERIFY(shown("pool/0", 1.5 * turn) && shown("pool/1", 1.5 * turn));
        QVERIFY(!shown("pool/0", 2.5 * turn) && shown("pool/1", 2.5 * turn) && shown("pool/2", 2.5 * turn));
        QVERIFY(shown("pool/3", 4.5 * turn) && shown("pool/4", 4.5 * turn));
        const scene::DisplayList list = pictureAt(trace, trace.duration());
        QVERIFY(rectOf(list, QStringLiteral("pool/4/workers/title")).top() <
                rectOf(list, QStringLiteral("pool/3/workers/title")).top());
    }

    /// The other view has a place for each result; the first to be finished has the first one.
    void resultsByCompletion()
    {
        const Trace& trace = run("troubles"); // task 1 fails after task 0 is done; 2 is lost, 3 cancelled
        Setting setting;
        setting.variant = "completion";
        const auto at = [&](int ms) {
            return pictureOf(panel(), trace, trace.stepAt(milliseconds(ms)), setting);
        };
        QVERIFY(!find(at(5), QStringLiteral("pool/result/0")) &&
                find(at(5), QStringLiteral("pool/0/place/0")));
        const scene::DisplayList list = at(24);
        QVERIFY(rectOf(list, QStringLiteral("pool/result/0")).left() <
                rectOf(list, QStringLiteral("pool/result/1")).left());
        QCOMPARE(rectOf(list, QStringLiteral("pool/result/0")),
                 rectOf(at(5), QStringLiteral("pool/0/place/0")));
        QVERIFY(!find(list, QStringLiteral("pool/result/2")) && find(list, QStringLiteral("pool/0/place/2")));
    }

    void fates()
    {
        const Trace& trace = run("troubles");
        const trace::View view = trace.at(milliseconds(24));
        using pool::Fate;
        const std::vector<Fate> expected{Fate::Collected, Fate::Failed, Fate::Lost, Fate::Cancelled,
                                         Fate::Running};
        for (trace::TaskId task = 0; task < expected.size(); ++task)
            QCOMPARE(pool::fateOf(view, task), expected[task]);
        const scene::DisplayList list = pictureAt(trace, milliseconds(24));
        for (const int task : {1, 2, 3})
            QVERIFY(find(list, QStringLiteral("pool/result/%1/sign").arg(task)));
        QCOMPARE(textOf(list, QStringLiteral("pool/0/results/status")),
                 QStringLiteral("2 of 5 done, 1 failed, 1 cancelled, 1 lost"));
        QCOMPARE(textOf(list, QStringLiteral("pool/result/0/order")), QStringLiteral("1."));
    }

    /// No gaps where a result is too wide for its cell, and no caption that lacks its end.
    void nothingIsHalfReadable_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QSizeF>("pixels");
        for (const char* name :
             {"4 processes", "5 processes", "12 processes", "16 processes", "64 processes"})
            for (const QSizeF pixels : {QSizeF(1024, 576), QSizeF(1280, 1024), QSizeF(3440, 1440)})
                QTest::addRow("%s, %d", name, static_cast<int>(pixels.width())) << QByteArray(name) << pixels;
    }
    void nothingIsHalfReadable()
    {
        QFETCH(QByteArray, run);
        QFETCH(QSizeF, pixels);
        const Trace& trace = ::run(run.constData());
        for (const auto language : {scene::Language::English, scene::Language::Chinese}) {
            const scene::DisplayList list =
                pictureOf(panel(), trace, trace.steps().size() - 1, {pixels, language});
            const auto results = idsLike(list, QStringLiteral("pool/result/"), QStringLiteral("/value"));
            QVERIFY(results.isEmpty() || static_cast<std::size_t>(results.size()) == trace.tasks().size());
            for (const QString& id : idsLike(list, QStringLiteral("pool/0/figure/"), {}))
                QVERIFY2(!textOf(list, id).contains(QChar(0x2026)), qPrintable(id));
        }
    }

    void theEndedAreGrey()
    {
        const Trace& trace = run("12 processes");
        const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1);
        const scene::Theme& theme = scene::Theme::of(scene::ThemeId::Paper);
        for (const char* id : {"thread/3/chip", "thread/9/chip", "thread/9/chip/ring"})
            QCOMPARE(find(list, QLatin1String(id))->stroke.color, theme.mark(theme.ink2));
    }

    void theKeyIsAtTheHolder()
    {
        const Trace& trace = run("5 threads");
        for (const std::size_t step : someSteps(trace, 30)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            const scene::Item* key = find(list, QStringLiteral("pool/0/key"));
            QCOMPARE(key != nullptr, view.gil().holder != trace::noThread && view.gil().holder != 0);
            if (key) {
                const QRectF chip = rectOf(list, QStringLiteral("thread/%1/chip").arg(view.gil().holder));
                QVERIFY(chip.intersects(scene::bounds(*key)));
            }
        }
    }

    void manyWorkersAreCounted()
    {
        const Trace& trace = run("80 processes");
        const scene::DisplayList list = pictureAt(trace, milliseconds(100));
        const auto chips = idsLike(list, QStringLiteral("thread/"), QStringLiteral("/chip"));
        const QString more = textOf(list, QStringLiteral("pool/0/workers/more"));
        QCOMPARE(chips.size() + more.mid(1).toInt(), 80);
        const scene::DisplayList all = pictureAt(run("64 processes"), milliseconds(100));
        QCOMPARE(idsLike(all, QStringLiteral("thread/"), QStringLiteral("/chip")).size(), 64);
    }

    /// Where there is no room for arrows, a card says whose child it is.
    void grandchildrenInAGridNameTheirParent()
    {
        samples::Recorder r({"tree.py", "", "3.11", 2, milliseconds(5), "default"});
        r.builder.process(0).pid = 4242;
        r.created(0, "MainThread", trace::noThread);
        r.runs(0, 0);
        for (int i = 1; i <= 12; ++i) {
            const trace::ProcessId parent = i > 6 ? 1 : 0;
            const auto id = r.builder.addProcess({4242 + i, parent, trace::StartMethod::Fork, {}, 300});
            r.event(trace::EventKind::ProcessCreated, parent, id, 4242 + i);
            r.event(trace::EventKind::ThreadCreated, static_cast<ThreadId>(i), r.builder.intern("MainThread"),
                    static_cast<std::int64_t>(parent) | (std::int64_t{i} << 16));
        }
        r.after(milliseconds(1));
        const Trace trace = r.finish();
        const scene::DisplayList list = pictureAt(trace, trace.duration());
        QCOMPARE(textOf(list, QStringLiteral("pool/process/7/second")), QStringLiteral("child of 4243"));
        QVERIFY(!find(list, QStringLiteral("pool/process/2/second")));
    }

    void processTree()
    {
        const Trace& trace = run("fork tree");
        const auto text = [&](int ms, const char* id) {
            return textOf(pictureAt(trace, milliseconds(ms)),
                          QStringLiteral("pool/process/") + QLatin1String(id));
        };
        QCOMPARE(text(3, "1/state"), QStringLiteral("running"));
        QCOMPARE(text(3, "1/origin"), QStringLiteral("fork(): 0 here, 4243 in the parent"));
        QCOMPARE(text(6, "1/state"), QStringLiteral("zombie"));
        QCOMPARE(text(6, "1/below"), QStringLiteral("exit code 3"));
        QCOMPARE(text(9, "1/state"), QStringLiteral("reaped"));
        QCOMPARE(text(6, "2/origin"), QStringLiteral("orphan: its parent is now pid 1"));
        QCOMPARE(text(10, "3/state"), QStringLiteral("running"));
        QCOMPARE(text(10, "3/details"), QStringLiteral("SIGTERM was sent, it still runs"));
        QCOMPARE(text(11, "3/below"), QStringLiteral("killed by SIGTERM"));
        QVERIFY(find(pictureAt(trace, milliseconds(5)), QStringLiteral("pool/edge/2")));
        QVERIFY(!find(pictureAt(trace, milliseconds(6)), QStringLiteral("pool/edge/2")));
    }

    /// Only the thread that forks is in the child.
    void daemonsAndThreads()
    {
        samples::Recorder r({});
        const auto below = [](const Trace& trace, const char* process) {
            const scene::DisplayList list = pictureOf(panel(), trace, trace.steps().size() - 1);
            return textOf(list, QStringLiteral("pool/process/%1/below").arg(QLatin1String(process)));
        };
        r.created(0, "MainThread", trace::noThread);
        r.runs(0, 0);
        r.created(1, "Thread-1", 0);
        r.runs(1, 1);
        r.builder.process(0).pid = 4242;
        r.builder.addProcess({.pid = 4243, .start = trace::StartMethod::Fork, .pages = 20, .daemon = true});
        r.event(trace::EventKind::ProcessCreated, 0, 1, 4243);
        r.event(trace::EventKind::ThreadCreated, 2, 0, std::int64_t{1} << 16);
        r.event(trace::EventKind::ThreadReady, 2);
        const Trace trace = r.finish();
        QCOMPARE(below(trace, "0"), QStringLiteral("2 threads"));
        QCOMPARE(below(trace, "1"), QStringLiteral("daemon, 1 thread"));
        QCOMPARE(below(run("1 child"), "0"), QString());
    }

    void lanesAreCalledByPid()
    {
        const scene::DisplayList list = pictureAt(run("4 processes"), milliseconds(20));
        QCOMPARE(textOf(list, QStringLiteral("lane/thread/1/label")), QStringLiteral("4243"));
        QCOMPARE(textOf(list, QStringLiteral("lane/thread/0/label")), QStringLiteral("main"));
    }

    void speaksChinese()
    {
        const Trace& trace = run("4 processes");
        const scene::DisplayList list = pictureOf(panel(), trace, trace.stepAt(milliseconds(20)),
                                                  {{1920, 1080}, scene::Language::Chinese});
        QCOMPARE(textOf(list, QStringLiteral("pool/0/queue/title")), QStringLiteral("任务队列"));
    }

    void golden_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("time");
        QTest::newRow("processes") << QByteArray("4 processes") << 20;
        QTest::newRow("threads") << QByteArray("5 threads") << 33;
        QTest::newRow("troubles") << QByteArray("troubles") << 24;
        QTest::newRow("tree") << QByteArray("fork tree") << 10;
        QTest::newRow("crowd") << QByteArray("12 processes") << 100;
        QTest::newRow("queue") << QByteArray("a queue") << 5;
    }
    void golden()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, time);
        compareWithGolden(pictureAt(::run(run.constData()), milliseconds(time)), panel());
    }
};

QTEST_MAIN(TestPoolPanel)
#include "tst_pool_panel.moc"
