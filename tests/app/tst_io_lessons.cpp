// What the lessons on I/O multiplexing say must come out, whatever the schedule and the parameters; and their
// runs must look right in the I/O panel.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "app/library.h"
#include "app/run.h"

#include "iomux/iomux_panel.h"
#include "panels/picture_of.h"
#include "trace/query.h"
#endif

#include <QtTest>

using namespace il;
using namespace il::app;

namespace {

using Values = std::map<std::string, lesson::Value>;

RunPtr runOf(const QString& lessonId, const std::string& script, const Values& values,
             const std::string& schedule)
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
        auto prepared = prepare((*lesson)->scripts[i].metadata, options);
        return prepared ? execute(*lesson, i, options, std::move(*prepared)) : nullptr;
    }
    return nullptr;
}

Values clients(int number)
{
    return {{"CLIENTS", std::int64_t{number}}};
}

Values idle(int number)
{
    return {{"IDLE", std::int64_t{number}}};
}

} // namespace

class TestIoLessons : public QObject {
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
        for (const int number : {2, 5, 12, 100}) {
            row("io-why", "a_thread_each",
                qPrintable(QString("threads == %1 and syscalls(recv) == %2").arg(number + 1).arg(number)),
                clients(number));
            row("io-why", "one_thread",
                qPrintable(
                    QString("threads == 1 and syscalls(recv) == %1 and wakeups(epoll) == %1").arg(number)),
                clients(number));
        }
        row("io-four-ways", "1_blocking", "contains(output, \"slow\\nfast\") and duration < 13ms");
        row("io-four-ways", "2_polling", "contains(output, \"fast\\nslow\") and failed(recv) >= 10");
        row("io-four-ways", "3_multiplexed", "contains(output, \"fast\\nslow\") and wakeups(select) == 2");
        row("io-four-ways", "4_callbacks", "contains(output, \"fast\\nslow\") and failed(recv) == 0");
        for (const int number : {10, 1000}) // before each sleep and after it, all of them
            row("io-models", "1_compare",
                qPrintable(QString("examined(select) >= 6 * %1 and examined(poll) >= 6 * %1 and "
                                   "examined(epoll) <= 12")
                               .arg(number + 1)),
                idle(number));
        row("io-models", "1_compare", "contains(output, \"out of range\") and examined(epoll) <= 12",
            idle(10'000));
        row("io-models", "2_cost", "cost(poll) > 10 * cost(epoll) and examined(epoll) == 4");
        row("io-edge", "1_level", "read(conn) == 10 and reported(epoll) == 3");
        row("io-edge", "2_edge", "read(conn) == 4 and reported(epoll) == 1 and buffered(conn) == 6");
        row("io-edge", "3_drained", "read(conn) == 10 and syscalls(recv) == 4 and failed(recv) == 1");
        row("io-echo", "1_one_at_a_time", "contains(output, \"more\\nechoed two\")");
        row("io-echo", "2_multiplexed", "contains(output, \"one\\nechoed two\\nechoed more\")");
    }
    void outcomes()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, script);
        QFETCH(Values, values);
        QFETCH(QString, holds);
        for (const std::string schedule : {"default", "seed:1", "seed:2", "seed:3"}) {
            const RunPtr run = runOf(lesson, script.toStdString(), values, schedule);
            QVERIFY(run);
            const trace::Trace& trace = run->trace();
            const auto found = trace::query(trace, trace.duration(), holds.toStdString());
            QVERIFY2(found, found ? "" : found.error().c_str());
            QVERIFY2(std::get<bool>(*found), schedule.c_str());
        }
    }

    void pictures_data() { outcomes_data(); }
    void pictures()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, script);
        QFETCH(Values, values);
        const RunPtr run = runOf(lesson, script.toStdString(), values, "default");
        QVERIFY(run);
        const auto panel = iomux::makePanel();
        QVERIFY(panel->hasSubject(run->trace()));
        int i = 0;
        for (const std::size_t step : tests::someSteps(run->trace(), 9)) {
            const tests::Setting setting{i % 2 == 0 ? QSizeF(1024, 576) : QSizeF(1920, 1080),
                                         i % 3 == 0 ? scene::Language::Chinese : scene::Language::English,
                                         static_cast<scene::ThemeId>(i % 3)};
            ++i;
            const QStringList wrong = tests::ownViolations(
                tests::pictureOf(*panel, run->trace(), step, setting), QStringLiteral("iomux"));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString("step %1\n").arg(step) + wrong.join('\n')));
        }
    }
};

QTEST_MAIN(TestIoLessons)
#include "tst_io_lessons.moc"
