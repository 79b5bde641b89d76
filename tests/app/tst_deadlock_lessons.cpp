// What the lessons on deadlocks say must come out, whatever the schedule.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "app/library.h"
#include "app/run.h"

#include "trace/query.h"
#endif

#include <QtTest>

using namespace il;
using namespace il::app;

namespace {

using Values = std::map<std::string, lesson::Value>;

RunPtr runOf(const QString& lessonId, const std::string& script, const Values& values,
             const std::string& schedule, const std::string& python)
{
    const auto lesson =
        loadLesson((QStringLiteral(IL_SOURCE_DIR "/resources/lessons/") + lessonId).toStdString());
    if (!lesson)
        return nullptr;
    for (std::size_t i = 0; i < (*lesson)->scripts.size(); ++i) {
        if ((*lesson)->scripts[i].name != script)
            continue;
        RunOptions options;
        options.parameters = values;
        options.schedule = schedule;
        options.python = python;
        auto prepared = prepare((*lesson)->scripts[i].metadata, options);
        return prepared ? execute(*lesson, i, options, std::move(*prepared)) : nullptr;
    }
    return nullptr;
}

Values people(int number)
{
    return {{"N", std::int64_t{number}}};
}

} // namespace

class TestDeadlockLessons : public QObject {
    Q_OBJECT

private slots:
    void outcomes_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("script");
        QTest::addColumn<Values>("values");
        QTest::addColumn<QString>("holds"); ///< a query that is true at the end of each run
        const auto row = [](const char* lesson, const char* script, const char* holds, Values values = {}) {
            QString name = QString(lesson) + ' ' + script;
            for (const auto& [key, value] : values)
                name += QString(" %1=%2").arg(key.c_str()).arg(std::get<std::int64_t>(value));
            QTest::newRow(qPrintable(name)) << lesson << script << values << holds;
        };
        const char* const stuck = "reason == \"deadlock\"";
        row("deadlock-two-locks", "broken", stuck);
        row("deadlock-two-locks", "mended", "contains(output, \"both done\")");
        row("deadlock-two-locks", "timeout", "contains(output, \"both done\")");
        for (const int number : {2, 3, 5, 12}) {
            row("dining-philosophers", "naive", "reason == \"deadlock\" and value(meals) == 0",
                people(number));
            row("dining-philosophers", "ordered",
                qPrintable(QString("reason == \"finished\" and value(meals) == %1").arg(number)),
                people(number));
            row("dining-philosophers", "polite", "reason == \"finished\" and value(meals) == 0",
                people(number));
            row("dining-philosophers", "random_wait", "reason == \"finished\" and value(meals) > 0",
                people(number));
        }
        row("forgotten-release", "broken", stuck);
        row("forgotten-release", "mended", "contains(output, \"30 paid\") and value(balance) == 70");
        row("self-deadlock", "lock", stuck);
        row("self-deadlock", "rlock", "contains(output, \"6\")");
        row("self-deadlock", "split", "contains(output, \"6\")");
        row("join-in-the-wrong-place", "holding", stuck);
        row("join-in-the-wrong-place", "mended", "contains(output, \"[0, 42]\")");
        row("join-in-the-wrong-place", "myself",
            "reason == \"deadlock\" and contains(output, \"cannot join\")");
        row("join-in-the-wrong-place", "pool", stuck);
        row("join-in-the-wrong-place", "pool", "contains(output, \"9 16\")", {{"WORKERS", std::int64_t{3}}});
        row("join-in-the-wrong-place", "queue_join",
            "reason == \"deadlock\" and contains(output, \"done 2\")");
        row("bankers-algorithm", "greedy", stuck);
        row("bankers-algorithm", "greedy", "reason == \"finished\"", {{"cash", std::int64_t{18}}});
        for (const int cash : {8, 10, 14, 18})
            row("bankers-algorithm", "safe", qPrintable(QString("contains(output, \"cash: %1\")").arg(cash)),
                {{"cash", std::int64_t{cash}}});
        row("bankers-algorithm", "unsafe", "contains(output, \"cash: 10\")");
        row("priority-inversion", "inversion",
            "waited(high) + waited_gil(high) > 11ms and reason == \"finished\"");
        row("priority-inversion", "inversion", "waited(high) < 15ms", {{"MEDIUMS", std::int64_t{0}}});
        row("priority-inversion", "mended", "waited(high) < 1ms");
    }

    void outcomes()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, script);
        QFETCH(Values, values);
        QFETCH(QString, holds);
        for (int seed = 0; seed < 8; ++seed) {
            const std::string schedule = seed == 0 ? "default" : "seed:" + std::to_string(seed);
            const RunPtr run = runOf(lesson, script.toStdString(), values, schedule, "3.11");
            QVERIFY(run);
            const auto answer = trace::query(run->trace(), run->trace().duration(), holds.toStdString());
            QVERIFY2(answer, answer ? "" : answer.error().c_str());
            QVERIFY2(*answer == trace::QueryValue(true), (schedule + ": " + run->result.out).c_str());
        }
    }

    /// In a livelock everybody has tried as often as allowed: they were busy all the time.
    void livelockIsBusy()
    {
        const RunPtr run =
            runOf("dining-philosophers", "polite", {{"TRIES", std::int64_t{20}}}, "default", "3.11");
        QVERIFY(run);
        for (const char* fork : {"forks[0]", "forks[4]"}) {
            const auto taken = trace::query(run->trace(), {}, std::string("acquisitions(") + fork + ")");
            QVERIFY(taken);
            QVERIFY(*taken == trace::QueryValue(std::int64_t{20}));
        }
    }

    /// A lecturer stops at the cue: the picture must already show what its caption says.
    void theRingIsThereWhenTheCueSaysSo_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("cue");
        QTest::addColumn<bool>("closed");
        QTest::newRow("not yet") << "deadlock-two-locks"
                                 << "broken"
                                 << "across" << false;
        QTest::newRow("two locks") << "deadlock-two-locks"
                                   << "broken"
                                   << "closes" << true;
        QTest::newRow("for oneself") << "self-deadlock"
                                     << "lock"
                                     << "again" << true;
        QTest::newRow("a lock and a join") << "join-in-the-wrong-place"
                                           << "holding"
                                           << "needs" << true;
        QTest::newRow("no ring at all") << "deadlock-two-locks"
                                        << "mended"
                                        << "queue" << false;
    }
    void theRingIsThereWhenTheCueSaysSo()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, script);
        QFETCH(QString, cue);
        QFETCH(bool, closed);
        const RunPtr run = runOf(lesson, script.toStdString(), {}, "default", "3.11");
        QVERIFY(run != nullptr);
        const auto mark =
            std::find_if(run->cues.begin(), run->cues.end(),
                         [&cue](const scene::CueMark& candidate) { return candidate.name == cue; });
        QVERIFY(mark != run->cues.end());
        const trace::View view = run->trace().atStep(mark->step);
        QCOMPARE(view.deadlock != trace::none, closed);
        const auto waits = [](const trace::ThreadView& thread) {
            return thread.state == trace::ThreadState::Blocked;
        };
        QVERIFY(std::any_of(view.threads.begin(), view.threads.end(), waits));
    }
};

QTEST_GUILESS_MAIN(TestDeadlockLessons)
#include "tst_deadlock_lessons.moc"
