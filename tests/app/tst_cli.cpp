#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int status = -1;
    QString out, err;
};

} // namespace

/// Runs the real program, without a display, in a folder of its own.
class TestCli : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Ended interleave(const QStringList& arguments, const QString& language = u"C.UTF-8"_s)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_MESSAGES", "LANG"})
            environment.remove(QString::fromLatin1(variable));
        environment.insert(u"LC_ALL"_s, language);
        environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(IL_BUILD_DIR "/app/interleave"), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("can't write");
        return name;
    }

    QByteArray read(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QString lesson() { return QStringLiteral(IL_SOURCE_DIR "/tests/app/lessons/counter"); }

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void runs_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("out");
        QTest::newRow("prints") << QByteArray("print('hello')\n") << QStringList() << 0 << u"hello\n"_s;
        QTest::newRow("its own status")
            << QByteArray("import sys\nprint(1)\nsys.exit(7)\n") << QStringList() << 7 << u"1\n"_s;
        QTest::newRow("an exception") << QByteArray("print(1)\n1/0\n") << QStringList() << 1 << u"1\n"_s;
        QTest::newRow("arguments") << QByteArray("import sys\nprint(sys.argv[1:])\n")
                                   << QStringList{u"--"_s, u"a"_s, u"--seed"_s} << 0
                                   << u"['a', '--seed']\n"_s;
        QTest::newRow("chinese") << QByteArray("print('线程')\n") << QStringList() << 0 << u"线程\n"_s;
        QTest::newRow("options") << QByteArray("print(2)\n")
                                 << QStringList{u"--seed"_s, u"42"_s,       u"--cores"_s,
                                                u"4"_s,      u"--python"_s, u"3.13t"_s}
                                 << 0 << u"2\n"_s;
    }

    void runs()
    {
        QFETCH(QByteArray, program);
        QFETCH(QStringList, options);
        QFETCH(int, status);
        QFETCH(QString, out);
        const Ended ended = interleave(QStringList{u"run"_s, write(u"program.py"_s, program)} + options);
        QVERIFY2(ended.status == status, qPrintable(ended.err));
        QCOMPARE(ended.out, out);
        QCOMPARE(ended.err.isEmpty(), status != 1);
    }

    void aDeadlockIsTold()
    {
        write(u"stuck.py"_s, "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
        const Ended ended = interleave({u"run"_s, u"stuck.py"_s});
        QCOMPARE(ended.status, 3);
        QVERIFY2(ended.err.startsWith(u"Deadlock: "_s), qPrintable(ended.err));
        QVERIFY2(ended.err.contains(u"waits for lock, "_s),
                 "the lock has the name that the program gives it");
    }

    void tooMuchOutputIsALimit()
    {
        write(u"chatty.py"_s, "while True:\n    print('x' * 100000)\n");
        const Ended ended = interleave({u"run"_s, u"chatty.py"_s});
        QCOMPARE(ended.status, 4);
        QVERIFY2(ended.err.contains(u"printed more"_s), qPrintable(ended.err));
        QCOMPARE(ended.out.size(), (qsizetype(8) << 20) + 1); // the byte that is too much
    }

    void anUnknownModuleIsRefused()
    {
        write(u"net.py"_s, "try:\n    import numpy\nexcept ImportError:\n    pass\nimport sqlite3\n");
        const Ended ended = interleave({u"run"_s, u"net.py"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.startsWith(u"net.py:5:1: error: this machine has no module sqlite3"_s),
                 qPrintable(ended.err));
    }

    void aLimitIsTold()
    {
        write(u"endless.py"_s, "while True:\n    pass\n");
        const Ended ended = interleave({u"run"_s, u"endless.py"_s});
        QCOMPARE(ended.status, 4);
        QVERIFY2(!ended.err.isEmpty(), "it says which");
    }

    void theSameSeedIsTheSameRun()
    {
        write(u"race.py"_s, "import threading\ndef f(n):\n    print(n)\n"
                            "for n in range(6):\n    threading.Thread(target=f, args=(n,)).start()\n");
        const QStringList once{u"run"_s, u"race.py"_s, u"--seed"_s, u"5"_s, u"--trace"_s, u"a.json"_s};
        const QStringList twice{u"run"_s, u"race.py"_s, u"--seed"_s, u"5"_s, u"--trace"_s, u"b.json"_s};
        QCOMPARE(interleave(once).out, interleave(twice).out);
        QVERIFY(!read(u"a.json"_s).isEmpty());
        QCOMPARE(read(u"a.json"_s), read(u"b.json"_s));
        QVERIFY(!QJsonDocument::fromJson(read(u"a.json"_s)).isNull());
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("told"); // parts of the message
        write(u"wrong.py"_s, "x = 1\nfor in x:\n    pass\n");
        write(u"fine.py"_s, "print(1)\n");
        const auto row = [](const char* name, const QStringList& arguments, const QStringList& told) {
            QTest::newRow(name) << arguments << told;
        };
        row("a syntax error", {u"run"_s, u"wrong.py"_s}, {u"wrong.py:2:5: "_s, u"for in x:"_s, u"    ^"_s});
        row("no such file", {u"run"_s, u"nothing.py"_s}, {u"nothing.py"_s});
        row("a folder", {u"run"_s, u"."_s}, {u"."_s});
        row("no file", {u"run"_s}, {u"which file"_s});
        row("cores as words", {u"run"_s, u"fine.py"_s, u"--cores"_s, u"two"_s}, {u"--cores"_s, u"two"_s});
        row("no cores", {u"run"_s, u"fine.py"_s, u"--cores"_s, u"0"_s}, {u"between 1 and 64"_s});
        row("a million cores", {u"run"_s, u"fine.py"_s, u"--cores"_s, u"1000000"_s}, {u"between 1 and 64"_s});
        row("negative seed", {u"run"_s, u"fine.py"_s, u"--seed"_s, u"-1"_s}, {u"-1"_s});
        row("seed too large", {u"run"_s, u"fine.py"_s, u"--seed"_s, u"99999999999999999999"_s},
            {u"--seed"_s});
        row("two schedules", {u"run"_s, u"fine.py"_s, u"--seed"_s, u"1"_s, u"--schedule"_s, u"default"_s},
            {u"not both"_s});
        row("unknown version", {u"run"_s, u"fine.py"_s, u"--python"_s, u"1.5"_s}, {u"1.5"_s});
        row("bad schedule", {u"run"_s, u"fine.py"_s, u"--schedule"_s, u"p:x"_s}, {u"\"x\""_s});
        row("unknown parameter", {u"run"_s, u"fine.py"_s, u"--set"_s, u"N=1"_s}, {u"\"N\""_s});
        row("unknown option", {u"run"_s, u"fine.py"_s, u"--speed"_s}, {u"speed"_s, u"--help"_s});
        row("unknown lesson", {u"export"_s, u"gil-handof"_s, u"-o"_s, u"x.png"_s}, {u"gil-handoff"_s});
        row("no output", {u"export"_s, u"fine.py"_s}, {u"-o"_s});
        row("huge picture", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--size"_s, u"99999x99999"_s},
            {u"16384"_s});
        row("tiny picture", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--size"_s, u"1x1"_s},
            {u"64"_s});
        row("half a size", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--size"_s, u"1920"_s},
            {u"1920x1080"_s});
        row("unknown theme", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--theme"_s, u"plaid"_s},
            {u"plaid"_s, u"slate"_s});
        row("unknown panel", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--panel"_s, u"gill"_s},
            {u"gill"_s, u"mutex"_s});
        row("unknown view",
            {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--panel"_s, u"deadlock"_s, u"--variant"_s,
             u"wait"_s},
            {u"wait"_s, u"resources, waits"_s});
        row("no views",
            {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--panel"_s, u"gil"_s, u"--variant"_s, u"x"_s},
            {u"only one"_s});
        row("unknown cue", {u"export"_s, lesson(), u"-o"_s, u"x.png"_s, u"--at"_s, u"begin"_s},
            {u"begin"_s, u"start"_s});
        row("no such step", {u"export"_s, lesson(), u"-o"_s, u"x.png"_s, u"--at"_s, u"99999999"_s},
            {u"steps 0 to"_s});
        row("unknown script", {u"export"_s, lesson(), u"-o"_s, u"x.png"_s, u"--script"_s, u"third"_s},
            {u"third"_s, u"first, second"_s});
        row("unknown format", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.png"_s, u"--format"_s, u"bmp"_s},
            {u"bmp"_s, u"svg"_s, u"pdf"_s});
        row("unknown suffix", {u"export"_s, u"fine.py"_s, u"-o"_s, u"x.docx"_s}, {u".docx"_s, u"--format"_s});
        row("a film of one moment", {u"export"_s, lesson(), u"-o"_s, u"x.gif"_s, u"--at"_s, u"work"_s},
            {u"--at steps"_s});
        row("a film without background", {u"export"_s, lesson(), u"-o"_s, u"x.gif"_s, u"--transparent"_s},
            {u"--transparent"_s, u"gif"_s});
        row("no frames", {u"export"_s, lesson(), u"-o"_s, u"x.gif"_s, u"--fps"_s, u"0"_s}, {u"5"_s, u"60"_s});
        row("too fast", {u"export"_s, lesson(), u"-o"_s, u"x.gif"_s, u"--speed"_s, u"nan"_s},
            {u"0.25"_s, u"nan"_s});
        row("backwards", {u"export"_s, lesson(), u"-o"_s, u"x.pdf"_s, u"--at"_s, u"9..3"_s},
            {u"9"_s, u"3"_s});
        row("no such folder", {u"export"_s, u"fine.py"_s, u"-o"_s, u"no/such/x.png"_s}, {u"no/such/x.png"_s});
        row("unknown language", {u"list"_s, u"--lang"_s, u"fr"_s}, {u"fr"_s, u"zh"_s});
        row("check nothing", {u"check"_s}, {u"which file"_s});
        row("check a wrong script", {u"check"_s, u"fine.py"_s, u"wrong.py"_s}, {u"wrong.py:2:5"_s});
        row("a window without display", {}, {u"no display"_s});
        row("tour to nowhere", {u"tour"_s}, {u"-o"_s});
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, told);
        const Ended ended = interleave(arguments);
        QCOMPARE(ended.status, 2);
        QCOMPARE(ended.out, QString());
        for (const QString& part : told)
            QVERIFY2(ended.err.contains(part), qPrintable(ended.err));
    }

    void speaksChinese_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("locale");
        QTest::newRow("by option") << QStringList{u"--lang"_s, u"zh"_s} << u"C.UTF-8"_s;
        QTest::newRow("by environment") << QStringList{} << u"zh_CN.UTF-8"_s;
    }

    void speaksChinese()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, locale);
        const Ended ended =
            interleave(QStringList{u"export"_s, u"gil-handof"_s, u"-o"_s, u"x.png"_s} + arguments, locale);
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains(u"没有文件或课程"_s), qPrintable(ended.err));
    }

    void listsLessons()
    {
        const Ended ended = interleave({u"list"_s, u"--json"_s});
        QCOMPARE(ended.status, 0);
        const QJsonArray lessons = QJsonDocument::fromJson(ended.out.toUtf8()).array();
        QVERIFY(lessons.size() >= 8);
        QStringList ids;
        for (const auto& lesson : lessons) {
            ids.append(lesson[u"id"_s].toString());
            QVERIFY(!lesson[u"title"_s][u"zh"_s].toString().isEmpty());
            QVERIFY(!lesson[u"cues"_s].toArray().isEmpty());
        }
        QVERIFY(ids.contains(u"gil-handoff"_s));
    }

    void searchesLessons()
    {
        const Ended ended = interleave({u"list"_s, u"--search"_s, u"Global interpreter lock"_s});
        QCOMPARE(ended.status, 0);
        const QStringList lines = ended.out.split(u'\n');
        QVERIFY2(lines.front().contains(u"gil-handoff"_s), qPrintable(ended.out));
        QVERIFY2(lines[1].startsWith(u"      "_s) && lines[1].contains(u": "_s), qPrintable(ended.out));
        QVERIFY(interleave({u"list"_s, u"--search"_s, u"interval 请求"_s}).out.contains(u"gil-handoff"_s));
        const Ended json = interleave({u"list"_s, u"--json"_s, u"--search"_s, u"add_one"_s});
        const QJsonArray lessons = QJsonDocument::fromJson(json.out.toUtf8()).array();
        QVERIFY(!lessons.isEmpty());
        QCOMPARE(lessons[0][u"id"_s].toString(), u"lost-update"_s);
        const QJsonValue found = lessons[0][u"found"_s];
        const QJsonArray mark = found[u"marks"_s][0].toArray();
        QCOMPARE(found[u"text"_s].toString().mid(mark[0].toInt(), mark[1].toInt()), u"add_one"_s);
    }

    void findsNoLesson()
    {
        const Ended ended = interleave({u"list"_s, u"--json"_s, u"--search"_s, u"lock no-such-word"_s});
        QCOMPARE(ended.status, 0);
        QCOMPARE(QJsonDocument::fromJson(ended.out.toUtf8()).array().size(), 0);
        QVERIFY2(ended.err.contains(u"no-such-word"_s), qPrintable(ended.err));
    }

    void theUsersLessonsAreFound()
    {
        const QString mine = m_folder.filePath(u"data/interleave/lessons/mine"_s);
        QVERIFY(QDir().mkpath(mine));
        for (const char* file : {"first.py", "en.md", "zh_CN.md"})
            QVERIFY(QFile::copy(lesson() + u'/' + QLatin1StringView(file),
                                mine + u'/' + QLatin1StringView(file)));
        const Ended ended = interleave({u"list"_s});
        QVERIFY2(ended.out.contains(u"mine"_s), qPrintable(ended.out));
        QVERIFY(QDir(mine).removeRecursively());
    }

    void ourLessonsAreSound()
    {
        const Ended ended =
            interleave({u"check"_s, QStringLiteral(IL_SOURCE_DIR "/resources/lessons"), lesson()});
        QVERIFY2(ended.status == 0, qPrintable(ended.err));
    }

    void exportsOnePicture()
    {
        const QStringList arguments{u"export"_s, lesson(),      u"--at"_s, u"work"_s,
                                    u"--size"_s, u"1280x720"_s, u"-o"_s};
        const Ended once = interleave(arguments + QStringList{u"once.png"_s});
        QVERIFY2(once.status == 0, qPrintable(once.err));
        QCOMPARE(interleave(arguments + QStringList{u"twice.png"_s}).status, 0);
        QCOMPARE(QImage(m_folder.filePath(u"once.png"_s)).size(), QSize(1280, 720));
        QCOMPARE(read(u"once.png"_s), read(u"twice.png"_s));
        QCOMPARE(interleave(arguments + QStringList{u"slate.png"_s, u"--theme"_s, u"slate"_s}).status, 0);
        QVERIFY(read(u"slate.png"_s) != read(u"once.png"_s));
    }

    void exportsAt_data()
    {
        QTest::addColumn<QString>("at");
        for (const char* at : {"start", "0", "3", "5ms", "1.5 ms", "20us", "999s"})
            QTest::newRow(at) << QString::fromLatin1(at);
    }

    void exportsAt()
    {
        QFETCH(QString, at);
        const Ended ended = interleave(
            {u"export"_s, lesson(), u"--at"_s, at, u"-o"_s, u"at.png"_s, u"--size"_s, u"640x360"_s});
        QVERIFY2(ended.status == 0, qPrintable(ended.err));
        QVERIFY(QFile::remove(m_folder.filePath(u"at.png"_s)));
    }

    void exportsAllCues()
    {
        const Ended ended = interleave(
            {u"export"_s, lesson(), u"--at"_s, u"all"_s, u"-o"_s, u"all.png"_s, u"--lang"_s, u"zh"_s});
        QVERIFY2(ended.status == 0, qPrintable(ended.err));
        const QStringList files = QDir(m_folder.path()).entryList({u"all-*.png"_s}, QDir::Files, QDir::Name);
        QCOMPARE(files, (QStringList{u"all-01.png"_s, u"all-02.png"_s, u"all-03.png"_s}));
    }

    void exportsByTheFilesName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("svg") << QStringList{u"-o"_s, u"a.svg"_s} << u"a.svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringList{u"-o"_s, u"a.pdf"_s, u"--at"_s, u"all"_s} << u"a.pdf"_s
                             << QByteArray("%PDF-");
        QTest::newRow("upper case") << QStringList{u"-o"_s, u"b.PDF"_s} << u"b.PDF"_s << QByteArray("%PDF-");
        QTest::newRow("no suffix") << QStringList{u"-o"_s, u"bare"_s} << u"bare"_s << QByteArray("\x89PNG");
        QTest::newRow("by option") << QStringList{u"-o"_s, u"odd.x"_s, u"--format"_s, u"svg"_s} << u"odd.x"_s
                                   << QByteArray("<?xml");
        QTest::newRow("a range") << QStringList{u"-o"_s, u"r.svg"_s, u"--at"_s, u"2..4"_s} << u"r-03.svg"_s
                                 << QByteArray("<?xml");
    }

    void exportsByTheFilesName()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, file);
        QFETCH(QByteArray, start);
        const Ended ended = interleave(QStringList{u"export"_s, lesson()} + arguments);
        QVERIFY2(ended.status == 0, qPrintable(ended.err));
        QVERIFY(read(file).startsWith(start));
    }

    void aFailedExportLeavesTheOldFile()
    {
        write(u"kept.png"_s, "old");
        QCOMPARE(interleave({u"export"_s, u"nothing.py"_s, u"-o"_s, u"kept.png"_s}).status, 2);
        QCOMPARE(read(u"kept.png"_s), QByteArray("old"));
    }

    void toursAllLessons()
    {
        const Ended ended = interleave({u"tour"_s, u"-o"_s, u"tour"_s, u"--size"_s, u"480x270"_s});
        QVERIFY2(ended.status == 0, qPrintable(ended.err));
        const QString page = QString::fromUtf8(read(u"tour/index.html"_s));
        QVERIFY(page.contains(u"gil-handoff/01-"_s));
        QVERIFY(page.contains(u"-zh.png"_s) && page.contains(u"-en.png"_s));
    }

    void tellsAboutItself_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("told");
        QTest::newRow("help") << QStringList{u"--help"_s} << u"interleave export"_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << u"Interleave "_s;
        QTest::newRow("run") << QStringList{u"run"_s, u"--help"_s} << u"--seed"_s;
        QTest::newRow("export") << QStringList{u"export"_s, u"--help"_s} << u"--at"_s;
        QTest::newRow("check") << QStringList{u"check"_s, u"-h"_s} << u"PATH"_s;
    }

    void tellsAboutItself()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, told);
        const Ended ended = interleave(arguments);
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.out.contains(told), qPrintable(ended.out));
        QCOMPARE(ended.err, QString());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
