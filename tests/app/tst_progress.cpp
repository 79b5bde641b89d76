#include "app/progress.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace il::app;
using namespace Qt::StringLiterals;

class TestProgress : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(u"below/%1.json"_s.arg(m_files++)); }

private slots:
    void isKept()
    {
        const QString path = newPath();
        Progress first(path);
        first.see("gil", "request");
        first.see("gil", "done");
        first.predict("gil", "request", true);
        first.predict("gil", "done", false);
        const Progress again(path);
        QCOMPARE(again.of("gil"), first.of("gil"));
        QCOMPARE(again.of("gil").seen.size(), 2U);
        QCOMPARE(again.of("gil").right(), 1);
        QCOMPARE(again.of("mutex"), LessonProgress{});
    }

    void onlyTheFirstPredictionCounts()
    {
        Progress progress(newPath());
        progress.predict("gil", "request", false);
        progress.predict("gil", "request", true);
        QCOMPARE(progress.of("gil").right(), 0);
    }

    void aScriptOfOnesOwnIsNotCounted()
    {
        Progress progress(newPath());
        QSignalSpy changed(&progress, &Progress::changed);
        progress.see("", "request");
        progress.predict("", "request", true);
        QVERIFY(progress.all().empty());
        QCOMPARE(changed.count(), 0);
    }

    void tellsOnlyWhatIsNew()
    {
        Progress progress(newPath());
        QSignalSpy changed(&progress, &Progress::changed);
        progress.see("gil", "request");
        progress.see("gil", "request");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().front().toString(), u"gil"_s);
    }

    void goalsAreKept()
    {
        const QString path = newPath();
        Progress progress(path);
        QSignalSpy changed(&progress, &Progress::changed);
        progress.reach("lost-update", "broken", "keep");
        progress.reach("lost-update", "broken", "keep");
        progress.reach("", "mine", "keep");
        QCOMPARE(changed.count(), 1);
        const Progress again(path);
        QVERIFY(again.isReached("lost-update", "broken", "keep"));
        QVERIFY(!again.isReached("lost-update", "broken", "lose-two"));
        QVERIFY(!again.isReached("lost-update", "mended", "keep"));
        QVERIFY(!again.isReached("", "mine", "keep"));
        QCOMPARE(again.sum().goals, 1);
    }

    void isSummedUp()
    {
        Progress progress({});
        QVERIFY(progress.sum().isNothing());
        progress.see("gil", "request");
        progress.see("mutex", "taken");
        progress.predict("gil", "request", true);
        progress.predict("gil", "done", false);
        progress.reach("deadlock", "first", "stuck");
        const ProgressSum sum = progress.sum();
        QCOMPARE(sum.begun, 2);
        QCOMPARE(sum.predicted, 2);
        QCOMPARE(sum.right, 1);
        QCOMPARE(sum.goals, 1);
        QVERIFY(!sum.isNothing());
    }

    void resetForgets()
    {
        const QString path = newPath();
        Progress progress(path);
        progress.see("gil", "request");
        progress.reach("gil", "broken", "keep");
        progress.reset();
        QVERIFY(progress.all().empty());
        QVERIFY(Progress(path).all().empty());
    }

    void brokenFilesAreNoObstacle_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("keptAside");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("cut off") << QByteArray("{\"lessons\": {\"gil\": {\"se") << true;
        QTest::newRow("not JSON") << QByteArray("\xff\xfe\0x", 4) << true;
        QTest::newRow("an array") << QByteArray("[1, 2]") << true;
        QTest::newRow("other kinds inside")
            << QByteArray(R"({"lessons": {"gil": 7, "x": {"seen": "all", "predicted": [1], "goals": {}}}})")
            << false;
    }

    void brokenFilesAreNoObstacle()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, keptAside);
        const QString path = m_folder.filePath(u"%1.json"_s.arg(m_files++));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        Progress progress(path);
        QCOMPARE(progress.of("gil"), LessonProgress{});
        QCOMPARE(QFile::exists(path + u".broken"_s), keptAside);
        progress.see("gil", "request");
        QCOMPARE(Progress(path).of("gil").seen.size(), 1U);
    }

    void withoutAPathNothingIsWritten()
    {
        Progress progress({});
        progress.see("gil", "request");
        QCOMPARE(progress.of("gil").seen.size(), 1U);
        QVERIFY(!QFile::exists(".broken"));
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
