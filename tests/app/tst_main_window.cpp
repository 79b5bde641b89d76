#include "window_test.h"

#include "app/export/export_dialog.h"
#include "app/lecture/presentation.h"
#include "app/picture.h"
#include "app/window/lesson_list.h"
#include "app/window/library_pane.h"
#include "app/window/prediction_box.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

/// Drives the real window, offscreen, with a clock turned by hand.
class TestMainWindow : public WindowTest {
    Q_OBJECT

    /// Until the bars around the stage have their heights: a row of chips knows its own only when it has a
    /// width.
    void settle() const
    {
        const auto* stage = child<StageWidget>("stage");
        for (QSize before; before != stage->size();) {
            before = stage->size();
            for (int round = 0; round < 5; ++round)
                QCoreApplication::processEvents();
        }
    }

    /// Goes to a cue of the run, by the keys that a lecturer uses.
    void goToCue(const QString& name)
    {
        key(Qt::Key_Home);
        for (const scene::CueMark& cue : m_window->player().cues()) {
            if (step() < cue.step)
                key(Qt::Key_PageDown);
            rest();
            if (cue.name == name)
                return;
        }
        QFAIL("there is no such cue");
    }

private slots:
    void initTestCase() { useOwnSettings(); }

    void cleanup() { closeWindow(); }

    void showsTheFirstLesson()
    {
        open();
        QCOMPARE(m_window->windowTitle(), u"Two workers - Interleave"_s);
        QVERIFY(child<QLabel>("question")->text().contains(u"How do two threads"_s));
        const auto* list = child<QListWidget>("lessons");
        QCOMPARE(list->count(), 2); // a heading and the lesson
        QCOMPARE(list->currentRow(), 1);
        QCOMPARE(child<QPlainTextEdit>("output")->toPlainText(), QString());
    }

    /// An own script that names no panel is shown in the one that its run is about, until the user chooses.
    void panelFitsTheRun()
    {
        open();
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->openFile(written(u"child.py"_s, "import os\nif os.fork() == 0: os._exit(0)\nos.wait()\n"));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(child<QAbstractButton>("tab_pool")->isChecked());
        child<QAbstractButton>("tab_gil")->click();
        RunOptions options;
        options.cores = 3;
        m_window->session().setOptions(options);
        QTRY_COMPARE(finished.count(), 2);
        QVERIFY(child<QAbstractButton>("tab_gil")->isChecked());
    }

    void figuresInTheAnswerComeFromTheRun()
    {
        open();
        const QString answer = child<QLabel>("answer")->text();
        QVERIFY2(!answer.contains(u"{{"_s), qPrintable(answer));
    }

