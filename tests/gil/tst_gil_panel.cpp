// The GIL panel keeps the look's rules and says what the View says.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "gil/figures.h"
#include "gil/gil_panel.h"
#include "gil/gil_traces.h"
#include "gil/seating.h"
#include "gil/texts.h"
#include "panels/panel_rules.h"
#include "trace/sample_traces.h"

using namespace il;
using namespace il::tests;
using trace::microseconds;
using trace::milliseconds;
using trace::ThreadId;
using trace::Trace;

namespace {

const scene::Panel& panel()
{
    static const std::unique_ptr<scene::Panel> one = gil::makePanel();
    return *one;
}

QString chipId(int thread)
{
    return QStringLiteral("thread/%1/chip").arg(thread);
}

const Runs& runs()
{
    static const Runs all{
        {"handoff with I/O", samples::handoffWithIo()},
        {"ticks", samples::tickChecks()},
        {"gilHandoff", samples::gilHandoff()},
        {"mutexContention", samples::mutexContention()},
        {"parallel 2 on 2", samples::parallel(2, 2)},
        {"parallel 5 on 4", samples::parallel(5, 4)},
        {"parallel 16 on 8", samples::parallel(16, 8)},
        {"parallel 16 on 32", samples::parallel(16, 32)},
        {"crowd 1 on 1", samples::mixedCrowd(1, 1)},
        {"crowd 2 on 2", samples::mixedCrowd(2, 2)},
        {"crowd 3 on 1", samples::mixedCrowd(3, 1)},
        {"crowd 5 on 3", samples::mixedCrowd(5, 3)},
        {"crowd 8 on 4", samples::mixedCrowd(8, 4)},
        {"crowd 12 on 6", samples::mixedCrowd(12, 6)},
        {"crowd 16 on 16", samples::mixedCrowd(16, 16)},
        {"many 16", samples::manyThreads(16)},
        {"long run", samples::longRun(3000)},
    };
    return all;
}

const Trace& run(const char* name)
{
    return runOf(runs(), name);
}

scene::DisplayList pictureAt(const Trace& trace, trace::SimTime time)
{
    return pictureOf(panel(), trace, trace.stepAt(time));
}

} // namespace

class TestGilPanel : public QObject {
    Q_OBJECT

private slots:
    void rules_data() { addRuleRows(runs()); }
    void rules() { checkRules(panel(), runs()); }

    void colourIsNeverAlone_data() { addRuns(runs()); }
    /// Who asks stands first in the queue.
    void colourIsNeverAlone()
    {
        checkColourIsNeverAlone(panel(), thisRun(runs()), {QStringLiteral("gil/request")});
    }

    void idsSayWhoseTheyAre_data() { addRuns(runs()); }
    void idsSayWhoseTheyAre() { checkIds(panel(), thisRun(runs())); }

    void holderSitsOnItsCoreWithTheKey_data() { addRuns(runs()); }
    void holderSitsOnItsCoreWithTheKey()
    {
        const Trace& trace = thisRun(runs());
        for (const std::size_t step : someSteps(trace, 60)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (std::size_t core = 0; core < std::min<std::size_t>(view.cores.size(), 15); ++core)
                if (view.cores[core] != trace::noThread)
                    QVERIFY(rectOf(list, QStringLiteral("gil/core/%1").arg(core))
                                .contains(rectOf(list, chipId(view.cores[core]))));
            QCOMPARE(find(list, QStringLiteral("gil/key")) != nullptr, view.gil().exists);
            const ThreadId holder = view.gil().holder;
            if (view.gil().exists && holder != trace::noThread && view.threads[holder].core >= 0)
                QVERIFY(rectOf(list, chipId(holder))
                            .contains(rectOf(list, QStringLiteral("gil/key")).center() - QPointF(2, 0)));
            if (view.gil().exists && holder == trace::noThread)
                QVERIFY(rectOf(list, QStringLiteral("gil/queue"))
                            .contains(rectOf(list, QStringLiteral("gil/key"))));
        }
    }

    void everybodyIsShownOnce()
    {
        const Trace& trace = run("crowd 8 on 4");
        for (const std::size_t step : someSteps(trace, 40)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            for (std::size_t id = 0; id < view.threads.size(); ++id) {
                const bool done = view.threads[id].state == trace::ThreadState::Done;
                QCOMPARE(find(list, chipId(static_cast<int>(id))) != nullptr, !done);
            }
        }
    }

