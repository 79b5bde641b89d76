// What queues and pipes between processes tell the trace: each message put, sent and taken, by whom and when.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine_run.h"
#include "trace/view.h"
#endif

#include <QtTest>

#include <map>

using namespace il;
using trace::EventKind;

namespace {

machine::Result runHere(const std::string& text, std::string_view schedule = "default")
{
    return runText(text, configFor("3.11"), schedule);
}

trace::ProcessId processOf(const trace::Trace& trace, trace::ThreadId thread)
{
    return trace.atStep(trace.steps().size() - 1).threads.at(thread).process;
}

/// "put 'tea' 1": by a thread of process 1; "prints empty: True".
QStringList story(const trace::Trace& trace)
{
    static const std::map<EventKind, QString> verbs{
        {EventKind::MessagePut, "put"}, {EventKind::MessageSent, "sent"}, {EventKind::MessageTaken, "taken"}};
    QStringList lines;
    for (const trace::Event& event : trace.events()) {
        const auto verb = verbs.find(event.kind);
        if (event.kind == EventKind::Output) {
            lines << "prints " + QString::fromStdString(std::string(trace.string(event.object))).trimmed();
        } else if (verb != verbs.end()) {
            const auto text = trace.string(trace.messages()[event.object].text);
            lines << QString("%1 %2 %3%4")
                         .arg(verb->second, QString::fromStdString(std::string(text)),
                              QString::number(processOf(trace, event.thread)),
                              (event.flags & 1) != 0 ? " failed" : "");
        }
    }
    lines.removeAll("prints");
    return lines;
}

QString nameOf(const trace::Trace& trace, trace::ObjectId object)
{
    return QString::fromStdString(std::string(trace.string(trace.objects()[object].name)));
}

} // namespace

class MessagesTest : public QObject {
    Q_OBJECT

private slots:
    void goTheirWay_data();
    void goTheirWay();
    void channelsAreDescribed();
    void librarysOwnAreNotTold_data();
    void librarysOwnAreNotTold();
    void areTakenAsTheyArePrinted_data();
    void areTakenAsTheyArePrinted();
    void tellingChangesNothing();
};

void MessagesTest::goTheirWay_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* program, const QStringList& expected) {
        QTest::newRow(name) << QString(program) << expected;
    };
    row("a Queue's buffer", R"(
from multiprocessing import Queue
q = Queue()
q.put('tea')
print('empty:', q.empty())
q.get()
)",
        {"put 'tea' 0", "prints empty: True", "sent 'tea' 0", "taken 'tea' 0"});
    row("a SimpleQueue has none", R"(
from multiprocessing import SimpleQueue
q = SimpleQueue()
q.put('tea')
print('empty:', q.empty())
q.get()
print('empty:', q.empty())
)",
        {"put 'tea' 0", "sent 'tea' 0", "prints empty: False", "taken 'tea' 0", "prints empty: True"});
    row("a Pipe, both ways", R"(
from multiprocessing import Pipe, Process

def answer(conn):
    conn.send(conn.recv() * 2)

if __name__ == '__main__':
    ours, theirs = Pipe()
    p = Process(target=answer, args=(theirs,))
    p.start()
    ours.send(21)
    print(ours.recv())
    p.join()
)",
        {"put 21 0", "sent 21 0", "taken 21 1", "put 42 1", "sent 42 1", "taken 42 0", "prints 42"});
    row("bytes", R"(
from multiprocessing import Pipe
r, w = Pipe(duplex=False)
w.send_bytes(b'abcdef', 2, 3)
print(r.recv_bytes())
)",
        {"put b'cde' 0", "sent b'cde' 0", "taken b'cde' 0", "prints b'cde'"});
    row("to a spawned process and back", R"(
import multiprocessing

def answer(q, out):
    out.put(q.get() + 1)

if __name__ == '__main__':
    ctx = multiprocessing.get_context('spawn')
    q, out = ctx.SimpleQueue(), ctx.SimpleQueue()
    p = ctx.Process(target=answer, args=(q, out))
    p.start()
    q.put(1)
    print(out.get())
    p.join()
)",
        {"put 1 0", "sent 1 0", "taken 1 1", "put 2 1", "sent 2 1", "taken 2 0", "prints 2"});
    row("what can't be pickled", R"(
from multiprocessing import Queue
q = Queue()
q._on_queue_feeder_error = lambda error, obj: None
q.put(lambda: 1)
q.put('fine')
print(q.get())
)",
        {"put <function <lambda>> 0", "put 'fine' 0", "sent <function <lambda>> 0 failed", "sent 'fine' 0",
         "taken 'fine' 0", "prints fine"});
    row("to nobody", R"(
from multiprocessing import Pipe
r, w = Pipe(duplex=False)
r.close()
try:
    w.send('tea')
except BrokenPipeError:
    print('broken')
)",
        {"put 'tea' 0", "sent 'tea' 0 failed", "prints broken"});
    row("with the end of its process", R"(
import os
from multiprocessing import Process, Queue

def child(q):
    q.put('gone')
    os._exit(0)

if __name__ == '__main__':
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    p.join()
    print(q.empty())
)",
        {"put 'gone' 1", "prints True"});
    row("more than the pipe holds", R"(
from multiprocessing import Process, SimpleQueue

def child(q):
    print(len(q.get()))

if __name__ == '__main__':
    q = SimpleQueue()
    p = Process(target=child, args=(q,))
    p.start()
    q.put([1] * 100000)
    p.join()
)",
        {"put [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1… 0",
         "sent [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1… 0",
         "taken [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1… 1", "prints 100000"});
}

