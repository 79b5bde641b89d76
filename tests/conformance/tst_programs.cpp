// Our machine against the python3 of this computer: same program, same output and exit status.
// programs/ give one result under any schedule. races/ may give several: what CPython does must be among what
// we do.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine.h"
#include "script/compiler.h"
#endif

#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

#include <set>

#include <unistd.h>

using namespace il;

namespace {

struct Outcome {
    QString out, err;
    int exitStatus = 0;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

const QString folder = IL_SOURCE_DIR "/tests/conformance/";

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString python()
{
    return QStandardPaths::findExecutable("python3");
}

Outcome underPython(const QString& path)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PYTHONPATH", IL_SOURCE_DIR "/resources/python");
    environment.insert("PYTHONDONTWRITEBYTECODE", "1");
    process.setChildProcessModifier([] { // what the test's own caller left open would shift all descriptors
        for (int descriptor = 3; descriptor < 256; ++descriptor)
            ::close(descriptor);
    });
    environment.remove("PYTHONUNBUFFERED"); // what a process leaves in its buffer is part of its behaviour
    process.setProcessEnvironment(environment);
    process.start(python(), {path});
    process.waitForFinished(30'000);
    return {QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError()), process.exitCode()};
}

/// Addresses and thread idents differ from run to run.
QString normalised(QString text)
{
    text.replace(QRegularExpression("0x[0-9a-f]+"), "0x");
    return text.replace(QRegularExpression("\\b\\d{9,}\\b"), "N");
}

/// Tracebacks without the frames of CPython's own library: where ours is native there are none.
QString withoutLibraryFrames(QString text)
{
    static const QRegularExpression frame(
        R"re(  File "[^"\n]*/lib/python3[^"\n]*", line \d+, in [^\n]*\n(    [^\n]*\n)*)re");
    return text.remove(frame);
}

/// What CPython does, asked anew (three times at most) while it isn't `ours`: on a busy computer its
/// processes and sleeps may overtake each other, whereas a difference in what a program means is there each
/// time.
Outcome underPython(const QString& path, const Outcome& ours)
{
    Outcome theirs;
    for (int i = 0; i < 3; ++i) {
        theirs = underPython(path);
        theirs = {normalised(theirs.out), normalised(withoutLibraryFrames(theirs.err)), theirs.exitStatus};
        if (theirs == ours)
            return theirs;
        qInfo("run %d of CPython differs", i + 1);
    }
    return theirs;
}

tl::expected<Outcome, QString> underOurs(const QString& path, machine::Schedule schedule = {})
{
    const auto program = script::compile(contents(path).toStdString(), path.toStdString());
    if (!program)
        return tl::make_unexpected(
            QString::fromStdString(script::render(program.error(), script::Locale::English)));
    machine::Config config;
    config.trace = false;
    const auto result = machine::run(*program, config, std::move(schedule));
    if (result.reason != trace::EndReason::Finished)
        return tl::make_unexpected(QString("it ended otherwise: %1").arg(static_cast<int>(result.reason)));
    return Outcome{QString::fromStdString(result.out), QString::fromStdString(result.err), result.exitStatus};
}

void addFiles(const QString& name)
{
    QTest::addColumn<QString>("path");
    const auto files = QDir(folder + name).entryInfoList({"*.py"}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const auto& file : files)
        QTest::newRow(qPrintable(file.baseName())) << file.filePath();
}

} // namespace

class ProgramsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void behavesAsCPython_data() { addFiles("programs"); }
    void behavesAsCPython();
    void racesCoverCPython_data() { addFiles("races"); }
    void racesCoverCPython();
};

void ProgramsTest::initTestCase()
{
    if (python().isEmpty())
        QSKIP("python3 isn't installed");
}

void ProgramsTest::behavesAsCPython()
{
    QFETCH(QString, path);
    const auto ran = underOurs(path);
    if (!ran)
        QFAIL(qPrintable(ran.error()));
    const Outcome actual{normalised(ran->out), normalised(ran->err), ran->exitStatus};
    const auto expected = underPython(path, actual);
    QCOMPARE(actual.out, expected.out);
    QCOMPARE(actual.err, expected.err);
    QCOMPARE(actual.exitStatus, expected.exitStatus);
}

void ProgramsTest::racesCoverCPython()
{
    QFETCH(QString, path);
    std::set<QString> ours;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto outcome =
            underOurs(path, seed == 0 ? machine::Schedule() : machine::Schedule::seeded(seed));
        if (!outcome)
            QFAIL(qPrintable(outcome.error()));
        ours.insert(outcome->out);
    }
    for (int i = 0; i < 20; ++i) {
        const auto outcome = underPython(path).out;
        QVERIFY2(ours.contains(outcome), qPrintable("CPython printed " + outcome));
    }
}

QTEST_GUILESS_MAIN(ProgramsTest)
#include "tst_programs.moc"