    void queueHoldsThoseWhoWait()
    {
        const Trace& trace = run("crowd 5 on 3"); // T2 and T5 wait, T3 is in I/O, T4 sleeps
        const scene::DisplayList list = pictureAt(trace, milliseconds(3));
        const QRectF queue = rectOf(list, QStringLiteral("gil/queue"));
        const QRectF outside = rectOf(list, QStringLiteral("gil/outside"));
        for (const int waiting : {2, 5})
            QVERIFY(queue.contains(rectOf(list, chipId(waiting))));
        for (const int away : {0, 3, 4})
            QVERIFY(outside.contains(rectOf(list, chipId(away))));
        QCOMPARE(idsLike(list, QStringLiteral("gil/ring/"), QString()).filter(QStringLiteral("track")).size(),
                 2);
    }

    void ringShowsTheTimer()
    {
        const Trace& trace = run("handoff with I/O");
        const scene::DisplayList list = pictureAt(trace, milliseconds(13)); // T1's timer started at 10 ms
        const auto* arc = std::get_if<scene::Arc>(&find(list, QStringLiteral("gil/ring/1"))->shape);
        QVERIFY(arc);
        QCOMPARE(arc->fraction, 0.6);
        QCOMPARE(textOf(list, QStringLiteral("gil/words/1/0")), QStringLiteral("3 of 5 ms"));
        QCOMPARE(textOf(list, QStringLiteral("gil/words/1/1")), QStringLiteral("then request"));
    }

    void dropRequestPointsAtTheHolder()
    {
        const Trace& trace = run("handoff with I/O");
        QVERIFY(!find(pictureAt(trace, milliseconds(13)), QStringLiteral("gil/request")));
        const scene::DisplayList list = pictureAt(trace, milliseconds(15));
        const scene::Item* arrow = find(list, QStringLiteral("gil/request"));
        QVERIFY(arrow);
        const auto& points = std::get<scene::Path>(arrow->shape).points;
        const QRectF core = rectOf(list, QStringLiteral("gil/core/0"));
        QVERIFY(core.adjusted(-6, -6, 6, 6).contains(points.back()));
        QVERIFY(rectOf(list, QStringLiteral("gil/queue")).adjusted(-1, -1, 1, 1).contains(points.front()));
        QVERIFY(core.contains(rectOf(list, QStringLiteral("gil/request/badge"))));
        QCOMPARE(textOf(list, QStringLiteral("gil/words/1/0")), QStringLiteral("request sent"));
    }

    void forcedHandoff()
    {
        const Trace& trace = run("handoff with I/O");
        const scene::DisplayList list = pictureAt(trace, microseconds(15010));
        QCOMPARE(textOf(list, QStringLiteral("gil/words/2/0")), QStringLiteral("handed over"));
        QCOMPARE(textOf(list, QStringLiteral("gil/words/1/0")), QStringLiteral("waking up"));
        QCOMPARE(textOf(list, QStringLiteral("gil/free")), QStringLiteral("the GIL is free"));
    }

    void ticksHaveNoTimer()
    {
        const Trace& trace = run("ticks");
        for (const std::size_t step : someSteps(trace, 60)) {
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            QVERIFY(idsLike(list, QStringLiteral("gil/ring/"), QString()).isEmpty());
            QCOMPARE(textOf(list, QStringLiteral("gil/figure/lost")),
                     QString::number(trace.atStep(step).gil().lostWakes));
        }
        QCOMPARE(textOf(pictureAt(trace, microseconds(44)), QStringLiteral("gil/words/2/0")),
                 QStringLiteral("woken too late"));
    }

    void speaksChinese()
    {
        const Trace& trace = run("handoff with I/O");
        const scene::DisplayList list = pictureOf(panel(), trace, trace.stepAt(milliseconds(13)),
                                                  {{1920, 1080}, scene::Language::Chinese});
        QCOMPARE(textOf(list, QStringLiteral("gil/queue/title")), QStringLiteral("等待 GIL"));
    }

    void withoutGilThereIsNoKeyAndNoQueueForIt()
    {
        const Trace& trace = run("parallel 5 on 4");
        const scene::DisplayList list = pictureOf(panel(), trace, trace.stepAt({}));
        QVERIFY(!find(list, QStringLiteral("gil/key")));
        QCOMPARE(textOf(list, QStringLiteral("gil/none")), QStringLiteral("no GIL: threads run in parallel"));
        QCOMPARE(textOf(list, QStringLiteral("gil/queue/title")),
                 QStringLiteral("Ready, waiting for a core"));
        QVERIFY(rectOf(list, QStringLiteral("gil/queue")).contains(rectOf(list, chipId(5))));
        QCOMPARE(textOf(list, QStringLiteral("gil/figure/busy")), QStringLiteral("4 / 4"));
        QVERIFY(panel().extraLanes(trace).empty());
    }

