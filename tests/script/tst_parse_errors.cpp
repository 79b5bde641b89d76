// What a wrong script is answered with, word for word, in both languages: the cases of errors.txt.
#include "script/parser.h"

#include <QFile>
#include <QtTest>

using namespace il::script;

class TestParseErrors : public QObject {
    Q_OBJECT

private slots:
    void rendered_data();
    void rendered();
    void withoutLine();
    void unknownId();
};

/// A case: "=== name", the script, "--- en", its answer, "--- zh", its answer.
void TestParseErrors::rendered_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("english");
    QTest::addColumn<QByteArray>("chinese");
    QFile file(IL_SOURCE_DIR "/tests/script/errors.txt");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = "\n" + file.readAll();
    qsizetype begin = text.indexOf("\n=== ");
    while (begin >= 0) {
        const qsizetype end = text.indexOf("\n=== ", begin + 1);
        const QByteArray part = text.mid(begin + 5, end < 0 ? -1 : end - begin - 4);
        const qsizetype source = part.indexOf('\n') + 1;
        const qsizetype english = part.indexOf("--- en\n");
        const qsizetype chinese = part.indexOf("--- zh\n");
        QTest::newRow(part.left(source - 1).constData())
            << part.mid(source, english - source) << part.mid(english + 7, chinese - english - 7)
            << part.mid(chinese + 7);
        begin = end;
    }
}

void TestParseErrors::rendered()
{
    QFETCH(QByteArray, source);
    const auto module = parse(source.toStdString(), "script.py");
    QVERIFY(!module);
    QTEST(QByteArray::fromStdString(render(module.error(), Locale::English)), "english");
    QTEST(QByteArray::fromStdString(render(module.error(), Locale::Chinese)), "chinese");
}

void TestParseErrors::withoutLine()
{
    ParseLimits limits;
    limits.bytes = 3;
    const auto module = parse("a = 1\n", "big.py", limits);
    QVERIFY(!module);
    QCOMPARE(QByteArray::fromStdString(render(module.error(), Locale::English)),
             QByteArray(
                 "big.py: error: the script has 6 bytes, more than the 3 that are read: make it shorter\n"));
}

void TestParseErrors::unknownId()
{
    const Diagnostic diagnostic{"no-such-message", "a.py", 1, 1, 1, "x", {}};
    QCOMPARE(QByteArray::fromStdString(message(diagnostic, Locale::Chinese)), QByteArray("no-such-message"));
}

QTEST_GUILESS_MAIN(TestParseErrors)
#include "tst_parse_errors.moc"
