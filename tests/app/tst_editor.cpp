#include "hand_clock.h"

#include "app/editor/editor_page.h"
#include "app/editor/examples.h"
#include "app/editor/question_bar.h"
#include "app/editor/recent_files.h"
#include "app/editor/script_editor.h"
#include "app/editor/text_file.h"
#include "app/picture.h"
#include "app/window/main_window.h"

#include "machine/machine.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned marker = 1U << CodeEditor::problemMarker;

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no file>");
}

} // namespace

/// Writes scripts in the real window, offscreen, with real keys.
class TestEditor : public QObject {
    Q_OBJECT

    HandClock m_clock;
    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString at(const QString& name) const { return m_folder->filePath(name); }
    ScriptEditor& scripts() { return m_window->scripts(); }
    CodeEditor& editor() { return scripts().page().editor(); }
    QString text() { return editor().text(); }
    bool isMarked(int line) { return (editor().markersAtLine(line) & marker) != 0; }

    template <typename T>
    T* child(const char* name) const
    {
        T* found = m_window->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(found != nullptr, "child", name);
        return found;
    }

    void open(const QStringList& recent = {})
    {
        Settings settings;
        settings.welcomed = true;
        settings.recent = recent;
        settings.look.language = scene::Language::English;
        m_window = std::make_unique<MainWindow>(settings, loadLibrary({IL_SOURCE_DIR "/tests/app/lessons"}),
                                                &m_clock);
        scripts().keepDrafts(at(u"drafts"_s));
        QSignalSpy finished(&m_window->session(), &Session::finished);
        m_window->openFirst();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(finished.count() == 1);
    }

    void openNew()
    {
        open();
        child<QAction>("newScript")->trigger();
        QVERIFY(scripts().isInFront());
    }

    /// As fast as no learner types; the check comes when the keys are at rest.
    void type(const QString& keys)
    {
        for (const QChar key : keys) {
            if (key == u'\n')
                QTest::keyClick(&editor(), Qt::Key_Return);
            else
                QTest::keyClick(&editor(), key.toLatin1());
        }
    }

    void awaitCheck() { QTRY_VERIFY(scripts().page().checker().isCurrent()); }

    void setText(const QString& text)
    {
        editor().selectAll();
        editor().replaceSelectedText(text);
        awaitCheck();
    }

    void answer(int index)
    {
        QTest::mouseClick(child<QPushButton>(index == 0 ? "answer_0" : "answer_1"), Qt::LeftButton);
    }

    /// Presses a button of the dialog that the next call opens.
    static void willPress(const char* name)
    {
        QTimer::singleShot(0, qApp, [name] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            QTest::mouseClick(dialog->findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        });
    }

    bool isTold(const QString& words) const { return child<QLabel>("note")->text().contains(words); }
    bool isAsked(const QString& words) const
    {
        return child<QFrame>("questionBar")->isVisible() &&
               child<QLabel>("questionText")->text().contains(words);
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QVERIFY(m_settings.isValid());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void anErrorIsMarkedWhileTyping()
    {
        openNew();
        type(u"x = 1\ny = (\n"_s);
        awaitCheck();
        QVERIFY(!isMarked(0));
        QVERIFY(isMarked(1));
        QVERIFY(child<QLabel>("scriptState")->text().startsWith(u"Line 2: "_s));
        QTest::keyClick(&editor(), Qt::Key_Up);
        QTest::keyClick(&editor(), Qt::Key_End);
        type(u"2)"_s);
        awaitCheck();
        QVERIFY(!isMarked(1));
        QCOMPARE(scripts().page().checker().problems().size(), std::size_t{0});
        QCOMPARE(text(), u"x = 1\ny = (2)\n"_s);
    }

    void theMarkLiesWhereTheDiagnosticSays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line"); // from 0
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("marked");
        QTest::newRow("ascii") << u"x = 1\ny = )\n"_s << 1 << u"y = "_s << u")"_s;
        QTest::newRow("Chinese") << u"名字 = \"你好，世界\" )\n"_s << 0 << u"名字 = \"你好，世界\" "_s
                                 << u")"_s;
        QTest::newRow("tabs") << u"if 1:\n\tx = )\n"_s << 1 << u"\tx = "_s << u")"_s;
        QTest::newRow("outside the BMP")
            << u"s = \"\U0001F600\U0001F600\" )\n"_s << 0 << u"s = \"\U0001F600\U0001F600\" "_s << u")"_s;
        QTest::newRow("Windows' line ends") << u"x = 1\r\ny = )\r\n"_s << 1 << u"y = "_s << u")"_s;
        QTest::newRow("no line end") << u"甲 = )"_s << 0 << u"甲 = "_s << u")"_s;
    }

