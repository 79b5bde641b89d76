// Programs whose output doesn't depend on the schedule: what CPython 3.11 prints is in the .out file beside
// each.
#ifndef Q_MOC_RUN // moc 6.4 stumbles over the standard library's concepts
#include "machine/machine_run.h"
#endif

#include <QDir>
#include <QFile>
#include <QtTest>

class TestThreadPrograms : public QObject {
    Q_OBJECT

private slots:
    void printsWhatCPythonPrints_data();
    void printsWhatCPythonPrints();
};

namespace {

const QString folder = QStringLiteral(IL_SOURCE_DIR "/tests/machine/programs/");

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestThreadPrograms::printsWhatCPythonPrints_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("cores");
    QTest::addColumn<QString>("schedule");
    for (const QString& file : QDir(folder).entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name)) {
        const QString program = file.chopped(3);
        const auto row = [&](const char* version, int cores, const char* schedule) {
            QTest::addRow("%s %s %d %s", qPrintable(program), version, cores, schedule)
                << program << version << cores << schedule;
        };
        row("3.11", 2, "default");
        row("3.11", 1, "seed:1");
        row("3.9", 4, "seed:2");
        row("2.7", 2, "seed:3");
        row("2.7", 1, "default");
        row("3.13", 2, "seed:4");
        row("3.13t", 4, "default");
        row("3.13t", 2, "seed:5");
    }
}

void TestThreadPrograms::printsWhatCPythonPrints()
{
    QFETCH(QString, program);
    QFETCH(QString, version);
    QFETCH(int, cores);
    QFETCH(QString, schedule);
    const QByteArray text = contents(folder + program + ".py");
    const auto result =
        runText(text.toStdString(), configFor(version.toStdString(), cores), schedule.toStdString());
    QCOMPARE(static_cast<int>(result.reason), static_cast<int>(il::trace::EndReason::Finished));
    const QString out = QString::fromStdString(result.out);
    const QString expected = QString::fromUtf8(contents(folder + program + ".out"));
    QCOMPARE(out.split('\n'), expected.split('\n'));
    QCOMPARE(result.exitStatus, program == "ends" ? 7 : 0);
    QCOMPARE(QString::fromStdString(result.err), QString());
}

QTEST_GUILESS_MAIN(TestThreadPrograms)
#include "tst_thread_programs.moc"
