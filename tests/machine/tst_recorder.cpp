// What the interpreter tells the trace.
#include "machine/interpreter_world.h"

#include <QtTest>

using namespace il::machine;
using il::trace::EventKind;

class TestRecorder : public QObject {
    Q_OBJECT
private slots:
    void events_data();
    void events();
};

namespace {

/// "line 3", "read counter 0", "write counter 1", "local tmp 0", "call f 2", ...
QStringList told(World& world)
{
    world.run();
    il::trace::RunInfo info;
    const il::trace::Trace trace = world.builder.finish(info);
    QStringList list;
    for (const il::trace::Event& event : trace.events()) {
        const auto text = [&](std::uint32_t id) {
            return QString::fromStdString(std::string(trace.string(id)));
        };
        const auto data = [&](const char* verb) {
            const bool number = event.flags == static_cast<std::uint8_t>(il::trace::ValueKind::Int);
            list += QString(verb) + " " + text(trace.variables()[event.object].name) + " " +
                    (number ? QString::number(event.value) : text(static_cast<std::uint32_t>(event.value)));
        };
        if (event.kind == EventKind::Line)
            list += "line " + QString::number(event.object);
        else if (event.kind == EventKind::Cue)
            list += "cue " + text(event.object);
        else if (event.kind == EventKind::Call)
            list += "call " + text(event.object) + " " + QString::number(event.value);
        else if (event.kind == EventKind::Return)
            list += "return " + text(event.object) + " " + QString::number(event.value);
        else if (event.kind == EventKind::VariableRead)
            data("read");
        else if (event.kind == EventKind::VariableWritten)
            data("write");
        else if (event.kind == EventKind::LocalWritten)
            data("local");
        else if (event.kind == EventKind::Exception)
            list += "exception " + text(event.object);
    }
    return list;
}

} // namespace

void TestRecorder::events_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a shared counter and a private copy")
        << "counter = 0\ndef work():\n    global counter\n    tmp = counter\n    tmp = tmp + 1\n    counter "
           "= tmp\nwork()"
        << QStringList{"call <module> 1",  "line 1",          "write counter 0", "line 2",
                       "line 7",           "call work 2",     "line 2",          "line 4",
                       "read counter 0",   "local tmp 0",     "line 5",          "local tmp 1",
                       "line 6",           "write counter 1", "return work 1",   "line 7",
                       "return <module> 0"};
    QTest::newRow("a name that only the module uses is nobody's business")
        << "n = 1\nm = n" << QStringList{"call <module> 1", "line 1", "line 2", "return <module> 0"};
    QTest::newRow("cues come before their line")
        << "x = 1  #: start" << QStringList{"call <module> 1", "cue start", "line 1", "return <module> 0"};
    QTest::newRow("an exception") << "try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass"
                                  << QStringList{
                                         "call <module> 1",  "line 1",
                                         "line 2",           "exception ZeroDivisionError: division by zero",
                                         "line 3",           "line 4",
                                         "return <module> 0"};
    QTest::newRow("attributes and items are named after what holds them")
        << "class A:\n    pass\na = A()\na.balance = 5\ntotals = {}\ntotals['k'] = 1\na.balance"
        << QStringList{"call <module> 1",
                       "line 1",
                       "call A 2",
                       "line 1",
                       "line 2",
                       "return A 1",
                       "line 1",
                       "line 3",
                       "line 4",
                       "write a.balance 5",
                       "line 5",
                       "line 6",
                       "write totals['k'] 1",
                       "line 7",
                       "read a.balance 5",
                       "return <module> 0"};
}

void TestRecorder::events()
{
    QFETCH(QString, source);
    QFETCH(QStringList, expected);
    World world(source.toStdString(), {}, true);
    QCOMPARE(world.problem, std::string());
    QCOMPARE(told(world).join('\n'), expected.join('\n'));
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
