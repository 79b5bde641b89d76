#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include "charts/waits.h"

#include "trace/recorder.h"
#include "trace/sample_traces.h"
#include "trace/view.h"

using namespace il;
using namespace il::trace;
using namespace il::charts;

class TestWaits : public QObject {
    Q_OBJECT

    static constexpr std::size_t at(Cause cause) { return static_cast<std::size_t>(cause); }

    /// T1 waits 1 ms for a core, 2 ms for the GIL (its timer starts anew in between), 3 ms for a lock; main
    /// waits for T1's end until the run ends, 5 ms later.
    static Trace waitsOfAllKinds()
    {
        samples::Recorder r({"waits.py", "", "3.11", 1, milliseconds(5), "default"});
        const ObjectId lock = r.lock("lock"), end = r.end("T1");
        r.created(0, "MainThread", noThread);
        r.runs(0, 0);
        r.created(1, "T1", 0);
        r.event(EventKind::ThreadReady, 1);
        r.after(milliseconds(1)).waitsGil(1);
        r.after(milliseconds(1)).waitsGil(1);
        r.after(milliseconds(1)).runs(1, 0);
        r.blocks(0, end);
        r.after(milliseconds(1)).blocks(1, lock);
        r.after(milliseconds(3)).runs(1, 0);
        r.event(EventKind::ThreadIo, 1, 0, -1);
        r.after(milliseconds(4)).event(EventKind::ThreadSleeping, 1);
        r.after(milliseconds(2)).runs(1, 0);
        return r.finish();
    }

private slots:
    void stretchesInOrder()
    {
        const Waits waits(waitsOfAllKinds());
        const std::vector<Wait> expected{
            {1, Cause::Core, none, {}, milliseconds(1)},
            {1, Cause::Gil, none, milliseconds(1), milliseconds(3)},
            {0, Cause::Other, 1, milliseconds(3), milliseconds(13)},
            {1, Cause::Lock, 0, milliseconds(4), milliseconds(7)},
            {1, Cause::Io, none, milliseconds(7), milliseconds(11)},
            {1, Cause::Sleep, none, milliseconds(11), milliseconds(13)},
        };
        QVERIFY(waits.all() == expected);
    }

    void byThread_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QList<qint64>>("t1"); // ms by cause: GIL, lock, other, I/O, sleep, core
        QTest::newRow("within the GIL wait") << qint64{2} << QList<qint64>{1, 0, 0, 0, 0, 1};
        QTest::newRow("within the lock wait") << qint64{6} << QList<qint64>{2, 2, 0, 0, 0, 1};
        QTest::newRow("end") << qint64{13} << QList<qint64>{2, 3, 0, 4, 2, 1};
    }

    void byThread()
    {
        QFETCH(qint64, now);
        QFETCH(QList<qint64>, t1);
        const auto threads = Waits(waitsOfAllKinds()).byThread(milliseconds(now));
        const ThreadWaits& last = threads.back();
        QCOMPARE(last.thread, ThreadId{1});
        qint64 sum = 0;
        for (int cause = 0; cause < causes; ++cause) {
            QCOMPARE(last.total[static_cast<std::size_t>(cause)], milliseconds(t1[cause]));
            sum += t1[cause];
        }
        QCOMPARE(last.sum(), milliseconds(sum));
    }

    void mainIsThereOnceItHasWaited()
    {
        const Waits waits(waitsOfAllKinds());
        QCOMPARE(waits.byThread(milliseconds(3)).size(), std::size_t{1});
        const auto threads = waits.byThread(milliseconds(13));
        QCOMPARE(threads.size(), std::size_t{2});
        QCOMPARE(threads[0].total[at(Cause::Other)], milliseconds(10));
        QVERIFY(waits.byThread({}).empty());
    }

    void byObject()
    {
        const auto objects = Waits(waitsOfAllKinds()).byObject(milliseconds(13));
        QCOMPARE(objects.size(), std::size_t{3});
        QCOMPARE(objects[0].object, none); // the GIL
        QCOMPARE(objects[0].sum(), milliseconds(2));
        QCOMPARE(objects[1].object, ObjectId{0});
        QCOMPARE(objects[1].total, (std::vector<SimTime>{{}, milliseconds(3)}));
        QCOMPARE(objects[2].sum(), milliseconds(10));
    }

    void agreesWithTheView_data()
    {
        QTest::addColumn<Trace>("trace");
        QTest::newRow("handoff") << samples::gilHandoff();
        QTest::newRow("mutex") << samples::mutexContention();
        QTest::newRow("long") << samples::longRun(5'000, 4);
    }

    /// The View counts the same totals in its own way.
    void agreesWithTheView()
    {
        QFETCH(Trace, trace);
        const Waits waits(trace);
        for (const SimTime now : {nanoseconds(trace.duration().ns / 3), trace.duration()}) {
            const View view = trace.at(now);
            for (const ThreadWaits& thread : waits.byThread(now)) {
                const ThreadView& seen = view.threads[thread.thread];
                QCOMPARE(thread.total[at(Cause::Gil)], seen.waitedGil);
                QCOMPARE(thread.total[at(Cause::Lock)] + thread.total[at(Cause::Other)], seen.waitedLocks);
                QCOMPARE(thread.total[at(Cause::Io)], seen.waitedIo);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestWaits)
#include "tst_waits.moc"
