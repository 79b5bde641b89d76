// Traces as text: the dump of golden files and the export for Perfetto.
#include <QTest> // first: moc 6.4 stumbles over <compare> when it comes before Qt

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "trace/dump.h"
#include "trace/json.h"
#include "trace/perfetto.h"
#include "trace/recorder.h"
#include "trace/sample_traces.h"
#include "trace/view.h"
#include "trace/words.h"

#include <set>

using namespace il;
using namespace il::trace;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void dumpEqualsGolden_data();
    void dumpEqualsGolden();
    void everyKindHasItsName();
    void controlCharactersAreEscaped();
    void jsonStrings_data();
    void jsonStrings();
    void perfettoIsValidAndComplete();
    void perfettoSurvivesHostileNames();
};

void TestText::dumpEqualsGolden_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::newRow("handoff") << samples::gilHandoff();
    QTest::newRow("lost-update") << samples::lostUpdate();
    QTest::newRow("mutex") << samples::mutexContention();
    QTest::newRow("deadlock") << samples::deadlock();
}

void TestText::dumpEqualsGolden()
{
    QFETCH(Trace, trace);
    const QString path = QStringLiteral(IL_SOURCE_DIR "/tests/golden/trace/") +
                         QLatin1String(QTest::currentDataTag()) + ".txt";
    const QByteArray actual = QByteArray::fromStdString(dump(trace));
    QFile file(path);
    if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(actual);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(QString::fromUtf8(actual), QString::fromUtf8(file.readAll()));
}

void TestText::everyKindHasItsName()
{
    std::set<std::string_view> names;
    for (int kind = 0; kind < eventKinds; ++kind)
        names.insert(name(static_cast<EventKind>(kind)));
    QCOMPARE(names.size(), std::size_t{eventKinds});
    QVERIFY(names.count("unknown") == 0);
    QCOMPARE(name(EventKind::ThreadDone), std::string_view("done"));
    QCOMPARE(name(EventKind::Instruction), std::string_view("instruction"));
    QCOMPARE(name(EventKind::GilWakeLost), std::string_view("gil-wake-lost"));
    QCOMPARE(name(EventKind::WaitTimedOut), std::string_view("wait-timed-out"));
    QCOMPARE(name(EventKind::LocalWritten), std::string_view("local"));
    QCOMPARE(name(EventKind::RunEnded), std::string_view("run-ended"));
}

void TestText::controlCharactersAreEscaped()
{
    samples::Recorder r({});
    r.prints(0, "a\n\"b\"\\\x01\x7f");
    const Trace trace = r.finish();
    QCOMPARE(describe(trace, View{}, trace.events()[0]),
             std::string("thread 0 output \"a\\n\\\"b\\\"\\\\\\x01\\x7f\""));
}

void TestText::jsonStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("counter") << QStringLiteral("counter");
    QTest::newRow("chinese") << QByteArray("锁") << QStringLiteral("锁");
    QTest::newRow("control") << QByteArray("a\0b\x1f\n", 5) << QString::fromLatin1("a\0b\x1f\n", 5);
    QTest::newRow("quotes") << QByteArray("\"\\") << QStringLiteral("\"\\");
    QTest::newRow("lone continuation") << QByteArray("a\x80z") << QStringLiteral("a\uFFFDz");
    QTest::newRow("cut off") << QByteArray("\xE9\x94") << QStringLiteral("\uFFFD\uFFFD");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QStringLiteral("\uFFFD\uFFFD");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD");
    QTest::newRow("beyond") << QByteArray("\xF4\x90\x80\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD\uFFFD");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x94\x92") << QString::fromUtf8("\xF0\x9F\x94\x92");
}

void TestText::jsonStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const std::string json = "[" + jsonString({text.data(), static_cast<std::size_t>(text.size())}) + "]";
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document.array().at(0).toString(), expected);
}

namespace {

QJsonArray eventsOf(const Trace& trace)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(perfetto(trace)), &error);
    return error.error == QJsonParseError::NoError ? document.object().value("traceEvents").toArray()
                                                   : QJsonArray();
}

} // namespace

void TestText::perfettoIsValidAndComplete()
{
    const Trace trace = samples::mutexContention();
    double ran = 0, held = 0;
    int cues = 0;
    QStringList tracks;
    for (const QJsonValue event : eventsOf(trace)) {
        const QString phase = event["ph"].toString(), name = event["name"].toString();
        if (name == "thread_name")
            tracks << event["args"]["name"].toString();
        if (phase == "X" && event["pid"] == 1 && event["tid"] == 2 && name == "running")
            ran += event["dur"].toDouble();
        if (phase == "X" && event["pid"] == 2 && event["tid"] == 1 && name == "T2")
            held += event["dur"].toDouble();
        cues += phase == "i" ? 1 : 0;
    }
    const View end = trace.at(trace.duration());
    QCOMPARE(tracks, (QStringList{"MainThread", "T1", "T2", "T3", "GIL", "lock"}));
    QVERIFY(qAbs(ran * 1000 - static_cast<double>(end.threads[2].ran.ns)) < 0.5);
    QVERIFY(held > 3000);      // it holds the lock for 3 ms and while it waits for the GIL
    QCOMPARE(cues, 3 + 3 + 3); // each thread is started, acquires and releases
    int counters = 0;
    for (const QJsonValue event : eventsOf(samples::lostUpdate()))
        counters += event["ph"].toString() == "C" ? 1 : 0;
    QCOMPARE(counters, 3);
}

void TestText::perfettoSurvivesHostileNames()
{
    samples::Recorder r({"\xff\"\n", "", "", 1, {}, ""});
    r.created(0, "a\"b\x01\x80", noThread);
    r.runs(0, 0);
    r.after(nanoseconds(1)).cue(0, "\\\"\xC3");
    QVERIFY(!eventsOf(r.finish()).isEmpty());
    QVERIFY(!eventsOf(Trace()).isEmpty());
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
