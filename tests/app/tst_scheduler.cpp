#include "window_test.h"

#include "app/scheduler/goals.h"
#include "app/scheduler/schedule_store.h"
#include "app/scheduler/scheduler.h"
#include "app/window/library_pane.h"
#include "app/window/why_popup.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

/// Scheduling by hand in the real window, by keys and clicks, with a clock turned by hand.
class TestScheduler : public WindowTest {
    Q_OBJECT

    Scheduler& scheduler() const
    {
        auto* found = m_window->findChild<Scheduler*>();
        Q_ASSERT(found != nullptr);
        return *found;
    }

    void open(const QString& lesson)
    {
        m_window = std::make_unique<MainWindow>(welcomed(), loadLibrary({IL_SOURCE_DIR "/resources/lessons"}),
                                                &m_clock);
        m_window->resize(1500, 900);
        m_window->player().setPausesAtCues(false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->openLesson(lesson);
        settle();
    }

    /// Until the run has come and the player has arrived.
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().isRunning() && m_window->session().run() != nullptr,
                                 30'000);
        for (int i = 0; i < 200'000 && m_window->player().isMoving(); ++i)
            pass(m_clock, m_window->player(), 200);
        QVERIFY(!m_window->player().isMoving());
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(child<StageWidget>("stage"), key, modifiers);
        settle();
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        useOwnSettings();
        QFile::remove(ScheduleStore::defaultPath());
    }
    void cleanupTestCase() { QFile::remove(ScheduleStore::defaultPath()); }
    void cleanup() { closeWindow(); }

    void theRunStopsAtTheFirstChoice()
    {
        open(u"lost-update"_s);
        QVERIFY(!scheduler().isOn());
        key(Qt::Key_S);
        QVERIFY(scheduler().isOn());
        QVERIFY(child<QAction>("beTheScheduler")->isChecked());
        QVERIFY(scheduler().isAsking());
        QCOMPARE(step(), trace().stepBefore(trace().choices()[0]));
        QVERIFY(!child<StageWidget>("stage")->placeOf(u"choice/option/1"_s).isEmpty());
        QVERIFY(told(child<StageWidget>("stage")).contains(u"Option 2"_s));
    }

    void nothingGoesBeyondAChoice()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        const std::size_t here = step();
        for (const Qt::Key way : {Qt::Key_End, Qt::Key_Right, Qt::Key_Space, Qt::Key_PageDown}) {
            key(way);
            QCOMPARE(step(), here);
        }
        key(Qt::Key_Home);
        QCOMPARE(step(), std::size_t{0});
        QVERIFY(!scheduler().isAsking());
        QVERIFY2(child<StageWidget>("stage")->placeOf(u"choice/"_s).isEmpty(),
                 "it is offered where it is due only");
        key(Qt::Key_End);
        QVERIFY(scheduler().isAsking());
    }

