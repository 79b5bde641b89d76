#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// `interleave chart`, run without a display.
class TestTraysCli : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_error;

    int chart(const QStringList& arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_MESSAGES", "LANG"})
            environment.remove(QString::fromLatin1(variable));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(IL_BUILD_DIR "/app/interleave"), QStringList(u"chart"_s) + arguments);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_error = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }

    QByteArray read(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QString lesson() { return QStringLiteral(IL_SOURCE_DIR "/tests/app/lessons/counter"); }

private slots:
    void pictures_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("utilisation") << QStringList{u"--kind"_s, u"utilisation"_s};
        QTest::newRow("waiting") << QStringList{u"--kind"_s, u"waiting"_s};
        QTest::newRow("locks, dark") << QStringList{u"--kind"_s, u"locks"_s, u"--theme"_s, u"slate"_s};
        QTest::newRow("experiment") << QStringList{u"--sweep"_s, u"cores=1..3"_s};
        QTest::newRow("Chinese") << QStringList{u"--lang"_s, u"zh"_s};
    }

    void pictures()
    {
        QFETCH(QStringList, options);
        QCOMPARE(chart(options + QStringList{lesson(), u"--size"_s, u"1280x720"_s, u"-o"_s, u"a.png"_s}), 0);
        const QImage image = QImage::fromData(read(u"a.png"_s));
        QCOMPARE(image.size(), QSize(1280, 720));
        QCOMPARE(chart(options + QStringList{lesson(), u"-o"_s, u"a.svg"_s}), 0);
        QXmlStreamReader xml(read(u"a.svg"_s));
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void theSameBytesEachTime()
    {
        QCOMPARE(chart({lesson(), u"-o"_s, u"one.png"_s}), 0);
        QCOMPARE(chart({lesson(), u"-o"_s, u"two.png"_s}), 0);
        QVERIFY(!read(u"one.png"_s).isEmpty());
        QCOMPARE(read(u"one.png"_s), read(u"two.png"_s));
    }

    void numbersOfAnExperiment()
    {
        QCOMPARE(
            chart({lesson(), u"--sweep"_s, u"cores=1..3"_s, u"--measure"_s, u"time"_s, u"-o"_s, u"n.csv"_s}),
            0);
        const QStringList lines = QString::fromUtf8(read(u"n.csv"_s)).trimmed().split(u"\r\n"_s);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith(u"Cores,measured,"_s));
        for (int i = 1; i < 4; ++i) {
            QCOMPARE(lines[i].section(u',', 0, 0), QString::number(i));
            QVERIFY(lines[i].section(u',', 1, 1).toDouble() > 16); // two threads of 8 ms, one GIL
        }
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QString o = u"-o"_s, png = u"x.png"_s;
        QTest::newRow("no file") << QStringList{lesson()} << u"needs one FILE"_s;
        QTest::newRow("suffix") << QStringList{lesson(), o, u"x.doc"_s} << u".png, .svg or .csv"_s;
        QTest::newRow("kind") << QStringList{lesson(), o, png, u"--kind"_s, u"pie"_s}
                              << u"no chart \"pie\""_s;
        QTest::newRow("measure") << QStringList{lesson(), o, png, u"--measure"_s, u"joy"_s}
                                 << u"no measure"_s;
        QTest::newRow("no sweep") << QStringList{lesson(), o, png, u"--kind"_s, u"experiment"_s}
                                  << u"--sweep needs"_s;
        QTest::newRow("backwards") << QStringList{lesson(), o, png, u"--sweep"_s, u"cores=4..1"_s}
                                   << u"--sweep needs"_s;
        QTest::newRow("too many") << QStringList{lesson(), o, png, u"--sweep"_s, u"cores=1..9:99"_s}
                                  << u"--sweep needs"_s;
        QTest::newRow("unknown") << QStringList{lesson(), o, png, u"--sweep"_s, u"wheels=1..4"_s}
                                 << u"cores, interval"_s;
        QTest::newRow("out of range")
            << QStringList{lesson(), o, png, u"--sweep"_s, u"cores=0..4"_s} << u"between 1 and 64"_s;
        QTest::newRow("script") << QStringList{lesson(), o, png, u"--script"_s, u"third"_s}
                                << u"first, second"_s;
        QTest::newRow("folder") << QStringList{lesson(), o, u"no/such/x.png"_s} << u"can't be written"_s;
    }

    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        QCOMPARE(chart(arguments), 2);
        QVERIFY2(m_error.contains(says), qPrintable(m_error));
    }
};

QTEST_GUILESS_MAIN(TestTraysCli)
#include "tst_trays_cli.moc"
