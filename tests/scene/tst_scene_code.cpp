// The listing, its colours, and the timeline's axis.
#include "scene/axis.h"
#include "scene/code_window.h"
#include "scene/highlight.h"
#include "scene/listing.h"

#include <QTest>

using namespace il::scene;

namespace {

QString kinds(const std::vector<CodeRun>& runs)
{
    QString text;
    for (const CodeRun& run : runs)
        text += QStringLiteral("%1[%2]").arg(QLatin1Char("pktnc"[static_cast<int>(run.kind)])).arg(run.text);
    return text;
}

QString numbers(const Listing& listing)
{
    QStringList all;
    for (const ListingLine& line : listing.lines)
        all << QString::number(line.number);
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestSceneCode : public QObject {
    Q_OBJECT

private slots:
    void highlights_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* line, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(expected);
        };
        row("keyword", "for t in x:", "k[for]p[t]k[in]p[x:]");
        row("keyword within a name", "forty = 1", "p[forty =]n[1]");
        row("number", "cpu(ms=1.5e3)", "p[cpu(ms=]n[1.5e3]p[)]");
        row("string", "print('a # b')", "p[print(]t['a # b']p[)]");
        row("escaped quote", "'a\\'b' + c", "t['a\\'b']p[+ c]");
        row("f-string", "f\"{x}\"", "t[f\"{x}\"]");
        row("comment", "x = 1  # why", "p[x =]n[1]c[# why]");
        row("two operators are not joined", "a == b", "p[a =]p[= b]");
        row("arrow", "def f() -> int:", "k[def]p[f() -]p[> int:]");
        row("unfinished string", "x = 'abc", "p[x =]t['abc]");
        row("Chinese", "s = \"锁\"  # 等待", "p[s =]t[\"锁\"]c[# 等待]");
        row("nothing", "   ", "");
        row("dangling backslash", "'a\\", "t['a\\]");
    }

