// What the scripts of docs/fidelity.md say on the simulated computer: the outcomes that the real one is known
// for.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine.h"
#include "script/compiler.h"
#endif

#include <QtTest>

using namespace il;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

using Figures = QMap<QString, QString>;

/// The lines "name: value" that the script prints; the problem instead, under the name "".
Figures measure(const QString& script, const QString& arguments)
{
    const QString path = IL_SOURCE_DIR "/tests/fidelity/scripts/" + script;
    const auto program = script::compile(contents(path).toStdString(), path.toStdString());
    if (!program)
        return {{"", QString::fromStdString(script::render(program.error(), script::Locale::English))}};
    machine::Config config;
    config.trace = false;
    for (const QString& argument : arguments.split(' ', Qt::SkipEmptyParts))
        config.arguments.push_back(argument.toStdString());
    const auto result = machine::run(*program, config);
    if (result.reason != trace::EndReason::Finished || result.exitStatus != 0)
        return {{"", QString::fromStdString(result.out + result.err)}};
    Figures found;
    for (const QString& line : QString::fromStdString(result.out).split('\n', Qt::SkipEmptyParts)) {
        const auto colon = line.lastIndexOf(": ");
        found[line.left(colon)] = line.mid(colon + 2);
    }
    return found;
}

/// Several rows look at the same run.
const Figures& figures(const QString& script, const QString& arguments)
{
    static QMap<QString, Figures> runs;
    const QString run = script + ' ' + arguments;
    if (!runs.contains(run))
        runs[run] = measure(script, arguments);
    return runs[run];
}

double number(const QString& value)
{
    bool ok = false;
    const double result = value.section(' ', 0, 0).toDouble(&ok);
    return ok ? result : qQNaN();
}

} // namespace

class FidelityTest : public QObject {
    Q_OBJECT

private slots:
    void figureIsInRange_data();
    void figureIsInRange();
    void textIsThatOfPython_data();
    void textIsThatOfPython();
};

/// The ranges hold for measurements of CPython 3.11 on two cores, too, as long as nobody else uses them.
void FidelityTest::figureIsInRange_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");

    const auto row = [](const char* script, const char* arguments, const char* figure, double low,
                        double high) {
        QTest::addRow("%s", figure) << script << arguments << figure << low << high;
    };
    row("speedup.py", "cpu threads 2", "2 threads that compute", 0.8, 1.1);
    row("speedup.py", "cpu threads 4", "4 threads that compute", 0.8, 1.1);
    row("speedup.py", "io threads 4", "4 threads that wait", 3.5, 4);
    row("speedup.py", "cpu processes 2", "2 processes that compute", 1.6, 2);
    row("speedup.py", "cpu processes 4", "4 processes that compute", 1.5, 2);
    row("speedup.py", "io processes 4", "4 processes that wait", 2.5, 4);
    row("gil_holds.py", "5 2", "5 ms, 2 threads, median", 4.9, 5.3);
    row("gil_holds.py", "5 3", "5 ms, 3 threads, median", 4.9, 5.3);
    row("gil_holds.py", "1 2", "1 ms, 2 threads, median", 0.9, 1.3);
    row("wake_up.py", "0", "woken beside 0 computing threads, median", 40, 90);
    row("wake_up.py", "1", "woken beside 1 computing threads, median", 5000, 5300);
    row("wake_up.py", "2", "woken beside 2 computing threads, median", 4000, 20000);
    row("convoy.py", "0", "answer beside 0 computing threads, median", 5, 40);
    row("convoy.py", "1", "answer beside 1 computing threads, median", 5000, 5300);
    row("convoy.py", "2", "answer beside 2 computing threads, median", 4000, 20000);
    row("hand_off.py", "", "through locks", 2, 12);
    row("hand_off.py", "", "through queues", 2, 14);
    row("echo.py", "", "to a thread and back", 4, 25);
    row("echo.py", "", "to a process and back", 4, 25);
    row("birth.py", "", "thread", 0.02, 0.15);
    row("birth.py", "", "os.fork", 0.3, 3);
    row("birth.py", "", "Process, fork", 0.5, 5);
    row("birth.py", "", "Process, spawn", 25, 120);
    row("queue_empty.py", "", "queue.Queue", 0, 0);
    row("queue_empty.py", "", "multiprocessing.Queue, new", 80, 100);
    row("poll_cost.py", "10", "select of 10", 0.3, 3);
    row("poll_cost.py", "500", "select of 500", 8, 35);
    row("poll_cost.py", "500", "poll of 500", 6, 25);
    row("poll_cost.py", "500", "epoll of 500", 0.2, 2);
}

void FidelityTest::figureIsInRange()
{
    QFETCH(QString, script);
    QFETCH(QString, arguments);
    QFETCH(QString, figure);
    QFETCH(double, low);
    QFETCH(double, high);
    const Figures found = figures(script, arguments);
    QVERIFY2(!found.contains(""), qPrintable(found[""]));
    QVERIFY2(found.contains(figure), qPrintable(found.keys().join(u'\n')));
    const double value = number(found[figure]);
    QVERIFY2(value >= low && value <= high, qPrintable(found[figure]));
}

void FidelityTest::textIsThatOfPython_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* script, const char* figure, const char* text) {
        QTest::addRow("%s", figure) << script << figure << text;
    };
    row("workers.py", "Pool(4)", "[4, 4, 4]");
    row("workers.py", "Pool(4), threads beside the main one", "3");
    row("workers.py", "ProcessPoolExecutor(4), fork", "[0, 4, 4, 4, 4]");
    row("workers.py", "ProcessPoolExecutor(4), spawn", "[0, 1, 1, 3, 4]");
    row("workers.py", "ThreadPoolExecutor(4)", "[0, 1, 1, 3, 4]");
    row("wake_ups.py", "level", "IN IN IN IN - IN IN - IN IN+HUP IN+HUP");
    row("wake_ups.py", "edge", "IN - - IN - IN IN - IN IN+HUP -");
    row("wake_ups.py", "one-shot", "IN - - - - - IN - - - -");
}

/// The texts are what CPython 3.8 to 3.13 print on Linux (spawn: from 3.9 on).
void FidelityTest::textIsThatOfPython()
{
    QFETCH(QString, script);
    QFETCH(QString, figure);
    QFETCH(QString, text);
    const Figures found = figures(script, {});
    QVERIFY2(!found.contains(""), qPrintable(found[""]));
    QCOMPARE(found[figure], text);
}

QTEST_GUILESS_MAIN(FidelityTest)
#include "tst_fidelity.moc"