void MessagesTest::goTheirWay()
{
    QFETCH(QString, program);
    QFETCH(QStringList, expected);
    const auto result = runHere(program.toStdString());
    QCOMPARE(QString::fromStdString(result.err), QString());
    QStringList actual = story(result.trace);
    actual.replaceInStrings(QRegularExpression(" at 0x[0-9a-f]+"), "");
    QCOMPARE(actual, expected);
}

void MessagesTest::channelsAreDescribed()
{
    const auto result = runHere(R"(
from multiprocessing import JoinableQueue, Pipe, Queue, SimpleQueue
jobs = JoinableQueue(3)
results = Queue()
simple = SimpleQueue()
ours, theirs = Pipe()
r, w = Pipe(duplex=False)
for where in jobs, results, simple:
    where.put(1)
for where in ours, theirs, w:
    where.send(1)
)");
    QCOMPARE(QString::fromStdString(result.err), QString());
    QStringList found;
    for (const trace::MessageInfo& message : result.trace.messages()) {
        const trace::ObjectInfo& channel = result.trace.objects()[message.channel];
        QCOMPARE(channel.kind, trace::ObjectKind::Channel);
        found << QString("%1 %2 %3")
                     .arg(nameOf(result.trace, message.channel), QString::number(channel.limit),
                          channel.feeders ? "feeders" : "direct");
    }
    QCOMPARE(found, QStringList({"jobs 3 feeders", "results 0 feeders", "simple 0 direct", "ours 0 direct",
                                 "theirs 0 direct", "w 0 direct"}));
}

void MessagesTest::librarysOwnAreNotTold_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("Pool") << "with multiprocessing.Pool(2) as pool:\n        pool.map(abs, [1, 2, 3])";
    QTest::newRow("executor") << "with ProcessPoolExecutor(2) as pool:\n        list(pool.map(abs, [1, 2]))";
    QTest::newRow("Manager") << "with multiprocessing.Manager() as m:\n        m.list().append(1)";
}

void MessagesTest::librarysOwnAreNotTold()
{
    QFETCH(QString, body);
    const QString program = "import multiprocessing\nfrom concurrent.futures import ProcessPoolExecutor\n"
                            "if __name__ == '__main__':\n    " +
                            body + "\n";
    const auto result = runHere(program.toStdString());
    QCOMPARE(QString::fromStdString(result.err), QString());
    QVERIFY(result.trace.processes().size() > 1);
    QCOMPARE(result.trace.messages().size(), std::size_t{0});
}

const char* const crowd = R"(
from multiprocessing import Process, Queue

def write(q, name):
    for i in range(4):
        q.put(f'{name}{i}')

def read(q):
    while (item := q.get()) is not None:
        print(repr(item))

if __name__ == '__main__':
    q = Queue(3)
    writers = [Process(target=write, args=(q, name)) for name in 'abc']
    readers = [Process(target=read, args=(q,)) for _ in range(2)]
    for p in writers + readers:
        p.start()
    for p in writers:
        p.join()
    for p in readers:
        q.put(None)
    for p in readers:
        p.join()
)";

void MessagesTest::areTakenAsTheyArePrinted_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::newRow("default") << "default";
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << QString("seed:%1").arg(seed);
}

/// Who took which messages, in which order, the readers say themselves. And each goes its way once.
void MessagesTest::areTakenAsTheyArePrinted()
{
    QFETCH(QString, schedule);
    const auto result = runHere(crowd, schedule.toStdString());
    QCOMPARE(QString::fromStdString(result.err), QString());
    const trace::Trace& trace = result.trace;
    std::map<trace::ProcessId, QStringList> taken, printed;
    for (const trace::Event& event : trace.events()) {
        const auto text = [&](trace::StringId id) {
            return QString::fromStdString(std::string(trace.string(id))).trimmed();
        };
        if (event.kind == EventKind::MessageTaken)
            taken[processOf(trace, event.thread)] << text(trace.messages()[event.object].text);
        else if (event.kind == EventKind::Output && !text(event.object).isEmpty())
            printed[processOf(trace, event.thread)] << text(event.object);
    }
    for (auto& [process, texts] : taken)
        QCOMPARE(texts.removeAll("None"), 1);
    QCOMPARE(taken.size(), std::size_t{2});
    for (const auto& [process, texts] : printed)
        QCOMPARE(taken[process], texts);
    const trace::View end = trace.atStep(trace.steps().size() - 1);
    QCOMPARE(end.messages.size(), std::size_t{14});
    for (const trace::MessageView& message : end.messages) {
        QCOMPARE(message.state, trace::MessageState::Taken);
        QVERIFY2(
            message.put < message.sent && message.sent <= message.taken,
            qPrintable(QString("%1 %2 %3").arg(message.put.ns).arg(message.sent.ns).arg(message.taken.ns)));
    }
}

void MessagesTest::tellingChangesNothing()
{
    machine::Config config = configFor("3.11");
    const auto told = runText(crowd, config);
    config.trace = false;
    const auto untold = runText(crowd, config);
    QCOMPARE(QString::fromStdString(untold.out), QString::fromStdString(told.out));
    QCOMPARE(untold.instructions, told.instructions);
}

QTEST_GUILESS_MAIN(MessagesTest)
#include "tst_messages.moc"