    void keysChooseAndUndoRestoresTheBytes()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        const std::string first = m_window->session().run()->result.schedule;
        const std::vector<trace::Event> events(trace().events().begin(), trace().events().end());
        const std::size_t here = step();
        key(Qt::Key_2);
        QCOMPARE(scheduler().text(), u"hand:0=1"_s);
        QVERIFY(!std::ranges::equal(trace().events(), events));
        QCOMPARE(scheduler().due()->choice, std::size_t{1});
        QVERIFY(step() >= here);
        key(Qt::Key_1);
        QCOMPARE(scheduler().text(), u"hand:0=1"_s);
        key(Qt::Key_Backspace);
        QCOMPARE(scheduler().due()->choice, std::size_t{1});
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scheduler().text(), u"hand:"_s);
        QCOMPARE(scheduler().due()->choice, std::size_t{0});
        QCOMPARE(step(), here);
        QCOMPARE(m_window->session().run()->result.schedule, first);
        QVERIFY(std::ranges::equal(trace().events(), events));
        QVERIFY(!scheduler().canUndo());
        key(Qt::Key_Backspace);
        QCOMPARE(scheduler().text(), u"hand:"_s);
    }

    void clicksChoose()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        auto* stage = child<StageWidget>("stage");
        QTest::mouseClick(stage, Qt::LeftButton, {}, stage->placeOf(u"choice/option/1"_s).center());
        settle();
        QCOMPARE(scheduler().text(), u"hand:0=1"_s);
    }

    void wrongKeysChooseNothing()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        key(Qt::Key_9);
        key(Qt::Key_0);
        QCOMPARE(scheduler().due()->choice, std::size_t{0});
        QCOMPARE(m_window->session().lesson()->id, std::string("lost-update"));
    }

    void theRestIsLeftToTheSystem()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        child<QAction>("leaveTheRest")->trigger();
        settle();
        QVERIFY(!scheduler().due());
        QCOMPARE(step(), m_window->player().steps() - 1);
        key(Qt::Key_S);
        QVERIFY(!scheduler().isOn());
        QVERIFY(trace().choices().empty());
    }

    /// All choices by keys, then the text alone gives the same run.
    void aScheduleIsSharedAsText()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        for (int i = 0; scheduler().due() && i < 100; ++i)
            key(i % 3 == 1 ? Qt::Key_2 : Qt::Key_1);
        QVERIFY(!scheduler().due());
        child<QAction>("copySchedule")->trigger();
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.startsWith(u"hand:"_s) && text.size() > 5);
        const std::vector<trace::Event> events(trace().events().begin(), trace().events().end());
        key(Qt::Key_S);
        QApplication::clipboard()->setText(u"  "_s + text + u"\n"_s);
        child<QAction>("pasteSchedule")->trigger();
        settle();
        QVERIFY(scheduler().isOn());
        QVERIFY(!scheduler().due());
        QCOMPARE(scheduler().text(), text);
        QVERIFY(std::ranges::equal(trace().events(), events));
        key(Qt::Key_Backspace);
        QVERIFY2(scheduler().isAsking(), "a replayed one can be taken back choice by choice");
    }

    void rubbishIsNoSchedule()
    {
        open(u"lost-update"_s);
        for (const QString& text : {u"hello"_s, QString(), u"hand:x"_s, u"default"_s, u"hand:3=1,2=1"_s}) {
            QApplication::clipboard()->setText(text);
            child<QAction>("pasteSchedule")->trigger();
            settle();
            QVERIFY(!scheduler().isOn());
            QVERIFY(child<QLabel>("note")->text().startsWith(u"This is no schedule"_s));
        }
    }

    void aScheduleIsSavedByName()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        key(Qt::Key_2);
        child<QAction>("saveSchedule")->trigger();
        auto* dialog = m_window->findChild<QInputDialog*>(u"nameSchedule"_s);
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(u"late & last"_s);
        dialog->accept();
        QCOMPARE(ScheduleStore().of(u"lost-update/broken"_s),
                 (std::vector<NamedSchedule>{{u"late & last"_s, u"hand:0=1"_s}}));
        key(Qt::Key_S);
        auto* saved = child<QMenu>("savedSchedules");
        emit saved->aboutToShow();
        QCOMPARE(saved->actions().size(), 1);
        saved->actions().front()->trigger();
        settle();
        QVERIFY(scheduler().isOn());
        QCOMPARE(scheduler().text(), u"hand:0=1"_s);
    }

    void aBrokenStoreCountsAsEmpty()
    {
        const QString path = m_folder.filePath(u"schedules.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ no json");
        file.close();
        ScheduleStore store(path);
        QVERIFY(store.of(u"a/b"_s).empty());
        QVERIFY(store.save(u"a/b"_s, {u"n"_s, u"hand:"_s}));
        QCOMPARE(store.of(u"a/b"_s).size(), std::size_t{1});
        QVERIFY(store.of(u"a/c"_s).empty());
        QVERIFY(store.remove(u"a/b"_s, u"n"_s));
        QVERIFY(store.of(u"a/b"_s).empty());
        QVERIFY(!ScheduleStore(u"/proc/no/such/file"_s).save(u"a/b"_s, {u"n"_s, u"hand:"_s}));
    }

    void anotherLessonEndsIt()
    {
        open(u"lost-update"_s);
        key(Qt::Key_S);
        m_window->openLesson(u"mutex"_s);
        settle();
        QVERIFY(!scheduler().isOn());
        QVERIFY(!scheduler().due());
        key(Qt::Key_End);
        QCOMPARE(step(), m_window->player().steps() - 1);
    }

    void goals_data()
    {
        QTest::addColumn<QString>("lesson");
        for (const char* lesson : {"lost-update", "deadlock-two-locks", "dining-philosophers", "mutex"})
            QTest::newRow(lesson) << lesson;
    }

    /// Each goal of the lesson is reached by its solution and by nothing less; and the window tells it.
    void goals()
    {
        QFETCH(QString, lesson);
        const auto loaded =
            loadLesson(std::filesystem::path(IL_SOURCE_DIR "/resources/lessons") / lesson.toStdString());
        QVERIFY(loaded.has_value());
        std::size_t count = 0;
        for (std::size_t script = 0; script < (*loaded)->scripts.size(); ++script) {
            const lesson::Metadata& metadata = (*loaded)->scripts[script].metadata;
            count += metadata.goals.size();
            for (const lesson::Goal& goal : metadata.goals)
                QVERIFY2(!goal.solution.empty(), goal.id.c_str());
            auto prepared = prepare(metadata, {});
            QVERIFY(prepared.has_value());
            const RunPtr usual = execute(*loaded, script, {}, std::move(*prepared));
            QCOMPARE(problemsOfGoals(*loaded, script, usual->trace()), QStringList());
        }
        QVERIFY(count > 0);
    }

    void aReachedGoalIsTold()
    {
        open(u"deadlock-two-locks"_s);
        const lesson::Goal goal = m_window->session().metadata().goals.front();
        const auto name = "goal_" + goal.id;
        QVERIFY(child<QLabel>(name.c_str())->text().startsWith(u"○"_s));
        QTest::mouseClick(child<QPushButton>("tryGoals"), Qt::LeftButton);
        settle();
        QVERIFY(scheduler().isOn());
        QVERIFY(!child<QPushButton>("tryGoals")->isVisible());
        QSignalSpy reached(&scheduler(), &Scheduler::goalReached);
        QVERIFY(scheduler().replay(QString::fromStdString(goal.solution)));
        settle();
        QCOMPARE(reached.count(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(child<QLabel>(name.c_str())->text().startsWith(u"✓"_s));
        QVERIFY(child<QLabel>("note")->text().startsWith(u"Goal reached"_s));
        key(Qt::Key_Home);
        key(Qt::Key_End);
        QCOMPARE(reached.count(), 1);
        QVERIFY(child<QLabel>("progressSummary")->text().contains(u"1 goal reached"_s));
        QVERIFY(m_window->progress().isReached(u"deadlock-two-locks"_s, u"broken"_s,
                                               QString::fromStdString(goal.id)));
        // Another day, in which nothing is scheduled.
        m_window->open(m_window->session().lesson());
        QCOMPARE(scheduler().isOn(), false);
        QVERIFY(child<QLabel>(name.c_str())->text().startsWith(u"✓"_s));
    }

    void forgettingProgressForgetsGoals_data()
    {
        QTest::addColumn<QString>("button"); // empty: by key
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("forgets");
        QTest::newRow("Forget") << u"forget"_s << 0 << true;
        QTest::newRow("Keep") << u"keep"_s << 0 << false;
        QTest::newRow("Enter") << QString() << int(Qt::Key_Return) << false;
        QTest::newRow("Space") << QString() << int(Qt::Key_Space) << false;
        QTest::newRow("Esc") << QString() << int(Qt::Key_Escape) << false;
    }

    void forgettingProgressForgetsGoals()
    {
        QFETCH(QString, button);
        QFETCH(int, key);
        QFETCH(bool, forgets);
        open(u"lost-update"_s);
        const lesson::Goal goal = m_window->session().metadata().goals.front();
        if (forgets) { // also what this session has reached
            QVERIFY(scheduler().replay(QString::fromStdString(goal.solution)));
            settle();
        } else {
            m_window->progress().reach(u"lost-update"_s, u"broken"_s, QString::fromStdString(goal.id));
        }
        QCOMPARE(m_window->progress().sum().goals, 1);
        QTest::mouseClick(child<QToolButton>("resetProgress"), Qt::LeftButton);
        auto* box = child<QMessageBox>("forgetProgress");
        QVERIFY(box->isVisible());
        QCOMPARE(m_window->progress().sum().goals, 1);
        if (button.isEmpty())
            QTest::keyClick(box->focusWidget() != nullptr ? box->focusWidget() : box,
                            static_cast<Qt::Key>(key));
        else
            QTest::mouseClick(box->findChild<QPushButton*>(button), Qt::LeftButton);
        QVERIFY(!box->isVisible());
        QCOMPARE(m_window->progress().sum().goals, forgets ? 0 : 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_window->setTheme(scene::ThemeId::Slate); // everything is shown anew
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto name = "goal_" + goal.id;
        QCOMPARE(child<QLabel>(name.c_str())->text().startsWith(u"○"_s), forgets);
    }

    void whyByClickAndLink()
    {
        open(u"deadlock-two-locks"_s);
        key(Qt::Key_End);
        auto* stage = child<StageWidget>("stage");
        const QRect place = stage->placeOf(u"thread/1/"_s);
        QVERIFY(!place.isEmpty());
        QTest::mouseClick(stage, Qt::LeftButton, {}, place.center());
        auto* popup = m_window->findChild<WhyPopup*>();
        QVERIFY(popup != nullptr && popup->isVisible());
        QVERIFY(popup->accessibleDescription().contains(u"That closes the circle at T1"_s));
        auto* first = popup->findChild<QLabel*>(u"why_0"_s);
        QVERIFY(first->hasFocus());
        QVERIFY(first->text().contains(u"<a href="_s));
        const std::size_t end = step();
        emit first->linkActivated(u"3"_s);
        settle();
        QCOMPARE(step(), std::size_t{3});
        QVERIFY(end != 3);
        QVERIFY(!popup->isVisible());
    }

    void whyByKey()
    {
        open(u"deadlock-two-locks"_s);
        key(Qt::Key_End);
        key(Qt::Key_Y);
        auto* menu = child<QMenu>("whyThreads");
        QVERIFY(menu->isVisible());
        QCOMPARE(menu->actions().size(), 3);
        QTest::keyClick(menu, Qt::Key_1); // T1
        QTRY_VERIFY(m_window->findChild<WhyPopup*>() != nullptr);
        auto* popup = m_window->findChild<WhyPopup*>();
        QVERIFY(popup->accessibleName().startsWith(u"Why? T1"_s));
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
    }

    void everythingSpeaksChinese()
    {
        open(u"deadlock-two-locks"_s);
        m_window->setLanguage(scene::Language::Chinese);
        QCoreApplication::processEvents();
        key(Qt::Key_S);
        QVERIFY(told(child<StageWidget>("stage")).contains(u"选项 1"_s));
        QCOMPARE(child<QPushButton>("tryGoals")->text(), u"由你来调度"_s);
        key(Qt::Key_S);
    }
};

QTEST_MAIN(TestScheduler)
#include "tst_scheduler.moc"