    void theMarkLiesWhereTheDiagnosticSays()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(QString, before);
        QFETCH(QString, marked);
        openNew();
        setText(text);
        QVERIFY(isMarked(line));
        const auto value = [this](long position) {
            return editor().SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT,
                                          static_cast<unsigned long>(CodeEditor::problemIndicator), position);
        };
        const long start =
            editor().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
        const long from = start + before.toUtf8().size(), to = from + marked.toUtf8().size();
        for (long position = start; position < to; ++position)
            QCOMPARE(value(position) != 0, position >= from);
    }

    void anImportThatIsNotThereIsMarked()
    {
        openNew();
        setText(u"import time\nimport numpy\n"_s);
        QVERIFY(isMarked(1));
    }

    void f8GoesToTheProblem()
    {
        openNew();
        setText(u"x = 1\n\n甲乙 = )\n"_s);
        editor().setCursorPosition(0, 0);
        child<QAction>("nextProblem")->trigger();
        int line = 0, index = 0;
        editor().getCursorPosition(&line, &index);
        QCOMPARE(line, 2);
        QCOMPARE(index, 5);
    }

    void messagesFollowTheLanguage()
    {
        openNew();
        setText(u"x = )\n"_s);
        const QString english = child<QLabel>("scriptState")->text();
        m_window->setLanguage(scene::Language::Chinese);
        QVERIFY(child<QLabel>("scriptState")->text() != english);
        QVERIFY(child<QPushButton>("runScript")->text().contains(u"运行"_s));
    }

    void indentsByItself()
    {
        openNew();
        type(u"def f():\nreturn 1"_s);
        QCOMPARE(text(), u"def f():\n    return 1"_s);
        QVERIFY(!text().contains(u'\t'));
    }

    void commentsComeAndGo_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("one line") << u"x = 1"_s << u"# x = 1"_s;
        QTest::newRow("at the least indentation")
            << u"    if x:\n        y"_s << u"    # if x:\n    #     y"_s;
        QTest::newRow("empty lines stay") << u"x\n\ny"_s << u"# x\n\n# y"_s;
        QTest::newRow("Chinese") << u"名 = \"字\""_s << u"# 名 = \"字\""_s;
    }

    void commentsComeAndGo()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        openNew();
        setText(before);
        editor().selectAll();
        child<QAction>("toggleComment")->trigger();
        QCOMPARE(text(), after);
        editor().selectAll();
        child<QAction>("toggleComment")->trigger();
        QCOMPARE(text(), before);
    }

    void runShowsTheNewRun()
    {
        openNew();
        setText(u"print(6 * 7)\n"_s);
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!scripts().isInFront());
        QCOMPARE(m_window->session().run()->output.front().text, u"42\n"_s);
        QCOMPARE(text(), u"print(6 * 7)\n"_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY2(scripts().isInFront(), "the same script again, not a copy of it");
        QCOMPARE(scripts().name(), u"new script.py"_s);
    }

    void runGoesToWhatIsWrong()
    {
        openNew();
        setText(u"x = 1\ny = )\n"_s);
        editor().setCursorPosition(0, 0);
        QSignalSpy finished(&m_window->session(), &Session::finished);
        QTest::mouseClick(child<QPushButton>("runScript"), Qt::LeftButton);
        int line = 0, index = 0;
        editor().getCursorPosition(&line, &index);
        QCOMPARE(line, 1);
        QVERIFY(scripts().isInFront());
        QCOMPARE(finished.count(), 0);
    }

    void runAgainKeepsTheChosenOptions()
    {
        openNew();
        setText(u"x = 1\n"_s);
        QSignalSpy finished(&m_window->session(), &Session::finished);
        scripts().run();
        QTRY_COMPARE(finished.count(), 1);
        RunOptions options;
        options.cores = 3;
        m_window->session().setOptions(options);
        QTRY_COMPARE(finished.count(), 2);
        scripts().run();
        QTRY_COMPARE(finished.count(), 3);
        QCOMPARE(m_window->session().run()->config.cores, 3);
    }

    void aLessonIsEditedAsACopy()
    {
        open();
        QTest::mouseClick(child<QPushButton>("editScriptButton"), Qt::LeftButton);
        QVERIFY(scripts().isInFront());
        QVERIFY(scripts().path().isEmpty());
        QVERIFY(scripts().name().startsWith(u"Copy of "_s));
        const auto& lines = m_window->session().lesson()->scripts.front().program.lines;
        QCOMPARE(editor().text(0).trimmed(), QString::fromStdString(lines.front()).trimmed());
        QTest::keyClick(&editor(), Qt::Key_Escape);
        QVERIFY(!scripts().isInFront());
    }

    void ordinaryKeysBelongToTheText()
    {
        openNew();
        type(u"7?vs "_s);
        QCOMPARE(text(), u"7?vs "_s);
        QVERIFY(!m_window->player().isPlaying());
    }

    void playingShowsTheStage()
    {
        openNew();
        m_window->player().play();
        QVERIFY(!scripts().isInFront());
    }

    void savesAndRemembers()
    {
        openNew();
        setText(u"print(\"甲\")\n"_s);
        QVERIFY(scripts().saveTo(at(u"one.py"_s)));
        QCOMPARE(contentOf(at(u"one.py"_s)), QByteArray("print(\"甲\")\n"));
        QCOMPARE(scripts().name(), u"one.py"_s);
        QVERIFY(!editor().isModified());
        QCOMPARE(scripts().recent().front(), at(u"one.py"_s));
        setText(u"x = 2\n"_s);
        QTest::keyClick(&editor(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(contentOf(at(u"one.py"_s)), QByteArray("x = 2\n"));
    }

    void aFileThatCannotBeWrittenIsTold()
    {
        openNew();
        setText(u"x = 1\n"_s);
        QVERIFY(!scripts().saveTo(at(u"no/such/folder.py"_s)));
        QVERIFY(isTold(u"can't be written"_s));
        QVERIFY2(editor().isModified(), "it is still unsaved");
    }

    void lineEndsStayAsTheyAre()
    {
        write(at(u"w.py"_s), "x = 1\r\n");
        open();
        scripts().open(at(u"w.py"_s));
        editor().setCursorPosition(1, 0);
        type(u"y\n"_s);
        QVERIFY(scripts().save());
        QCOMPARE(contentOf(at(u"w.py"_s)), QByteArray("x = 1\r\ny\r\n"));
    }

    void textThatSavingWouldDamageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not UTF-8") << QByteArray("x = '\xff\xfe'\n");
        QTest::newRow("GBK") << QByteArray("x = '\xc4\xe3'\n");
        QTest::newRow("NUL") << QByteArray("x = 1\0\n", 7);
        QTest::newRow("too large") << QByteArray((1 << 20) + 1, '#');
    }

    void textThatSavingWouldDamageIsRefused()
    {
        QFETCH(QByteArray, content);
        write(at(u"odd.py"_s), content);
        open();
        scripts().open(at(u"odd.py"_s));
        QVERIFY(!scripts().isInFront());
        QVERIFY(isTold(u"odd.py"_s));
        QCOMPARE(contentOf(at(u"odd.py"_s)), content);
    }

    void recentOnesAreTenAndUnique()
    {
        QStringList recent;
        for (int i = 0; i < 12; ++i)
            recent = withRecent(recent, QString::number(i));
        recent = withRecent(recent, u"5"_s);
        QCOMPARE(recent.size(), maxRecent);
        QCOMPARE(recent.mid(0, 3), QStringList({u"5"_s, u"11"_s, u"10"_s}));
        QCOMPARE(recent.count(u"5"_s), 1);
    }

    void recentOnesOpenAndMissingOnesAreGrey()
    {
        write(at(u"here.py"_s), "print(1)\n");
        open({at(u"gone.py"_s), at(u"here.py"_s)});
        auto* menu = child<QMenu>("recentMenu");
        emit menu->aboutToShow();
        const auto actions = menu->actions();
        QCOMPARE(actions.size(), 4); // a line, and "Clear"
        QVERIFY(!actions[0]->isEnabled());
        QVERIFY(actions[1]->isEnabled());
        QSignalSpy finished(&m_window->session(), &Session::finished);
        actions[1]->trigger();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(scripts().recent().front(), at(u"here.py"_s));
        QVERIFY(m_window->close());
        QCOMPARE(Settings::load(scene::Language::English).recent.front(), at(u"here.py"_s));
    }

    void whatTheStageShowsIsReadAgain()
    {
        write(at(u"a.py"_s), "print(1)\n");
        open();
        m_window->openFile(at(u"a.py"_s));
        const auto prints = [this](const QString& words) {
            const RunPtr& run = m_window->session().run();
            return run != nullptr && !run->output.empty() && run->output.front().text == words;
        };
        QTRY_VERIFY(prints(u"1\n"_s));
        write(at(u"a.py"_s), "print(2)\n");
        QTRY_VERIFY(prints(u"2\n"_s));
        write(at(u"a.py"_s), "print(\n");
        QTRY_VERIFY(child<QWidget>("problemPage")->isVisible());
        write(at(u"a.py"_s), "print(3)\n");
        QTRY_VERIFY(prints(u"3\n"_s));
    }

    void aChangedFileIsReadAgain_data()
    {
        QTest::addColumn<bool>("renames"); // as many editors do
        QTest::newRow("written in place") << false;
        QTest::newRow("replaced by rename") << true;
    }

    void aChangedFileIsReadAgain()
    {
        QFETCH(bool, renames);
        write(at(u"a.py"_s), "x = 1\n");
        open();
        scripts().open(at(u"a.py"_s));
        const auto change = [&](const QByteArray& content) {
            write(at(renames ? u"a.tmp"_s : u"a.py"_s), content);
            if (renames)
                QCOMPARE(std::rename(qPrintable(at(u"a.tmp"_s)), qPrintable(at(u"a.py"_s))), 0);
        };
        for (const QByteArray content : {"x = 22\n", "x = 333\n"}) {
            change(content);
            QTRY_COMPARE(text(), QString::fromUtf8(content));
            QVERIFY(!editor().isModified());
        }
    }

    void unsavedWorkIsNotReadOver_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QString>("then");
        QTest::newRow("take the one on disk") << 0 << u"y = 2\n"_s;
        QTest::newRow("keep mine") << 1 << u"mine\n"_s;
    }

    void unsavedWorkIsNotReadOver()
    {
        QFETCH(int, answer);
        QFETCH(QString, then);
        write(at(u"a.py"_s), "x = 1\n");
        open();
        scripts().open(at(u"a.py"_s));
        setText(u"mine\n"_s);
        write(at(u"a.py"_s), "y = 2\n");
        QTRY_VERIFY(isAsked(u"has changed on disk"_s));
        QCOMPARE(text(), u"mine\n"_s);
        QCOMPARE(contentOf(at(u"a.py"_s)), QByteArray("y = 2\n"));
        this->answer(answer);
        QCOMPARE(text(), then);
        QVERIFY(!child<QFrame>("questionBar")->isVisible());
        editor().undo();
        QVERIFY2(answer == 1 || text() == u"mine\n"_s, "even that can be undone");
    }

    void savingIsNoChangeByOthers()
    {
        openNew();
        setText(u"x = 1\n"_s);
        QVERIFY(scripts().saveTo(at(u"a.py"_s)));
        setText(u"x = 2\n"_s);
        QTest::qWait(400); // longer than the watch takes to settle
        QVERIFY(!child<QFrame>("questionBar")->isVisible());
        QCOMPARE(text(), u"x = 2\n"_s);
    }

    void unsavedWorkSurvivesACrash_data()
    {
        QTest::addColumn<bool>("hasFile");
        QTest::newRow("a file's") << true;
        QTest::newRow("never saved") << false;
    }

    void unsavedWorkSurvivesACrash()
    {
        QFETCH(bool, hasFile);
        write(at(u"a.py"_s), "x = 1\n");
        openNew();
        if (hasFile)
            scripts().open(at(u"a.py"_s));
        child<QTimer>("draftTimer")->setInterval(0);
        setText(u"工作 = 1\n"_s);
        QTRY_COMPARE(QDir(at(u"drafts"_s)).entryList({u"*.json"_s}).size(), 1);
        m_window.reset(); // nobody was asked

        open();
        QVERIFY(isAsked(hasFile ? u"unsaved work on a.py"_s : u"unsaved work on new script.py"_s));
        answer(0);
        QCOMPARE(text(), u"工作 = 1\n"_s);
        QVERIFY(editor().isModified());
        QCOMPARE(scripts().path(), hasFile ? at(u"a.py"_s) : QString());
        QCOMPARE(contentOf(at(u"a.py"_s)), QByteArray("x = 1\n"));
        m_window.reset(); // and again

        open();
        QVERIFY(isAsked(u"unsaved work"_s));
        answer(1);
        QVERIFY(!scripts().isInFront());
        m_window.reset();

        open();
        QVERIFY(!child<QFrame>("questionBar")->isVisible());
    }

    void workOfARunningWindowIsNotOffered()
    {
        openNew();
        setText(u"x = 1\n"_s);
        scripts().keepDraft();
        QCOMPARE(Drafts(at(u"drafts"_s)).orphans().size(), std::size_t{0});
        QCOMPARE(QDir(at(u"drafts"_s)).entryList({u"*.json"_s}).size(), 1);
    }

    void draftsThatMakeNoSenseAreNoObstacle()
    {
        QVERIFY(QDir().mkpath(at(u"drafts"_s)));
        write(at(u"drafts/a.json"_s), "{ \"text\": ");
        write(at(u"drafts/b.json"_s), "[1, 2]");
        write(at(u"drafts/c.json"_s), "{\"text\": 7}");
        open();
        QVERIFY(!child<QFrame>("questionBar")->isVisible());
    }

    void closingAsks_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QByteArray>("onDisk");
        QTest::newRow("save") << QByteArray("saveWork") << true << QByteArray("x = 2\n");
        QTest::newRow("discard") << QByteArray("discardWork") << true << QByteArray("x = 1\n");
        QTest::newRow("cancel") << QByteArray("keepWork") << false << QByteArray("x = 1\n");
    }

    void closingAsks()
    {
        QFETCH(QByteArray, button);
        QFETCH(bool, closes);
        QFETCH(QByteArray, onDisk);
        write(at(u"a.py"_s), "x = 1\n");
        open();
        scripts().open(at(u"a.py"_s));
        setText(u"x = 2\n"_s);
        scripts().keepDraft();
        willPress(button.constData());
        QCOMPARE(m_window->close(), closes);
        QCOMPARE(contentOf(at(u"a.py"_s)), onDisk);
        QCOMPARE(QDir(at(u"drafts"_s)).entryList({u"*.json"_s}).isEmpty(), closes);
    }

    void everyExampleRuns_data()
    {
        QTest::addColumn<std::size_t>("index");
        QCOMPARE(examples().size(),
                 std::size_t(QDir(IL_SOURCE_DIR "/resources/examples").entryList({u"*.py"_s}).size()));
        for (std::size_t i = 0; i < examples().size(); ++i)
            QTest::newRow(qPrintable(examples()[i].name)) << i;
    }

    void everyExampleRuns()
    {
        QFETCH(std::size_t, index);
        const Example& example = examples()[index];
        QVERIFY(!example.title[0].empty() && !example.title[1].empty());
        const auto lesson = loadSource(example.text.toStdString(), example.name.toStdString());
        QVERIFY(lesson);
        auto prepared = prepare((*lesson)->scripts.front().metadata, {});
        QVERIFY(prepared);
        const RunPtr run = execute(*lesson, 0, {}, std::move(*prepared));
        const bool ends = run->result.reason == trace::EndReason::Finished;
        QCOMPARE(ends, example.name != u"deadlock.py"_s);
        QVERIFY(panelOfId((*lesson)->scripts.front().metadata.panel)->hasSubject(run->trace()));
    }

    void aLongTextIsCheckedBehindTheScenes()
    {
        openNew();
        QString text;
        for (int i = 0; i < 20000; ++i)
            text += u"value_%1 = [%1, %1 + 1]\n"_s.arg(i);
        editor().selectAll();
        editor().replaceSelectedText(text + u")\n"_s);
        QElapsedTimer timer;
        timer.start();
        scripts().page().checker().checkNow();
        QVERIFY2(!scripts().page().checker().isCurrent(), "not in the window's own thread");
        awaitCheck();
        QVERIFY(isMarked(20000));
    }

    void partsHaveNames()
    {
        openNew();
        for (QWidget* widget : scripts().page().findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                (qobject_cast<QPushButton*>(widget) || widget == &editor()))
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<QPushButton*>(widget),
                         qPrintable(widget->objectName()));
        QVERIFY(editor().accessibleName().contains(u"new script.py"_s));
    }
};

QTEST_MAIN(TestEditor)
#include "tst_editor.moc"
