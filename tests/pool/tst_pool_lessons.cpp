// What the lessons on processes and pools say must come out, whatever the schedule.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "app/library.h"
#include "app/run.h"

#include "trace/query.h"
#endif

#include <QtTest>

using namespace il;
using namespace il::app;

namespace {

RunPtr runOf(const QString& lessonId, const std::string& script, const std::string& schedule)
{
    const auto lesson =
        loadLesson((QStringLiteral(IL_SOURCE_DIR "/resources/lessons/") + lessonId).toStdString());
    if (!lesson)
        return nullptr;
    for (std::size_t i = 0; i < (*lesson)->scripts.size(); ++i) {
        if ((*lesson)->scripts[i].name != script)
            continue;
        RunOptions options;
        options.schedule = schedule;
        auto prepared = prepare((*lesson)->scripts[i].metadata, options);
        return prepared ? execute(*lesson, i, options, std::move(*prepared)) : nullptr;
    }
    return nullptr;
}

} // namespace

class TestPoolLessons : public QObject {
    Q_OBJECT

private slots:
    void outcomes_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("holds"); ///< a query that is true at the end of each run
        const auto row = [](const char* lesson, const char* script, const char* holds) {
            QTest::addRow("%s %s", lesson, script) << lesson << script << holds;
        };
        row("fork", "copy", R"(contains(output, "parent 0") and processes == 2)");
        row("fork", "held_lock", R"(contains(output, "child got it: False"))");
        row("pid-and-exit", "exit", R"(contains(output, "finally") and exit_code(1) == 3)");
        row("pid-and-exit", "now",
            R"(not contains(output, "finally") and not contains(output, "half") and exit_code(1) == 3)");
        row("pid-and-exit", "orphan", R"(contains(output, "same parent: False"))");
        row("process-methods", "terminate",
            R"(contains(output, "alive: True") and exit_code(Process-1) == -15 and signal(1) == 15)");
        row("process-methods", "run", R"(contains(output, "in main: True") and processes == 2)");
        row("process-queue", "empty", R"(not contains(output, "read 3"))");
        row("process-queue", "late", R"(contains(output, "empty: True"))");
        row("process-queue", "sentinel", R"(contains(output, "read 3"))");
        row("pool-task-raises", "each", "tasks == 4 and failed == 1 and workers == 2");
        row("pool-task-raises", "map", R"(contains(output, "error: odd") and failed == 1)");
        row("pool-worker-dies", "pool", "lost_tasks == 1 and workers == 3");
        row("pool-worker-dies", "process_executor", R"(contains(output, "broken") and lost_tasks == 1)");
        row("threads-or-processes", "computing",
            "speedup(pool) > 0.9 and speedup(pool) <= 1.01 and busy(pool) > 70 and duration >= 150ms");
        row("threads-or-processes", "computing_processes",
            "speedup > 3 and duration < 80ms and exit_code(1) == 0 and tasks_done(1) >= 1");
        row("threads-or-processes", "waiting", "speedup > 3.5 and duration < 60ms and processes == 1");
    }
    void outcomes()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, script);
        QFETCH(QString, holds);
        for (const char* schedule : {"default", "seed:1", "seed:2", "seed:3"}) {
            const RunPtr run = runOf(lesson, script.toStdString(), schedule);
            QVERIFY(run);
            const auto answer = trace::query(run->trace(), run->trace().duration(), holds.toStdString());
            QVERIFY2(answer.has_value(), answer ? "" : answer.error().c_str());
            QVERIFY2(*answer == trace::QueryValue(true), schedule);
        }
    }
};

QTEST_GUILESS_MAIN(TestPoolLessons)
#include "tst_pool_lessons.moc"
