#include "app/figures.h"
#include "app/picture.h"
#include "app/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

class TestSession : public QObject {
    Q_OBJECT

    LessonPtr m_lesson;

    static void await(Session& session, QSignalSpy& finished, int count = 1)
    {
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), count, 20'000);
        QVERIFY(!session.isRunning());
    }

private slots:
    void initTestCase()
    {
        const auto lesson = loadLesson(IL_SOURCE_DIR "/tests/app/lessons/counter");
        if (!lesson)
            QFAIL(script::render(lesson.error().front(), script::Locale::English).c_str());
        m_lesson = *lesson;
    }

    void runsInTheBackground()
    {
        Session session;
        QSignalSpy started(&session, &Session::started), finished(&session, &Session::finished);
        session.open(m_lesson);
        QCOMPARE(started.count(), 1);
        QVERIFY(session.isRunning());
        QVERIFY(session.run() == nullptr);
        await(session, finished);
        QCOMPARE(session.run()->result.reason, trace::EndReason::Finished);
        QCOMPARE(QString::fromStdString(session.run()->result.out), u"worked\nworked\ndone\n"_s);
    }

    void findsEachCueOnce()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        session.open(m_lesson);
        await(session, finished);
        const RunPtr run = session.run();
        QStringList names;
        std::size_t before = 0;
        for (const scene::CueMark& cue : run->cues) {
            names.append(cue.name);
            QVERIFY(cue.step >= before);
            before = cue.step;
            QCOMPARE(run->trace().steps()[cue.step].time, cue.time);
            const trace::View view = run->trace().atStep(cue.step);
            QVERIFY2(view.cue != trace::none, "the picture has reached it");
        }
        names.sort();
        QCOMPARE(names, (QStringList{u"done"_s, u"start"_s, u"work"_s}));
        QVERIFY(run->cueAt(0) == nullptr || run->cues.front().step == 0);
        QCOMPARE(run->cueAt(run->trace().steps().size() - 1)->name, u"done"_s);
    }

    void outputHasItsPlace()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        session.open(m_lesson);
        await(session, finished);
        QString all;
        std::size_t before = 0;
        for (const OutputPiece& piece : session.run()->output) {
            QVERIFY(piece.step >= before && piece.step < session.run()->trace().steps().size());
            before = piece.step;
            all += piece.text;
        }
        QCOMPARE(all.toStdString(), session.run()->result.out);
    }

    void newerRunsReplaceOlderOnes()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished);
        session.open(m_lesson);
        RunOptions options;
        for (const int cores : {3, 4, 5}) {
            options.cores = cores;
            session.setOptions(options);
        }
        await(session, finished);
        QCOMPARE(session.run()->config.cores, 5);
        QTest::qWait(50);
        QCOMPARE(finished.count(), 1);
    }

    void wrongOptionsChangeNothing_data()
    {
        QTest::addColumn<int>("cores");
        QTest::addColumn<QString>("python");
        QTest::addColumn<QString>("schedule");
        QTest::newRow("no cores") << 0 << u"3.11"_s << u"default"_s;
        QTest::newRow("too many cores") << 65 << u"3.11"_s << u"default"_s;
        QTest::newRow("no such Python") << 2 << u"4.0"_s << u"default"_s;
        QTest::newRow("no schedule") << 2 << u"3.11"_s << u"at random"_s;
    }

    void wrongOptionsChangeNothing()
    {
        QFETCH(int, cores);
        QFETCH(QString, python);
        QFETCH(QString, schedule);
        Session session;
        QSignalSpy finished(&session, &Session::finished), failed(&session, &Session::failed);
        session.open(m_lesson);
        await(session, finished);
        const RunPtr before = session.run();
        RunOptions options;
        options.cores = cores;
        options.python = python.toStdString();
        options.schedule = schedule.toStdString();
        session.setOptions(options);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!failed.front().front().toString().isEmpty());
        QVERIFY(!session.isRunning());
        QCOMPARE(session.run(), before);
    }

    void predictionsAreJudgedByTheRun()
    {
        Session session;
        QSignalSpy finished(&session, &Session::finished), chosen(&session, &Session::answered);
        session.open(m_lesson);
        await(session, finished);
        const lesson::CueText* cue = textOf(m_lesson->texts[0], u"work"_s);
        QVERIFY(cue != nullptr && cue->prediction);
        const Verdict verdict = judge(*cue->prediction, session.run()->trace(), trace::SimTime{});
        QCOMPARE(verdict.problems, QStringList());
        QCOMPARE(verdict.right, (std::vector<bool>{false, true}));
        QCOMPARE(session.answer(u"work"_s).option, -1);
        session.choose(u"work"_s, 1);
        QCOMPARE(session.answer(u"work"_s).option, 1);
        QCOMPARE(chosen.count(), 1);
        session.open(m_lesson);
        QCOMPARE(session.answer(u"work"_s).option, -1);
    }

    void figures_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        QTest::addColumn<int>("problems");
        QTest::newRow("none") << u"plain"_s << u"plain"_s << 0;
        QTest::newRow("one") << u"{{threads}} threads"_s << u"3 threads"_s << 0;
        QTest::newRow("two") << u"{{threads}}, {{ threads + 1 }}."_s << u"3, 4."_s << 0;
        QTest::newRow("wrong") << u"{{no such}} {{threads}}"_s << u"{{no such}} 3"_s << 1;
        QTest::newRow("open") << u"{{threads"_s << u"{{threads"_s << 0;
    }

    void figures()
    {
        QFETCH(QString, text);
        QFETCH(QString, result);
        QFETCH(int, problems);
        const RunPtr run = execute(m_lesson, 0, {}, *prepare(m_lesson->scripts[0].metadata, {}));
        QStringList told;
        QCOMPARE(filled(text.toStdString(), run->trace(), {}, &told), result);
        QCOMPARE(told.size(), problems);
    }

    void captionsArePlain_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("line");
        QTest::newRow("marks") << u"**T1** holds `lock`, and *waits*."_s << u"T1 holds lock, and waits."_s;
        QTest::newRow("wrapped") << u"one\ntwo"_s << u"one two"_s;
        QTest::newRow("wrapped Chinese") << u"线程\n等待"_s << u"线程等待"_s;
        QTest::newRow("names") << u"gil_drop_request < 5 & `a_b`"_s << u"gil_drop_request < 5 & a_b"_s;
    }

    void captionsArePlain()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, line);
        QCOMPARE(plainLine(markdown), line);
    }

    void captionsOnlyAtTheirCue()
    {
        const RunPtr run = execute(m_lesson, 0, {}, *prepare(m_lesson->scripts[0].metadata, {}));
        for (const scene::CueMark& cue : run->cues)
            QVERIFY(!captionAt(*run, cue.step, scene::Language::Chinese).isEmpty());
        const std::size_t step = run->cues.back().step;
        QVERIFY(captionAt(*run, step, scene::Language::English).startsWith(u"Everything is done after "_s));
        QVERIFY(!captionAt(*run, step, scene::Language::English).contains(u'{'));
        std::size_t between = run->cues.front().step + 1;
        while (run->cueAt(between)->step == between)
            ++between;
        QVERIFY(captionAt(*run, between, scene::Language::English).isEmpty());
    }

    void nearNames_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("a letter less") << u"gil-handof"_s << u"gil-handoff"_s;
        QTest::newRow("a part") << u"mute"_s << u"mutex"_s;
        QTest::newRow("letters swapped") << u"mutxe"_s << u"mutex"_s;
        QTest::newRow("nothing near") << u"zzzzzzzzzzzz"_s << QString();
        QTest::newRow("very long") << QString(100'000, u'x') << QString();
    }

    void nearNames()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        const std::vector<LessonFolder> folders{{"gil-handoff", {}}, {"lost-update", {}}, {"mutex", {}}};
        const auto near = nearIds(folders, typed.toStdString());
        QCOMPARE(near.empty() ? QString() : QString::fromStdString(near.front()), meant);
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
