// Processes and pools outside of their panel: the narration, queries, and the GIL panel with several GILs.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "gil/gil_panel.h"
#include "panels/picture_of.h"
#include "pool/pool_traces.h"
#include "scene/narration.h"
#include "trace/query.h"
#include "trace/recorder.h"

using namespace il;
using namespace il::tests;
using trace::milliseconds;
using trace::Trace;

namespace {

const Trace& traceOf(const QByteArray& name)
{
    static const std::map<QByteArray, Trace> all{{"pool", samples::processPool(4, 12)},
                                                 {"chunks", samples::processPool(2, 8, 4)},
                                                 {"threads", samples::threadPool(4, 8)},
                                                 {"troubles", samples::troubles()},
                                                 {"tree", samples::forkTree()}};
    return all.at(name);
}

QString told(const Trace& trace, int ms)
{
    const std::size_t step = trace.stepAt(milliseconds(ms));
    return scene::narration(trace, trace.atStep(step), step, scene::Words::of(scene::Language::English));
}

} // namespace

class TestPoolTelling : public QObject {
    Q_OBJECT

private slots:
    void narration_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("time");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* run, int time, const char* sentence) {
            QTest::addRow("%s at %d ms", run, time) << QByteArray(run) << time << QString(sentence);
        };
        row("tree", 2,
            "main forks: process 4243 begins as a copy of it. fork() returns 4243 to the parent and 0 in the "
            "child.");
        row("tree", 6,
            "Process 4243 has ended with exit code 3. It is a zombie until somebody waits for it.");
        row("tree", 7, "main starts process 4245, a fresh interpreter that shares nothing.");
        row("tree", 9, "main has waited for process 4243 and knows its exit code now: 3.");
        row("tree", 10,
            "main sends SIGTERM to process 4245. That is a message: the process has not ended yet.");
        row("tree", 11,
            "Signal SIGTERM ends process 4245 at once: no finally, no atexit. It is a zombie until somebody "
            "waits for it.");
        row("troubles", 16,
            "square(1) has failed with ValueError: not a square. pid 4244 catches it and stays: who asks for "
            "the result will get the error.");
        row("troubles", 24, "pid 4245 takes square(4) from the queue.");
        row("pool", 6, "main submits 12 tasks, from square(0) on.");
    }
    void narration()
    {
        QFETCH(QByteArray, run);
        QFETCH(int, time);
        QFETCH(QString, sentence);
        QCOMPARE(told(traceOf(run), time), sentence);
    }

    /// They have no lane, so a bare "T1" would be nobody.
    void aThreadOfTheLibraryIsCalledSo()
    {
        samples::Recorder r({});
        r.created(0, "MainThread", trace::noThread);
        r.event(trace::EventKind::ThreadCreated, 1, r.builder.intern("Thread-1 (handle_results)"), 0, 1);
        r.after(milliseconds(1)).runs(1, 0);
        r.after(milliseconds(1)).event(trace::EventKind::ThreadSleeping, 1, 0, milliseconds(9).ns);
        r.after(milliseconds(1));
        const QString sentence = told(r.finish(), 2);
        QVERIFY2(sentence.startsWith(QLatin1String("T1 (a thread of the library) ")), qPrintable(sentence));
    }

    void queries_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QByteArray>("holds");
        const auto row = [](const char* run, const char* holds) {
            QTest::addRow("%s", holds) << QByteArray(run) << QByteArray(holds);
        };
        row("pool", "processes == 5 and workers == 4 and workers(pool) == 4");
        row("pool", "tasks == 12 and tasks_done(1) == 3 and tasks_done(4243) == 3");
        row("pool", "speedup > 3.5 and speedup <= 4 and busy(pool) > 90");
        row("pool", "started(2) == 2ms and exit_code(1) == 0");
        row("threads", "speedup(executor) <= 1 and speedup(executor) > 0.95 and processes == 1");
        row("troubles", "failed == 1 and lost_tasks == 1 and cancelled == 1 and exit_code(1) == -9");
        row("tree", "exit_code(4243) == 3 and process_state(1) == \"reaped\"");
        row("tree", "exit_code(Process-2) == -15 and signal(3) == 15 and process_state(3) == \"zombie\"");
    }
    void queries()
    {
        QFETCH(QByteArray, run);
        QFETCH(QByteArray, holds);
        const Trace& trace = traceOf(run);
        const auto answer = trace::query(trace, trace.duration(), holds.toStdString());
        QVERIFY2(answer.has_value(), answer ? "" : answer.error().c_str());
        QCOMPARE(trace::text(*answer), std::string("true"));
    }

    void badQueries_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char* query : {"exit_code(nobody)", "exit_code(99)", "workers(other)", "tasks_done(x)"})
            QTest::addRow("%s", query) << QByteArray(query);
    }
    void badQueries()
    {
        QFETCH(QByteArray, query);
        QVERIFY(!trace::query(traceOf("pool"), {}, query.toStdString()));
        QVERIFY(!trace::query(Trace(), {}, "speedup"));
    }

    void everyHolderHasItsKey()
    {
        const auto panel = gil::makePanel();
        const Trace& trace = traceOf("pool");
        for (const std::size_t step : someSteps(trace, 20)) {
            const trace::View view = trace.atStep(step);
            const scene::DisplayList list = pictureOf(*panel, trace, step);
            const QStringList wrong = ownViolations(list, QStringLiteral("gil"));
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
            int held = 0;
            for (std::size_t process = 0; process < view.processes.size(); ++process) {
                const auto holder = view.processes[process].gil.holder;
                held += holder != trace::noThread;
                const QString key =
                    process == 0 ? QStringLiteral("gil/key") : QStringLiteral("gil/key/%1").arg(process);
                QCOMPARE(find(list, key) != nullptr, holder != trace::noThread);
            }
            QVERIFY(textOf(list, QStringLiteral("gil/figure/held")).startsWith(QString::number(held)));
        }
        QCOMPARE(panel->extraLanes(trace), (std::vector<std::string>{"gil", "gil/1", "gil/2"}));
    }
};

QTEST_MAIN(TestPoolTelling)
#include "tst_pool_telling.moc"