    void figuresAreTheViews()
    {
        const Trace& trace = run("gilHandoff");
        for (const std::size_t step : someSteps(trace, 60)) {
            const trace::View view = trace.atStep(step);
            if (!view.gil().exists)
                continue;
            const scene::DisplayList list = pictureOf(panel(), trace, step);
            QCOMPARE(textOf(list, QStringLiteral("gil/figure/switches")),
                     QString::number(view.gil().switches));
            QCOMPARE(textOf(list, QStringLiteral("gil/figure/held")),
                     QStringLiteral("%1 %").arg(gil::percent(view.gil().heldFor, view.now)));
            const auto waits = trace.gilWaits().first(view.gilWaits);
            if (!waits.empty())
                QCOMPARE(textOf(list, QStringLiteral("gil/figure/wait")),
                         scene::timeText(gil::percentile95(waits).ns));
        }
    }

    void percentile_data()
    {
        QTest::addColumn<QVector<qint64>>("values");
        QTest::addColumn<qint64>("expected");
        QVector<qint64> hundred;
        for (qint64 i = 100; i > 0; --i)
            hundred << i;
        QTest::newRow("none") << QVector<qint64>{} << qint64{0};
        QTest::newRow("one") << QVector<qint64>{7} << qint64{7};
        QTest::newRow("two") << QVector<qint64>{9, 3} << qint64{9};
        QTest::newRow("1 to 100") << hundred << qint64{95};
    }
    void percentile()
    {
        QFETCH(QVector<qint64>, values);
        QFETCH(qint64, expected);
        std::vector<trace::SimTime> times;
        for (const qint64 ns : values)
            times.push_back({ns});
        QCOMPARE(static_cast<qint64>(gil::percentile95(times).ns), expected);
    }

    void percent_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("whole");
        QTest::addColumn<int>("expected");
        QTest::newRow("nothing of nothing") << 0 << 0 << 0;
        QTest::newRow("half") << 1 << 2 << 50;
        QTest::newRow("rounds") << 2 << 3 << 67;
        QTest::newRow("all") << 5 << 5 << 100;
    }
    void percent()
    {
        QFETCH(int, part);
        QFETCH(int, whole);
        QFETCH(int, expected);
        QCOMPARE(gil::percent({part}, {whole}), expected);
    }

    void elapsedSaysTheUnitOnce_data()
    {
        QTest::addColumn<qint64>("elapsed");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same unit") << qint64{3'400'000} << qint64{5'000'000} << QStringLiteral("3.4 of 5 ms");
        QTest::newRow("another unit") << qint64{400} << qint64{5'000'000} << QStringLiteral("400 ns of 5 ms");
    }
    void elapsedSaysTheUnitOnce()
    {
        QFETCH(qint64, elapsed);
        QFETCH(qint64, whole);
        QFETCH(QString, expected);
        QCOMPARE(gil::elapsedText(scene::Words::of(scene::Language::English), {elapsed}, {whole}), expected);
    }

    void sourceLinesWithoutCues()
    {
        const Trace& trace = run("handoff with I/O");
        const trace::View view = trace.at(milliseconds(1));
        const trace::StringId file = view.threads[3].file;
        QCOMPARE(gil::sourceLine(trace, file, 8), QStringLiteral("disk(ms=12)"));
        QCOMPARE(gil::sourceLine(trace, file, 0), QString());
        QCOMPARE(gil::sourceLine(trace, file, 9999), QString());
        QCOMPARE(gil::sourceLine(trace, trace::none, 8), QString());
    }

    void golden_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("time");
        QTest::newRow("waits") << QByteArray("handoff with I/O") << 13000;
        QTest::newRow("request") << QByteArray("handoff with I/O") << 15000;
        QTest::newRow("free") << QByteArray("handoff with I/O") << 15010;
        QTest::newRow("ticks") << QByteArray("ticks") << 44;
        QTest::newRow("parallel") << QByteArray("parallel 5 on 4") << 0;
        QTest::newRow("crowd") << QByteArray("crowd 12 on 6") << 3000;
    }
    void golden()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, time);
        compareWithGolden(pictureAt(::run(run.constData()), microseconds(time)), panel());
    }
};

QTEST_MAIN(TestGilPanel)
#include "tst_gil_panel.moc"
