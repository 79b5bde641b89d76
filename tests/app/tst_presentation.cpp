#include "window_test.h"

#include "app/lecture/lecture.h"
#include "app/lecture/overlay.h"
#include "app/lecture/screens.h"
#include "app/lecture/still_picture.h"

#include "exporting/png.h"
#include "scene/layout_rules.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

/// Lectures with the real windows, offscreen, the clock turned by hand.
class TestPresentation : public WindowTest {
    Q_OBJECT

    void present(Settings settings = {})
    {
        settings.welcomed = true;
        open({1500, 900}, settings);
        m_window->present(true);
        QVERIFY(m_window->presentation() != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(m_window->presentation()));
    }

    Presentation& shown() const { return *m_window->presentation(); }
    Overlay& overlay() const { return *shown().findChild<Overlay*>(); }
    PresenterView* presenter() const { return m_window->findChild<PresenterView*>(); }
    const std::optional<scene::Gate>& gate() const { return m_window->gates().gate(); }
    Player& player() const { return m_window->player(); }
    std::size_t step() const { return player().moment().step; }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->presentation(), key, modifiers);
    }
    void rest() { pass(m_clock, player(), Player::tweenMs + 20); }

    void playToTheNextStop()
    {
        for (int i = 0; i < 1000 && player().isPlaying(); ++i) {
            m_clock.turn(200);
            player().tick();
        }
    }

    std::size_t stepOf(const QString& name) const
    {
        for (const scene::CueMark& cue : player().cues())
            if (cue.name == name)
                return cue.step;
        return 0;
    }
    void goToQuestion()
    {
        player().goTo(stepOf(u"work"_s));
        rest();
        QVERIFY(gate().has_value());
    }

    /// A click where the stage of the presentation shows an option.
    void clickOption(int option)
    {
        const scene::DisplayList list = picture(*m_window->session().run(), shown().stage().wanted());
        const QString id = u"gate/option/%1"_s.arg(option);
        for (const scene::Item& item : list.items)
            if (item.id == id) {
                const QRectF place = shown().stage().pictureRect();
                const double scale = place.width() / list.size.width();
                const QPointF at = place.topLeft() + scene::bounds(item).center() * scale;
                QTest::mouseClick(&overlay(), Qt::LeftButton, {}, at.toPoint());
                return;
            }
        QFAIL("the option isn't on the stage");
    }

    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(&overlay(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, overlay().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             {});
            QCoreApplication::sendEvent(&overlay(), &move);
        }
        QTest::mouseRelease(&overlay(), Qt::LeftButton, {}, to);
    }