    void keysPlay_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<int>("from"); // from the end when negative
        QTest::addColumn<int>("to");
        QTest::newRow("right") << Qt::Key_Right << 2 << 3;
        QTest::newRow("left") << Qt::Key_Left << 2 << 1;
        QTest::newRow("home") << Qt::Key_Home << 5 << 0;
        QTest::newRow("end") << Qt::Key_End << 0 << -1;
        QTest::newRow("right at the end") << Qt::Key_Right << -1 << -1;
    }

    void keysPlay()
    {
        QFETCH(Qt::Key, key);
        QFETCH(int, from);
        QFETCH(int, to);
        open();
        const auto place = [this](int k) {
            return k < 0 ? lastStep() + 1 - static_cast<std::size_t>(-k) : static_cast<std::size_t>(k);
        };
        m_window->player().goTo(place(from));
        rest();
        this->key(key);
        QCOMPARE(step(), place(to));
    }

    void clickersGoFromCueToCue()
    {
        open();
        for (const scene::CueMark& cue : m_window->player().cues()) {
            if (cue.step == step())
                continue;
            key(Qt::Key_PageDown);
            QCOMPARE(step(), cue.step);
        }
        key(Qt::Key_PageUp);
        QVERIFY(step() < m_window->player().cues().back().step);
    }

    void spacePlaysAndPauses()
    {
        open();
        key(Qt::Key_Space);
        QVERIFY(m_window->player().isPlaying());
        key(Qt::Key_Space);
        QVERIFY(!m_window->player().isPlaying());
    }

    void buttonsPlay()
    {
        open();
        QTest::mouseClick(child<QToolButton>("stepForward"), Qt::LeftButton);
        QCOMPARE(step(), std::size_t{1});
        rest();
        QTest::mouseClick(child<QToolButton>("stepBack"), Qt::LeftButton);
        QCOMPARE(step(), std::size_t{0});
        QTest::mouseClick(child<QToolButton>("playPause"), Qt::LeftButton);
        QVERIFY(m_window->player().isPlaying());
        QTest::mouseClick(child<QAbstractButton>("pauseAtCues"), Qt::LeftButton);
        QVERIFY(!m_window->player().pausesAtCues());
        key(Qt::Key_Space);
        QVERIFY2(!m_window->player().isPlaying(), "a click on a button doesn't take the keys away");
    }

    void theScrubberGoesWhereItIsClicked()
    {
        open();
        auto* scrubber = child<QWidget>("scrubber");
        QTest::mouseClick(scrubber, Qt::LeftButton, {}, {scrubber->width() / 2, scrubber->height() - 4});
        QVERIFY(std::abs(m_window->player().fraction() - 0.5) < 0.02);
        QTest::mouseClick(scrubber, Qt::LeftButton, {}, {scrubber->width() - 1, scrubber->height() - 4});
        QCOMPARE(step(), lastStep());
    }

    void theCuesParagraphIsShown()
    {
        open();
        QVERIFY(!child<QLabel>("cue")->isVisible());
        goToCue(u"start"_s);
        QVERIFY(child<QLabel>("cue")->isVisible());
        QVERIFY(child<QLabel>("cue")->text().contains(u"Nothing has been computed"_s));
        goToCue(u"work"_s);
        QVERIFY(child<QLabel>("cue")->text().contains(u"for the first time"_s));
        key(Qt::Key_Home);
        QVERIFY(!child<QLabel>("cue")->isVisible() || m_window->player().cues().front().step == 0);
    }

    void aPredictionIsAskedThenJudged()
    {
        open();
        goToCue(u"work"_s);
        auto* box = child<QFrame>("prediction");
        QVERIFY(box->isVisible());
        QVERIFY(box->findChild<QLabel*>(u"verdict"_s) == nullptr);
        box->findChild<QAbstractButton*>(u"option_0"_s)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto* verdict = box->findChild<QLabel*>(u"verdict"_s);
        QVERIFY(verdict != nullptr);
        QCOMPARE(verdict->text(), u"The run says: Three"_s);
        QVERIFY2(box->findChild<QAbstractButton*>(u"option_1"_s) == nullptr, "one answer counts");
        goToCue(u"start"_s);
        QVERIFY(!box->isVisible());
        goToCue(u"work"_s);
        QVERIFY2(box->findChild<QLabel*>(u"verdict"_s) != nullptr, "the answer is remembered");
    }

    void outputComesAsItIsPrinted()
    {
        open();
        key(Qt::Key_End);
        QCOMPARE(child<QPlainTextEdit>("output")->toPlainText(), u"worked\nworked\ndone\n"_s);
        key(Qt::Key_Home);
        QCOMPARE(child<QPlainTextEdit>("output")->toPlainText(), QString());
    }

    void everythingSwitchesLanguage()
    {
        open();
        settle();
        const QImage english = child<StageWidget>("stage")->grab().toImage();
        child<QAction>("language_zh")->trigger();
        QCoreApplication::processEvents(); // widgets hear of the language by an event
        QCOMPARE(m_window->windowTitle(), u"两个线程 - Interleave"_s);
        QVERIFY(child<QLabel>("question")->text().contains(u"两个线程怎样"_s));
        QCOMPARE(child<QAbstractButton>("present")->text(), u"放映 F5"_s);
        QCOMPARE(child<QLineEdit>("search")->placeholderText(), u"搜索主题或代码"_s);
        QVERIFY(child<QListWidget>("lessons")->item(1)->text().contains(u"两个线程"_s));
        QVERIFY(child<QAbstractButton>("chip_cores")->property("text").toString().contains(u"核心"_s));
        QVERIFY2(child<StageWidget>("stage")->grab().toImage() != english, "the picture speaks Chinese too");
        child<QAction>("language_en")->trigger();
        QCoreApplication::processEvents();
        settle();
        QCOMPARE(child<StageWidget>("stage")->grab().toImage(), english);
        QCOMPARE(child<QAbstractButton>("present")->text(), u"Present F5"_s);
    }

    void noWordStaysEnglishInChinese()
    {
        open();
        child<QAction>("language_zh")->trigger();
        QCoreApplication::processEvents();
        goToCue(u"work"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        static const QRegularExpression latin(u"^[A-Za-z ,.:…]{4,}$"_s);
        const QStringList names{u"Interleave"_s, u"English"_s, u"first"_s, u"second"_s};
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            if (label->textFormat() != Qt::RichText && !names.contains(label->text()))
                QVERIFY2(!latin.match(label->text()).hasMatch(),
                         qPrintable(label->objectName() + u": "_s + label->text()));
        for (const QAction* action : m_window->findChildren<QAction*>())
            if (!names.contains(action->text()))
                QVERIFY2(!latin.match(action->text()).hasMatch(), qPrintable(action->text()));
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>())
            if (!names.contains(button->text()))
                QVERIFY2(!latin.match(button->text()).hasMatch(), qPrintable(button->text()));
    }

    void themesSwitch_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("dark") << u"theme_slate"_s;
        QTest::newRow("high contrast") << u"theme_contrast"_s;
    }

    void themesSwitch()
    {
        QFETCH(QString, action);
        open();
        const QImage before = m_window->grab().toImage();
        m_window->findChild<QAction*>(action)->trigger();
        QVERIFY(m_window->findChild<QAction*>(action)->isChecked());
        const QImage after = m_window->grab().toImage();
        QVERIFY(after != before);
        const QColor background = m_window->look().colours().background;
        QCOMPARE(child<StageWidget>("stage")->grab().toImage().pixelColor(40, 20).name(), background.name());
    }

    void presentsNothingButTheStage()
    {
        open();
        key(Qt::Key_Right);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        child<QAction>("presentAction")->trigger();
        QVERIFY(m_window->presentation() != nullptr);
        QVERIFY(m_window->presentation()->isFullScreen());
        for (const QWidget* part : m_window->presentation()->findChildren<QWidget*>())
            QVERIFY2(!part->isVisible() || part->objectName() == u"presentedStage"_s ||
                         part->objectName() == u"overlay"_s,
                     qPrintable(part->objectName()));
        rest();
        QTest::keyClick(m_window->presentation(), Qt::Key_PageDown);
        QVERIFY(step() > 1);
        QTest::keyClick(m_window->presentation(), Qt::Key_Escape);
        QVERIFY(m_window->presentation() == nullptr);
    }

    void fitsIntoSmallWindows_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("library");
        QTest::addColumn<bool>("qa");
        QTest::newRow("large") << QSize(1680, 1000) << true << true;
        QTest::newRow("laptop") << QSize(1366, 768) << true << true;
        QTest::newRow("projector") << QSize(1024, 576) << false << true;
        QTest::newRow("small") << QSize(800, 500) << false << false;
    }

    void fitsIntoSmallWindows()
    {
        QFETCH(QSize, size);
        QFETCH(bool, library);
        QFETCH(bool, qa);
        open(size);
        QCOMPARE(m_window->size(), size);
        QCOMPARE(child<QWidget>("library")->isVisible(), library);
        QCOMPARE(child<QWidget>("qa")->isVisible(), qa);
        const auto* stage = child<StageWidget>("stage");
        QVERIFY(stage->pictureRect().width() >= 380 && stage->pictureRect().height() >= 200);
        for (const QWidget* widget : m_window->findChildren<QAbstractButton*>())
            if (widget->isVisible() && widget->window() == m_window.get() &&
                !m_window->findChild<QWidget*>(u"qa"_s)->isAncestorOf(widget))
                QVERIFY2(
                    m_window->rect().contains(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size())),
                    qPrintable(widget->objectName()));
        if (!library) {
            child<QAction>("showLibrary")->trigger();
            QVERIFY2(child<QWidget>("library")->isVisible(), "the menu still shows it");
        }
    }

    void chipsRunAgain()
    {
        open();
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::mouseClick(child<QToolButton>("chip_cores"), Qt::LeftButton);
        auto* popup = m_window->findChild<QWidget*>(u"popup"_s);
        QVERIFY(popup != nullptr);
        QTest::keyClick(popup->findChild<QWidget*>(u"value"_s), Qt::Key_Up);
        QTest::mouseClick(popup->findChild<QAbstractButton*>(u"runWithValue"_s), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_window->session().run()->config.cores, 3);
        QTest::mouseClick(child<QToolButton>("chip_reset"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(m_window->session().run()->config.cores, 2);
    }

    void anotherScriptOfTheLesson()
    {
        open();
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::mouseClick(child<QAbstractButton>("script_second"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_window->session().run()->script, std::size_t{1});
        QCOMPARE(step(), std::size_t{0});
    }

    void panelsAreTabs()
    {
        open();
        QTest::mouseClick(child<QAbstractButton>("tab_mutex"), Qt::LeftButton);
        QCOMPARE(child<StageWidget>("stage")->panel(), std::string("mutex"));
        QVERIFY(child<QAction>("panel_mutex")->isChecked());
    }

    void panelsWithViewsHaveASwitch()
    {
        open();
        const auto* stage = child<StageWidget>("stage");
        const auto* button = child<QAbstractButton>("nextVariantButton");
        QVERIFY(!button->isVisible() && !child<QAction>("nextVariant")->isEnabled());
        m_window->setPanel("deadlock");
        QVERIFY(button->isVisible() && child<QAction>("nextVariant")->isEnabled());
        QCOMPARE(button->text(), u"Wait-for graph"_s);
        QTest::mouseClick(child<QAbstractButton>("nextVariantButton"), Qt::LeftButton);
        QCOMPARE(stage->wanted().variant, std::string("waits"));
        QCOMPARE(button->text(), u"Resource-allocation graph"_s);
        QTest::keyClick(m_window.get(), Qt::Key_V);
        QCOMPARE(stage->wanted().variant, std::string("resources"));
    }

    void searchFinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lessons");
        QTest::newRow("title") << u"workers"_s << 1;
        QTest::newRow("title in the other language") << u"两个线程"_s << 1;
        QTest::newRow("code") << u"second.start"_s << 1;
        QTest::newRow("question") << u"s1-01"_s << 1;
        QTest::newRow("nothing") << u"no such thing"_s << 0;
    }

    void searchFinds()
    {
        QFETCH(QString, text);
        QFETCH(int, lessons);
        open();
        child<QLineEdit>("search")->setFocus();
        QTest::keyClicks(child<QLineEdit>("search"), text.toLatin1() == text.toUtf8() ? text : QString());
        if (text.toLatin1() != text.toUtf8())
            child<QLineEdit>("search")->setText(text);
        QCOMPARE(child<QListWidget>("lessons")->count(), lessons);
        QCOMPARE(step(), std::size_t{0});
    }

    void digitsOpenALesson()
    {
        open();
        QSignalSpy finished(&m_window->session(), &Session::finished);
        key(Qt::Key_7);
        QVERIFY(child<QLabel>("note")->text().contains(
            titleOf(*testLibrary().front().lesson, 0, scene::Language::English)));
        key(Qt::Key_Return);
        QTRY_COMPARE(finished.count(), 1);
        key(Qt::Key_9);
        key(Qt::Key_9);
        key(Qt::Key_Return);
        QCOMPARE(child<QLabel>("note")->text(), u"There is no lesson 99."_s);
        QCOMPARE(finished.count(), 1);
    }

    void aBrokenScriptSaysWhatIsWrong()
    {
        open();
        const QString path = written(u"broken.py"_s, "x = 1\nfor in x:\n    pass\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        const auto* text = child<QPlainTextEdit>("problem");
        QVERIFY(text->isVisible());
        QVERIFY2(text->toPlainText().contains(u"broken.py:2:5"_s), qPrintable(text->toPlainText()));
        QVERIFY(text->toPlainText().contains(u"for in x:"_s));
        QVERIFY(text->toPlainText().contains(u'^'));
        QVERIFY(!child<StageWidget>("stage")->isVisible());
        QVERIFY2(!child<QLabel>("question")->isVisible(), "nothing of the lesson before stays");
        m_window->openLesson(u"counter"_s);
        QVERIFY2(child<StageWidget>("stage")->isVisible(), "and the way back is open");
        QVERIFY(child<QLabel>("question")->isVisible());
    }

    void exportsWhatIsShown()
    {
        open();
        goToCue(u"work"_s);
        child<QAction>("export")->trigger();
        auto* dialog = m_window->findChild<ExportDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->order().what.instants.front().step, step());
        QCOMPARE(dialog->order().picture.pixels, QSizeF(1920, 1080));
        const QString path = m_folder.filePath(u"picture.png"_s);
        QSignalSpy exported(dialog, &ExportDialog::exported);
        dialog->exportTo(path);
        QTRY_COMPARE(exported.count(), 1);
        QCOMPARE(QImage(path).size(), QSize(1920, 1080));
        QVERIFY(child<QLabel>("note")->text().contains(path));
        m_window->close();
        QCOMPARE(Settings::load(scene::Language::English).exportFolder, QFileInfo(path).absolutePath());
    }

    void copiesWhatIsShown()
    {
        open();
        child<QAction>("copyPicture")->trigger();
        const QMimeData* data = QApplication::clipboard()->mimeData();
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), QSize(1920, 1080));
        QVERIFY(data->hasFormat(u"image/svg+xml"_s));
    }

    void everyControlHasNames()
    {
        open();
        goToCue(u"work"_s);
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool interactive = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible();
            if (!interactive || widget->objectName().startsWith(u"qt_"_s) ||
                widget->objectName() == u"qaScroll"_s)
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool speaks =
                !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(speaks, qPrintable(widget->objectName()));
        }
        QVERIFY(told(child<StageWidget>("stage")).contains(u"A thread begins to work."_s));
    }

    void remembersLanguageAndTheme()
    {
        open();
        child<QAction>("language_zh")->trigger();
        child<QAction>("theme_slate")->trigger();
        m_window->close();
        const Settings stored = Settings::load(scene::Language::English);
        QCOMPARE(stored.look.language, scene::Language::Chinese);
        QCOMPARE(stored.look.theme, scene::ThemeId::Slate);
    }

    void brokenSettingsAreNoObstacle()
    {
        const QString path =
            QSettings(QSettings::IniFormat, QSettings::UserScope, u"interleave"_s, u"interleave"_s)
                .fileName();
        QFile file(path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly));
        file.write("\x00\xff[[[language=@Variant(\x7f)\ntheme=plaid\ngeometry=@ByteArray(nonsense)\n");
        file.close();
        const Settings settings = Settings::load(scene::Language::Chinese);
        QCOMPARE(settings.look.language, scene::Language::Chinese);
        QCOMPARE(settings.look.theme, scene::ThemeId::Paper);
        open({1500, 900}, settings);
        QVERIFY(m_window->isVisible());
    }

    void theSessionIsResumed()
    {
        open();
        m_window->session().setScript(1);
        QTRY_VERIFY(m_window->session().run() != nullptr);
        RunOptions options;
        options.cores = 3;
        m_window->session().setOptions(options);
        QTRY_VERIFY(m_window->session().run()->options == options);
        m_window->setPanel("mutex");
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        rest();
        const LastSession last = m_window->lastSession();
        QCOMPARE(last.step, std::size_t(2));
        open();
        m_window->resume(last);
        QTRY_COMPARE(step(), std::size_t(2));
        QCOMPARE(m_window->lastSession(), last);
    }

    void aSessionThatIsGoneStartsWithTheFirstLesson_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("file");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("a lesson that isn't there") << u"no-such-lesson"_s << QString();
        QTest::newRow("a file that isn't there") << QString() << u"/nowhere/at/all.py"_s;
    }

    void aSessionThatIsGoneStartsWithTheFirstLesson()
    {
        QFETCH(QString, lesson);
        QFETCH(QString, file);
        const auto library = loadLibrary({IL_SOURCE_DIR "/tests/app/lessons"});
        m_window = std::make_unique<MainWindow>(Settings{.welcomed = true}, library, &m_clock);
        m_window->resume({.lesson = lesson, .file = file});
        QVERIFY(m_window->session().lesson() != nullptr);
        QCOMPARE(m_window->session().lesson()->id, library.front().lesson->id);
    }

    void progressIsShownAndForgotten()
    {
        open();
        auto* summary = child<QLabel>("progressSummary");
        QVERIFY(!summary->isVisible());
        while (step() != lastStep()) {
            key(Qt::Key_PageDown);
            rest();
        }
        QVERIFY(summary->isVisible());
        QCOMPARE(child<QListWidget>("lessons")->item(1)->data(SeenRole).toDouble(), 1.0);
        m_window->progress().reset();
        QVERIFY(!summary->isVisible());
        QCOMPARE(child<QListWidget>("lessons")->item(1)->data(SeenRole).toDouble(), 0.0);
    }

    void hintsGuideThroughTheFirstStart()
    {
        open({1500, 900}, Settings{.welcomed = false});
        m_window->show();
        QTRY_VERIFY(m_window->findChild<QLabel*>("hint") != nullptr);
        QStringList said;
        while (auto* hint = m_window->findChild<QFrame*>("hints")) {
            if (said.size() > 20 || !hint->isVisible())
                break;
            said.append(child<QLabel>("hint")->text());
            QVERIFY(m_window->rect().contains(hint->geometry()));
            QTest::keyClick(child<QPushButton>("nextHint"), Qt::Key_Return);
        }
        QCOMPARE(said.size(), 6);
        QCOMPARE(said.removeDuplicates(), 0);
        m_window->close();
        QVERIFY(Settings::load(scene::Language::English).welcomed);
    }

    void keysAreListedOverTheWindow()
    {
        open();
        QWidget* const before = m_window->focusWidget();
        QTest::keyClick(before, Qt::Key_F1);
        auto* overlay = child<QWidget>("keysOverlay");
        QVERIFY(overlay->isVisible());
        QVERIFY(overlay->accessibleDescription().contains(u"F5"_s));
        QTest::keyClick(overlay, Qt::Key_Escape);
        QVERIFY(!overlay->isVisible());
        QCOMPARE(m_window->focusWidget(), before);
    }

    void aMenusLettersDiffer_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"language_en"_s;
        QTest::newRow("Chinese") << u"language_zh"_s;
    }
    void aMenusLettersDiffer()
    {
        QFETCH(QString, language);
        open();
        child<QAction>(language.toUtf8().constData())->trigger();
        QCoreApplication::processEvents();
        QStringList shared;
        const auto look = [&shared](const QWidget& menu) {
            std::map<QString, QString> letters;
            for (const QAction* action : menu.actions()) {
                const QString letter = QKeySequence::mnemonic(action->text()).toString();
                const auto [other, isNew] = letters.emplace(letter, action->text());
                if (!letter.isEmpty() && !isNew)
                    shared.append(other->second + u" / "_s + action->text());
            }
        };
        look(*m_window->menuBar());
        for (const QAction* action : m_window->menuBar()->actions())
            QVERIFY2(!QKeySequence::mnemonic(action->text()).isEmpty(), qPrintable(action->text()));
        for (const QMenu* menu : m_window->menuBar()->findChildren<QMenu*>())
            look(*menu);
        QCOMPARE(shared.join(u'\n'), QString());
    }

    void keysAreWholeAtAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const QString& language : {u"language_en"_s, u"language_zh"_s})
            for (const QSize size : {QSize(1024, 576), QSize(1366, 740), QSize(1680, 1000)})
                QTest::addRow("%s, %d wide", qPrintable(language), size.width()) << size << language;
    }
    void keysAreWholeAtAnySize()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        open();
        child<QAction>(language.toUtf8().constData())->trigger();
        m_window->resize(size);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_F1);
        auto* overlay = child<QWidget>("keysOverlay");
        auto* area = child<QScrollArea>("keysArea");
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
        QVERIFY(overlay->rect().contains(area->parentWidget()->geometry()));
        for (const QLabel* label : overlay->findChildren<QLabel*>()) {
            const int needed =
                label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(),
                     qPrintable(label->text()));
        }
        const int hidden = area->widget()->height() - area->viewport()->height();
        for (int i = 0; i < 20 && hidden > 0; ++i)
            QTest::keyClick(overlay, Qt::Key_PageDown);
        QVERIFY(hidden <= 0 || area->verticalScrollBar()->value() == hidden);
        QVERIFY(overlay->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