    void highlights()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        const auto runs = highlight({line}).front();
        QCOMPARE(kinds(runs), expected);
        for (const CodeRun& run : runs)
            QCOMPARE(line.mid(run.column, run.text.size()), run.text);
    }

    void tripleQuotesGoOnOverLines()
    {
        const auto lines = highlight(
            {QStringLiteral("x = \"\"\"one"), QStringLiteral("def two"), QStringLiteral("three\"\"\" + y")});
        QCOMPARE(kinds(lines[0]), QStringLiteral("p[x =]t[\"\"\"one]"));
        QCOMPARE(kinds(lines[1]), QStringLiteral("t[def two]"));
        QCOMPARE(kinds(lines[2]), QStringLiteral("t[three\"\"\"]p[+ y]"));
    }

    void lists_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("a\nb\n") << QStringLiteral("1 2");
        QTest::newRow("empty") << QByteArray("") << QString();
        QTest::newRow("metadata") << QByteArray("# /// script\n# x = 1\n# ///\n\nimport a\n")
                                  << QStringLiteral("5");
        QTest::newRow("metadata after a shebang")
            << QByteArray("#!/usr/bin/python3\n# /// script\n# ///\na\n") << QStringLiteral("4");
        QTest::newRow("unfinished metadata is code")
            << QByteArray("# /// script\nx = 1\n") << QStringLiteral("1 2");
        QTest::newRow("cues") << QByteArray("a\n#: here\nb  #: there\n    #: in\nc\n")
                              << QStringLiteral("1 3 5");
        QTest::newRow("not a cue") << QByteArray("x = '#: no'\n") << QStringLiteral("1");
        QTest::newRow("blank lines") << QByteArray("a\n\n\nb\n\n\n") << QStringLiteral("1 2 4");
        QTest::newRow("blank around a cue") << QByteArray("a\n\n#: c\n\nb\n") << QStringLiteral("1 2 5");
        QTest::newRow("Windows line ends") << QByteArray("a\r\nb\r\n") << QStringLiteral("1 2");
    }

    void lists()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, shown);
        QCOMPARE(numbers(makeListing(source.toStdString())), shown);
    }

    void trailingCueIsCutOff()
    {
        const Listing listing = makeListing("tmp = counter      #: read\n\tx\n");
        QCOMPARE(listing.lines[0].text, QStringLiteral("tmp = counter"));
        QCOMPARE(kinds(listing.lines[0].runs), QStringLiteral("p[tmp = counter]"));
        QCOMPARE(listing.lines[1].text, QStringLiteral("    x"));
    }

    void oneOverlongLineOfManyDoesNotCount()
    {
        QCOMPARE(makeListing("").longLine(), 0);
        QCOMPARE(makeListing("abc").longLine(), 3);
        std::string source;
        for (int i = 0; i < 12; ++i)
            source += "12345\n";
        QCOMPARE(makeListing(source + std::string(60, 'x')).longLine(), 5);
    }

    void findsLines()
    {
        const Listing listing = makeListing("a\n#: cue\nb\n\n\nc\n"); // shown are 1, 3, 4, 6
        QCOMPARE(listing.indexOf(1), 0);
        QCOMPARE(listing.indexOf(2), 0);
        QCOMPARE(listing.indexOf(3), 1);
        QCOMPARE(listing.indexOf(5), 2);
        QCOMPARE(listing.indexOf(6), 3);
        QCOMPARE(listing.indexOf(99), 3);
        QCOMPARE(listing.indexOf(0), -1);
    }

    void windowShowsTheFocusWithContext()
    {
        for (const int lines : {12, 40, 400})
            for (const int rows : {1, 2, 5, 11})
                for (int focus = 0; focus < lines; ++focus) {
                    const int top = windowTop(lines, rows, focus, {});
                    QVERIFY(top >= 0 && top <= lines - rows);
                    QVERIFY(focus >= top && focus < top + rows);
                    if (rows >= 5) {
                        QVERIFY(focus == 0 || focus > top);
                        QVERIFY(focus == lines - 1 || focus < top + rows - 1);
                    }
                }
    }

    /// Going line by line through a long script, the listing moves once in a while, not at every line.
    void windowMovesSeldom()
    {
        int moves = 0;
        for (int focus = 1; focus < 100; ++focus)
            moves += windowTop(100, 12, focus, {}) != windowTop(100, 12, focus - 1, {}) ? 1 : 0;
        QVERIFY2(moves <= 100 / 4, qPrintable(QString::number(moves)));
    }

    void windowPrefersToShowTheOthersToo()
    {
        const ThreadsAt others{{20, {1}}, {26, {2}}};
        QVERIFY(windowTop(60, 12, 20, {}) + 12 <= 26); // which it needn't
        const int top = windowTop(60, 12, 20, others);
        QVERIFY(top <= 20 && top + 12 > 26);
    }

    void timeTicks_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QString>("expected");
        QTest::newRow("40 ms") << qint64{0} << qint64{40'000'000}
                               << QStringLiteral("0 ms,5 ms,10 ms,15 ms,20 ms,25 ms,30 ms,35 ms,40 ms");
        QTest::newRow("a second") << qint64{0} << qint64{1'000'000'000}
                                  << QStringLiteral("0 s,0.2 s,0.4 s,0.6 s,0.8 s,1.0 s");
        QTest::newRow("nanoseconds") << qint64{0} << qint64{700}
                                     << QStringLiteral(
                                            "0 ns,100 ns,200 ns,300 ns,400 ns,500 ns,600 ns,700 ns");
        QTest::newRow("a window far inside")
            << qint64{1'234'000'000} << qint64{1'234'001'000}
            << QStringLiteral(
                   "1234000.0 µs,1234000.2 µs,1234000.4 µs,1234000.6 µs,1234000.8 µs,1234001.0 µs");
        QTest::newRow("one nanosecond") << qint64{0} << qint64{1} << QStringLiteral("0 ns,1 ns");
    }

    void timeTicks()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(QString, expected);
        QStringList labels;
        for (const Tick& tick : il::scene::timeTicks(from, to, 9))
            labels << tick.label;
        QCOMPARE(labels.join(QLatin1Char(',')), expected);
    }

    void ticksAreFewAndInside()
    {
        for (std::int64_t to = 1; to < 4'000'000'000'000; to = to * 3 + 1) {
            const auto ticks = stepTicks(0, to, 8);
            QVERIFY(!ticks.empty() && ticks.size() <= 9);
            for (const Tick& tick : ticks)
                QVERIFY(tick.position >= 0 && tick.position <= to);
        }
    }
};

QTEST_MAIN(TestSceneCode)
#include "tst_scene_code.moc"