private slots:
    void initTestCase() { useOwnSettings(); }

    void cleanup() { closeWindow(); }

    // --- Blank

    void blanks_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QColor>("colour");
        QTest::newRow("B") << Qt::Key_B << QColor(Qt::black);
        QTest::newRow("clicker's full stop") << Qt::Key_Period << QColor(Qt::black);
        QTest::newRow("W") << Qt::Key_W << QColor(Qt::white);
        QTest::newRow("comma") << Qt::Key_Comma << QColor(Qt::white);
    }

    void blanks()
    {
        QFETCH(Qt::Key, key);
        QFETCH(QColor, colour);
        present();
        const QImage before = shown().grab().toImage();
        this->key(key);
        const QImage blank = shown().grab().toImage();
        for (const QPoint at : {QPoint(5, 5), blank.rect().center(), blank.rect().bottomRight()})
            QCOMPARE(blank.pixelColor(at), colour);
        this->key(key);
        QCOMPARE(shown().grab().toImage(), before);
    }

    void aStepKeyBringsTheStageBackAndDoesNoMore_data()
    {
        QTest::addColumn<Qt::Key>("key");
        for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Right, Qt::Key_Left,
                                  Qt::Key_Space, Qt::Key_W, Qt::Key_Escape})
            QTest::newRow(qPrintable(QKeySequence(key).toString())) << key;
    }

    void aStepKeyBringsTheStageBackAndDoesNoMore()
    {
        QFETCH(Qt::Key, key);
        present();
        player().goTo(2);
        rest();
        this->key(Qt::Key_B);
        QCOMPARE(overlay().blank(), Blank::Black);
        this->key(key);
        QCOMPARE(overlay().blank(), Blank::None);
        QCOMPARE(step(), std::size_t{2});
        QVERIFY(!player().isPlaying());
        QVERIFY(m_window->presentation() != nullptr);
    }

    // --- Questions

    void aQuestionStopsPlaying()
    {
        present();
        player().setPausesAtCues(false);
        key(Qt::Key_Space);
        QVERIFY(player().isPlaying());
        playToTheNextStop();
        QVERIFY(!player().isPlaying());
        QCOMPARE(step(), stepOf(u"work"_s));
        QVERIFY(gate().has_value());
        QCOMPARE(gate()->question, u"How many lines will be printed?"_s);
        QCOMPARE(gate()->options, (QStringList{u"One"_s, u"Three"_s}));
    }

    void withoutTheSettingNothingStops()
    {
        Settings settings;
        settings.questions = StopAtQuestions::Never;
        settings.pausesAtCues = false;
        present(settings);
        key(Qt::Key_Space);
        playToTheNextStop();
        QCOMPARE(step(), player().steps() - 1);
        player().goTo(stepOf(u"work"_s));
        QVERIFY(!gate().has_value());
    }

    void theNextKeyRevealsAndTheOneAfterGoesOn_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("clicker") << Qt::Key_PageDown;
        QTest::newRow("arrow") << Qt::Key_Right;
        QTest::newRow("space") << Qt::Key_Space;
    }

    void theNextKeyRevealsAndTheOneAfterGoesOn()
    {
        QFETCH(Qt::Key, key);
        present();
        goToQuestion();
        this->key(Qt::Key_2);
        QCOMPARE(gate()->chosen, 1);
        QVERIFY2(!gate()->revealed, "a choice isn't judged yet");
        this->key(key);
        QVERIFY(gate()->revealed);
        QCOMPARE(gate()->right, (std::vector<bool>{false, true}));
        QCOMPARE(step(), stepOf(u"work"_s));
        this->key(Qt::Key_1);
        QCOMPARE(gate()->chosen, 1);
        QVERIFY2(m_window->findChild<QLabel*>(u"note"_s)->isHidden(), "no lesson 1 is asked for");
        this->key(key);
        pass(m_clock, player(), 400);
        QVERIFY(!gate().has_value());
        QVERIFY(step() > stepOf(u"work"_s) || player().isPlaying());
        player().goTo(stepOf(u"work"_s));
        QVERIFY2(!gate().has_value(), "a question is asked once");
    }

    void clicksChooseRevealAndGoOn()
    {
        present();
        goToQuestion();
        clickOption(0);
        QCOMPARE(gate()->chosen, 0);
        clickOption(1);
        QCOMPARE(gate()->chosen, 1);
        QTest::mouseClick(&overlay(), Qt::LeftButton, {}, {20, 20});
        QVERIFY(gate()->revealed);
        clickOption(0);
        QCOMPARE(step(), stepOf(u"done"_s)); // a click goes on as a clicker does
    }

    void goingBackLeavesTheQuestionOpen()
    {
        present();
        goToQuestion();
        key(Qt::Key_PageUp);
        QVERIFY(!gate().has_value());
        rest();
        goToQuestion();
        QVERIFY(!gate()->revealed);
    }

    void theBoxInTheWindowKeepsInStep()
    {
        present();
        goToQuestion();
        auto* box = m_window->findChild<QWidget*>(u"prediction"_s);
        const auto* second = box->findChild<QAbstractButton*>(u"option_1"_s);
        QVERIFY(second != nullptr && !second->isChecked());
        key(Qt::Key_2);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(box->findChild<QAbstractButton*>(u"option_1"_s)->isChecked());
        QVERIFY(box->findChild<QLabel*>(u"verdict"_s) == nullptr);
        box->findChild<QAbstractButton*>(u"option_0"_s)->click();
        QCOMPARE(gate()->chosen, 0);
        QVERIFY2(!gate()->revealed, "the class is kept in suspense");
        key(Qt::Key_PageDown);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(box->findChild<QLabel*>(u"verdict"_s) != nullptr);
    }

    void anotherRunAsksAnewAndJudgesAnew()
    {
        open();
        m_window->openFile(IL_SOURCE_DIR "/resources/lessons/gil-handoff");
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTRY_COMPARE(finished.count(), 1);
        m_window->present(true);
        const auto rightOnes = [this] {
            for (const scene::CueMark& cue : player().cues()) {
                player().goTo(cue.step);
                if (gate())
                    break;
            }
            key(Qt::Key_1);
            key(Qt::Key_PageDown);
            return gate() && gate()->revealed ? gate()->right : std::vector<bool>{};
        };
        QCOMPARE(rightOnes(), (std::vector<bool>{false, true, false}));
        RunOptions options;
        options.python = "3.13t"; // no GIL: two cores work at once
        m_window->session().setOptions(options);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(rightOnes(), (std::vector<bool>{true, false, false}));
    }

    void inTheWindowTooWhenWanted()
    {
        open();
        player().goTo(stepOf(u"work"_s));
        QVERIFY2(!gate().has_value(), "at first only when presenting");
        m_window->findChild<QAction*>(u"questionsAlways"_s)->trigger();
        QVERIFY(gate().has_value());
        auto* stage = m_window->findChild<StageWidget*>(u"stage"_s);
        QVERIFY(stage->wanted().gate.has_value());
        QTest::keyClick(stage, Qt::Key_1);
        QCOMPARE(gate()->chosen, 0);
        QTest::mouseClick(stage, Qt::LeftButton, {}, {30, 30});
        QVERIFY(gate()->revealed);
        QTest::mouseClick(stage, Qt::LeftButton, {}, {30, 30});
        QVERIFY(!gate().has_value());
        QVERIFY(player().isPlaying());
    }

    // --- Spotlight and pen

    void inkLeavesNoTrace()
    {
        present();
        const auto exported = [this] {
            const scene::DisplayList list = picture(*m_window->session().run(), shown().stage().wanted());
            return *exporting::png(list, {640, 360});
        };
        const QByteArray before = exported();
        const QImage plain = shown().grab().toImage();
        key(Qt::Key_P);
        drag({60, 60}, {300, 200});
        QCOMPARE(overlay().ink().size(), std::size_t{1});
        QVERIFY(shown().grab().toImage() != plain);
        QCOMPARE(exported(), before);
        key(Qt::Key_E);
        QCOMPARE(shown().grab().toImage(), plain);
        key(Qt::Key_S);
        QVERIFY(shown().grab().toImage() != plain);
        QCOMPARE(exported(), before);
        key(Qt::Key_S);
        QCOMPARE(shown().grab().toImage(), plain);
    }

    void penKeys_data()
    {
        QTest::addColumn<int>("presses");
        QTest::addColumn<Tool>("tool");
        QTest::addColumn<InkColour>("colour");
        QTest::newRow("once") << 1 << Tool::Pen << InkColour::Accent;
        QTest::newRow("twice") << 2 << Tool::Pen << InkColour::Bad;
        QTest::newRow("three times") << 3 << Tool::Pen << InkColour::Good;
        QTest::newRow("and away") << 4 << Tool::Arrow << InkColour::Good;
    }

    void penKeys()
    {
        QFETCH(int, presses);
        present();
        for (int i = 0; i < presses; ++i)
            key(Qt::Key_P);
        QTEST(overlay().tool(), "tool");
        QTEST(overlay().colour(), "colour");
    }

    void escapePutsTheToolAwayFirst()
    {
        present();
        key(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(overlay().tool(), Tool::Pen);
        key(Qt::Key_Escape);
        QCOMPARE(overlay().tool(), Tool::Arrow);
        QVERIFY(m_window->presentation() != nullptr);
        key(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(overlay().tool(), Tool::Spotlight);
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        QVERIFY(m_window->presentation() == nullptr);
    }

    void inkGoesWithItsMoment_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<std::size_t>("left");
        QTest::newRow("a step") << Qt::Key_Right << std::size_t{0};
        QTest::newRow("undo") << Qt::Key_Backspace << std::size_t{1};
        QTest::newRow("wipe") << Qt::Key_C << std::size_t{0};
        QTest::newRow("blank and back") << Qt::Key_B << std::size_t{2};
    }

    void inkGoesWithItsMoment()
    {
        QFETCH(Qt::Key, key);
        present();
        this->key(Qt::Key_P);
        drag({60, 60}, {300, 200});
        drag({60, 90}, {300, 230});
        this->key(key);
        QTEST(overlay().ink().size(), "left");
    }

    void aRestingCursorHides()
    {
        present();
        auto* timer = shown().findChild<QTimer*>(u"cursorRest"_s);
        QVERIFY(timer != nullptr);
        QCOMPARE(timer->interval(), 2000);
        QTest::mouseMove(&overlay(), {100, 100});
        QMouseEvent move(QEvent::MouseMove, QPointF(50, 50), QPointF(50, 50), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&overlay(), &move);
        QCOMPARE(overlay().cursor().shape(), Qt::ArrowCursor);
        QVERIFY(timer->isActive());
        timer->start(0);
        QTRY_COMPARE(overlay().cursor().shape(), Qt::BlankCursor);
    }

    // --- The presenter's window

    void thePresenterSeesMore()
    {
        present();
        QVERIFY(presenter() == nullptr); // there is one screen
        key(Qt::Key_F6);
        QVERIFY(presenter() != nullptr && presenter()->isVisible());
        QVERIFY(m_window->findChild<QAction*>(u"presenterView"_s)->isChecked());
        const auto text = [this](const char* name) {
            return presenter()->findChild<QLabel*>(QString::fromLatin1(name))->text();
        };
        player().toStart();
        rest();
        QCOMPARE(text("nextTitle"), u"Next: start"_s);
        QCOMPARE(text("nextCaption"), u"The first thread is started."_s);
        QVERIFY(text("question").contains(u"How do two threads"_s));
        QVERIFY(!presenter()->findChild<QLabel*>(u"rightAnswer"_s)->isVisible());
        goToQuestion();
        QCOMPARE(text("rightAnswer"), u"Only you see this: 2. Three"_s);
        QVERIFY(text("cue").contains(u"for the first time"_s));
        player().toEnd();
        QCOMPARE(text("nextTitle"), u"Next: the end of the run"_s);
        key(Qt::Key_F6);
        QVERIFY(!m_window->findChild<QAction*>(u"presenterView"_s)->isChecked());
    }

    void thePresentersKeysAreTheStages()
    {
        present();
        key(Qt::Key_F6);
        QTest::keyClick(presenter(), Qt::Key_PageDown);
        QCOMPARE(step(), stepOf(u"start"_s));
        QTest::keyClick(presenter(), Qt::Key_B);
        QCOMPARE(overlay().blank(), Blank::Black);
        QTest::keyClick(presenter(), Qt::Key_B);
        QTest::keyClick(presenter(), Qt::Key_Escape);
        QVERIFY(m_window->presentation() == nullptr);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(presenter() == nullptr);
    }

    void theTimerRunsOnTheClock()
    {
        open();
        Gates gates(m_window->session(), player());
        PresenterView view(
            m_window->session(), player(), gates, m_clock, [] { return QTime(9, 5); }, nullptr);
        const auto elapsed = [&view] {
            view.showTime();
            return view.findChild<QLabel*>(u"elapsed"_s)->text();
        };
        const auto press = [&view](const char* name) {
            QTest::mouseClick(view.findChild<QAbstractButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        };
        QCOMPARE(elapsed(), u"0:00"_s);
        QCOMPARE(view.findChild<QLabel*>(u"timeOfDay"_s)->text(), u"09:05"_s);
        m_clock.turn(65'000);
        QCOMPARE(elapsed(), u"1:05"_s);
        press("timerStart"); // pauses
        m_clock.turn(10'000);
        QCOMPARE(elapsed(), u"1:05"_s);
        press("timerStart");
        m_clock.turn(3600'000);
        QCOMPARE(elapsed(), u"1:01:05"_s);
        press("timerReset");
        QCOMPARE(elapsed(), u"0:00"_s);
        m_clock.turn(1'000);
        QCOMPARE(elapsed(), u"0:01"_s);
    }

    void screens_data()
    {
        using Screens = std::vector<QRect>;
        QTest::addColumn<Screens>("screens");
        QTest::addColumn<int>("primary");
        QTest::addColumn<int>("window");
        QTest::addColumn<bool>("swapped");
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("presenter"); // -1: none
        const QRect laptop(0, 0, 1366, 768), projector(1366, 0, 1024, 768), wall(1366, 768, 1920, 1080);
        QTest::newRow("one") << Screens{laptop} << 0 << 0 << false << 0 << -1;
        QTest::newRow("laptop and projector") << Screens{laptop, projector} << 0 << 0 << false << 1 << 0;
        QTest::newRow("the projector listed first")
            << Screens{projector, laptop} << 1 << 1 << false << 0 << 1;
        QTest::newRow("the window on the projector")
            << Screens{laptop, projector} << 0 << 1 << false << 1 << 0;
        QTest::newRow("swapped") << Screens{laptop, projector} << 0 << 0 << true << 0 << 1;
        QTest::newRow("the largest of three")
            << Screens{laptop, projector, wall} << 0 << 0 << false << 2 << 0;
        QTest::newRow("mirrored") << Screens{laptop, laptop} << 0 << 1 << false << 1 << -1;
        QTest::newRow("mirrored, smaller")
            << Screens{laptop, QRect(0, 0, 1024, 768)} << 0 << 0 << false << 0 << -1;
    }

    void screens()
    {
        QFETCH(std::vector<QRect>, screens);
        QFETCH(int, primary);
        QFETCH(int, window);
        QFETCH(bool, swapped);
        QFETCH(int, presenter);
        const Placement found = place(screens, primary, window, swapped);
        QTEST(found.stage, "stage");
        QCOMPARE(found.presenter.value_or(-1), presenter);
    }

    // --- Look

    void everythingSwitchesLanguageWhilePresenting()
    {
        present();
        key(Qt::Key_F6);
        goToQuestion();
        const QImage english = shown().grab().toImage();
        m_window->setLanguage(scene::Language::Chinese);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(shown().grab().toImage() != english);
        QVERIFY(gate()->question != u"How many lines will be printed?"_s);
        static const QRegularExpression latin(u"^[A-Za-z ,.:…]{4,}$"_s);
        QWidgetList parts = presenter()->findChildren<QWidget*>();
        for (const QWidget* part : parts) {
            QVERIFY2(!latin.match(part->property("text").toString()).hasMatch(),
                     qPrintable(part->objectName()));
            QVERIFY2(!latin.match(part->accessibleName()).hasMatch(), qPrintable(part->objectName()));
        }
        m_window->setLanguage(scene::Language::English);
        QCoreApplication::processEvents();
        QCOMPARE(shown().grab().toImage(), english);
    }

    void textSizes()
    {
        present();
        const QSizeF usual = picture(*m_window->session().run(), shown().stage().wanted()).size;
        key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_window->look().texts, scene::TextSize::Large);
        key(Qt::Key_Plus, Qt::ControlModifier);
        key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_window->look().texts, scene::TextSize::Blackboard);
        const scene::DisplayList list = picture(*m_window->session().run(), shown().stage().wanted());
        QVERIFY(list.size.width() < usual.width() * 0.8);
        QCOMPARE(tests::violations(list), QStringList());
        QVERIFY(m_window->findChild<QAction*>(u"textSize_blackboard"_s)->isChecked());
        key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_window->look().texts, scene::TextSize::Large);
        key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_window->look().texts, scene::TextSize::Normal);
    }

    void settingsAreKept()
    {
        Settings settings;
        settings.look.texts = scene::TextSize::Blackboard;
        settings.questions = StopAtQuestions::Always;
        settings.save();
        const Settings loaded = Settings::load(scene::Language::English);
        QCOMPARE(loaded.look.texts, scene::TextSize::Blackboard);
        QCOMPARE(loaded.questions, StopAtQuestions::Always);
        Settings().save();
    }

    void aLessonsNumberJumpsThere()
    {
        present();
        player().toEnd();
        QSignalSpy finished(&m_window->session(), &Session::finished);
        key(Qt::Key_7);
        m_window->findChild<QWidget*>(u"stage"_s)->window()->activateWindow();
        QTest::keyClick(m_window.get(), Qt::Key_Return);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(step(), std::size_t{0});
        QVERIFY(m_window->presentation() != nullptr);
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
