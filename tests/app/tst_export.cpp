// Exporting, by all its ways: the function, the dialog and the command line.
#include "app/export/clipboard.h"
#include "app/export/export.h"
#include "app/export/export_dialog.h"
#include "app/export/slides.h"
#include "app/figures.h"
#include "app/language.h"
#include "exporting/likeness.h"

#include "exporting/png.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <thread>

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;
using exporting::Trouble;

namespace {

constexpr auto lessonFolder = IL_SOURCE_DIR "/tests/app/lessons/counter";

RunPtr runOf(const LessonPtr& lesson)
{
    return execute(lesson, 0, {}, *prepare(lesson->scripts[0].metadata, {}));
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const exporting::Format& format(const char* id)
{
    return *exporting::formatOfId(QString::fromLatin1(id));
}

/// What ffprobe says about a film: "width", "height", "nb_read_frames", "duration".
QString probed(const QString& film, const QString& entry)
{
    const bool ofFile = entry == u"duration"_s;
    return QString::fromUtf8(
               tests::outputOf(u"ffprobe"_s,
                               {u"-v"_s, u"error"_s, u"-count_frames"_s, u"-select_streams"_s, u"v:0"_s,
                                u"-show_entries"_s, (ofFile ? u"format="_s : u"stream="_s) + entry, u"-of"_s,
                                u"csv=p=0"_s, film}))
        .trimmed();
}

/// A changed environment variable, until the end of the block.
class Environment {
public:
    Environment(const char* name, const QByteArray& value) : m_name(name), m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Environment() { qputenv(m_name, m_before); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
    QByteArray m_before;
};

} // namespace

class TestExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    RunPtr m_run;

    ExportOrder order(const char* id, Selection what, const QString& file, QSize size = {640, 360}) const
    {
        return {.format = &format(id),
                .what = std::move(what),
                .picture = {.now = {}, .panel = m_run->shown().metadata.panel, .pixels = size},
                .path = m_folder.filePath(file)};
    }

    /// The end of a run that changes little: for short films.
    Selection lastSteps(std::size_t count) const
    {
        const std::size_t last = m_run->trace().steps().size() - 1;
        return stepsBetween(*m_run, atStep(m_run->trace(), last - count), atStep(m_run->trace(), last));
    }

    QByteArray fromCommandLine(const QString& file, const QStringList& arguments)
    {
        const QString path = m_folder.filePath(u"cli-"_s + file);
        const QStringList all =
            QStringList{u"export"_s, QString::fromLatin1(lessonFolder), u"-o"_s, path, u"--lang"_s, u"en"_s} +
            arguments;
        tests::outputOf(QStringLiteral(IL_BUILD_DIR "/app/interleave"), all);
        return read(path);
    }

    template <typename T>
    static T* child(const QWidget& parent, const char* name)
    {
        T* found = parent.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT_X(found != nullptr, "child", name);
        return found;
    }

    static void choose(const ExportDialog& dialog, const char* box, const QString& data)
    {
        auto* choices = child<QComboBox>(dialog, box);
        choices->setCurrentIndex(choices->findData(data));
    }

private slots:
    void initTestCase()
    {
        install(scene::Language::English);
        m_run = runOf(*loadLesson(lessonFolder));
        QVERIFY(m_folder.isValid() && m_run->cues.size() >= 2);
    }

    void selects_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("count");
        const int steps = int(m_run->trace().steps().size());
        const auto cue = [&](std::size_t i) { return int(m_run->cues[i].step); };
        const auto row = [](const char* text, Selection::Kind kind, int first, int count) {
            QTest::newRow(text) << QString::fromLatin1(text) << int(kind) << first << count;
        };
        row("", Selection::Kind::One, cue(0), 1);
        row("work", Selection::Kind::One, cue(1), 1);
        row("7", Selection::Kind::One, 7, 1);
        row("0ns", Selection::Kind::One, int(m_run->trace().stepAt({})), 1);
        row("all", Selection::Kind::Cues, cue(0), int(m_run->cues.size()));
        row("steps", Selection::Kind::Steps, 0, steps);
        row("3..10", Selection::Kind::Steps, 3, 8);
        row("4..4", Selection::Kind::Steps, 4, 1);
        row("3..work", Selection::Kind::Steps, 3, cue(1) - 3 + 1);
        row("work .. 999s", Selection::Kind::Steps, cue(1), steps - cue(1));
    }

    void selects()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(int, first);
        QFETCH(int, count);
        const auto selection = selectionOf(*m_run, text);
        QVERIFY2(selection.has_value(), qPrintable(selection.has_value() ? QString() : selection.error()));
        QCOMPARE(int(selection->kind), kind);
        QCOMPARE(int(selection->instants.front().step), first);
        QCOMPARE(int(selection->instants.size()), count);
    }

    void refusesToSelect_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"nothing", "99999999", "10..3", "3..", "..3", "..", "3..nothing", "work..start", "-1"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refusesToSelect()
    {
        QFETCH(QString, text);
        const auto selection = selectionOf(*m_run, text);
        QVERIFY(!selection.has_value());
        QVERIFY2(selection.error().startsWith(u"--at: "_s), qPrintable(selection.error()));
    }

    void writesNumberedFiles()
    {
        const auto files = exportRun(*m_run, order("svg", everyCue(*m_run), u"cue.svg"_s));
        QVERIFY(files.has_value());
        QCOMPARE(files->size(), qsizetype(m_run->cues.size()));
        QVERIFY(files->front().endsWith(u"/cue-01.svg"_s));
        for (const QString& file : *files)
            QVERIFY(read(file).contains("<svg"));
        Selection many{Selection::Kind::Steps, std::vector(120, atStep(m_run->trace(), 1))};
        const QStringList planned = filesOf(order("png", many, u"step.png"_s));
        QVERIFY(planned.front().endsWith(u"/step-001.png"_s) && planned.back().endsWith(u"/step-120.png"_s));
        QCOMPARE(filesOf(order("pdf", many, u"deck.pdf"_s)).size(), 1);
        QVERIFY2(filesOf(order("png", everyCue(*m_run), u"bare"_s)).front().endsWith(u"/bare-01.png"_s),
                 "without a suffix too");
    }

    void transparentPicturesAre()
    {
        ExportOrder wanted = order("png", *selectionOf(*m_run, u"work"_s), u"clear.png"_s);
        QVERIFY(exportRun(*m_run, wanted));
        QVERIFY(!QImage(wanted.path).hasAlphaChannel());
        wanted.transparent = true;
        QVERIFY(exportRun(*m_run, wanted));
        const QImage image(wanted.path);
        QCOMPARE(image.pixelColor(2, 2).alpha(), 0);
        QCOMPARE(image.pixelColor(320, 120).alpha(), 255);
    }

    void ourLessonsAreSoundSvg()
    {
        for (const LibraryEntry& entry : loadLibrary({IL_SOURCE_DIR "/resources/lessons"})) {
            QVERIFY(entry.lesson != nullptr);
            const RunPtr run = runOf(entry.lesson);
            ExportOrder wanted = order("svg", everyCue(*run), u"lesson.svg"_s);
            wanted.picture.panel = entry.metadata()->panel;
            wanted.picture.language = scene::Language::Chinese;
            const auto files = exportRun(*run, wanted);
            QVERIFY(files.has_value());
            for (const QString& file : *files) {
                QXmlStreamReader xml(read(file));
                QSet<QString> ids;
                while (!xml.atEnd()) {
                    xml.readNext();
                    const QString id =
                        xml.isStartElement() ? xml.attributes().value("id"_L1).toString() : QString();
                    QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
                    ids.insert(id);
                }
                QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            }
        }
    }

    void sameBytesFromWindowAndCommandLine_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("at");
        QTest::newRow("png") << u"png"_s << u"thisPicture"_s << u"work"_s;
        QTest::newRow("svg") << u"svg"_s << u"thisPicture"_s << u"work"_s;
        QTest::newRow("pdf of cues") << u"pdf"_s << u"everyCue"_s << u"all"_s;
        QTest::newRow("pdf of steps") << u"pdf"_s << u"steps"_s << u"2..6"_s;
        QTest::newRow("gif of steps") << u"gif"_s << u"steps"_s << u"2..6"_s;
        QTest::newRow("mp4 of steps") << u"mp4"_s << u"steps"_s << u"2..6"_s;
    }

    void sameBytesFromWindowAndCommandLine()
    {
        QFETCH(QString, id);
        QFETCH(QString, button);
        QFETCH(QString, at);
        if (exporting::formatOfId(id)->needsFfmpeg() && ffmpegIsMissing())
            QSKIP("ffmpeg is not installed");
        const Instant shown = selectionOf(*m_run, u"work"_s)->instants.front();
        ExportDialog dialog(
            m_run, {.step = shown.step, .now = shown.now, .panel = m_run->shown().metadata.panel}, {});
        choose(dialog, "format", id);
        child<QSpinBox>(dialog, "firstStep")->setValue(2);
        child<QSpinBox>(dialog, "lastStep")->setValue(6);
        child<QComboBox>(dialog, "sizes")->setCurrentIndex(0);
        child<QRadioButton>(dialog, qPrintable(button))->click();
        QSignalSpy exported(&dialog, &ExportDialog::exported);
        const QString file = u"same."_s + id, path = m_folder.filePath(file);
        dialog.exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 120'000);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const QByteArray fromWindow = read(path);
        QVERIFY(!fromWindow.isEmpty());
        QVERIFY(fromWindow == fromCommandLine(file, {u"--at"_s, at, u"--size"_s, u"1280x720"_s}));
    }

    static bool ffmpegIsMissing() { return !tests::has(u"ffmpeg"_s) || !tests::has(u"ffprobe"_s); }

    void films_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("framesPerSecond");
        QTest::addColumn<double>("speed");
        QTest::newRow("gif") << u"gif"_s << 25 << 1.0;
        QTest::newRow("mp4") << u"mp4"_s << 30 << 1.0;
        QTest::newRow("mp4, fast") << u"mp4"_s << 25 << 4.0;
        QTest::newRow("webm") << u"webm"_s << 25 << 2.0;
    }

    void films()
    {
        if (ffmpegIsMissing())
            QSKIP("ffmpeg is not installed");
        QFETCH(QString, id);
        QFETCH(int, framesPerSecond);
        QFETCH(double, speed);
        ExportOrder wanted = order(qPrintable(id), lastSteps(4), u"film."_s + id, {481, 271});
        wanted.film = {framesPerSecond, speed};
        const std::size_t frames = frameCount(*m_run, wanted.what, wanted.film);
        std::size_t told = 0;
        const auto files = exportRun(*m_run, wanted, [&](std::size_t done, std::size_t of) {
            told = done;
            return of == frames;
        });
        QVERIFY2(files.has_value(), qPrintable(files ? QString() : message(files.error())));
        QCOMPARE(told, frames);
        const bool isGif = id == u"gif"_s;
        QCOMPARE(probed(wanted.path, u"width"_s), isGif ? u"481"_s : u"480"_s);
        QCOMPARE(probed(wanted.path, u"height"_s), isGif ? u"271"_s : u"270"_s);
        const double seconds = double(frames) / framesPerSecond;
        QVERIFY(qAbs(probed(wanted.path, u"duration"_s).toDouble() - seconds) < 0.1);
        // GIF leaves out frames that are like the one before.
        const auto read = probed(wanted.path, u"nb_read_frames"_s).toULongLong();
        QVERIFY2(isGif ? read <= frames && read > 2 : read == frames, qPrintable(QString::number(read)));
        // Four steps of 350 ms or more each, and two seconds of the last one.
        QVERIFY2(seconds > 2 + 4 * 0.35 / speed - 0.1, qPrintable(QString::number(seconds)));
    }

    /// The first frame is the first picture, and the last one the last.
    void aFilmShowsTheRun()
    {
        if (ffmpegIsMissing())
            QSKIP("ffmpeg is not installed");
        const ExportOrder wanted = order("mp4", lastSteps(6), u"shown.mp4"_s);
        QVERIFY(exportRun(*m_run, wanted).has_value());
        const QString first = m_folder.filePath(u"first.png"_s), last = m_folder.filePath(u"last.png"_s);
        tests::outputOf(u"ffmpeg"_s,
                        {u"-v"_s, u"error"_s, u"-i"_s, wanted.path, u"-frames:v"_s, u"1"_s, first});
        tests::outputOf(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-sseof"_s, u"-0.5"_s, u"-i"_s, wanted.path,
                                      u"-update"_s, u"1"_s, last});
        const auto like = [&](const QString& file, const Instant& at) {
            PictureOf of = wanted.picture;
            of.step = at.step;
            of.now = at.now;
            const tests::Likeness likeness =
                tests::compare(QImage(file), exporting::image(picture(*m_run, of), {640, 360}, false));
            return likeness.mean < 2 && likeness.blotches < 0.002;
        };
        QVERIFY(like(first, wanted.what.instants.front()));
        QVERIFY(like(last, wanted.what.instants.back()));
        QVERIFY(!like(first, wanted.what.instants.back()));
    }

    void cuesAsAFilm()
    {
        const FilmOptions options{.framesPerSecond = 10, .speed = 2};
        const auto cues = double(m_run->cues.size());
        const double seconds = double(frameCount(*m_run, everyCue(*m_run), options)) / 10;
        QVERIFY2(seconds >= cues * 2 && seconds <= cues * 2 + cues * 0.5,
                 qPrintable(QString::number(seconds)));
    }

    void framesGoNoFurtherThanAsked()
    {
        const FilmOptions options{.framesPerSecond = 10};
        const auto& trace = m_run->trace();
        for (std::size_t first = 0; first < 4; ++first) {
            const Selection what = stepsBetween(*m_run, atStep(trace, first), atStep(trace, first + 1));
            QVERIFY(frameCount(*m_run, what, options) < 60);
        }
    }

    void withoutFfmpegItSaysWhatToInstall()
    {
        const Environment nowhere("PATH", m_folder.path().toLocal8Bit());
        const ExportOrder wanted = order("gif", lastSteps(3), u"none.gif"_s);
        const auto refused = exportRun(*m_run, wanted);
        QCOMPARE(refused.error().trouble, Trouble::NoEncoder);
        QVERIFY2(message(refused.error()).contains(u"apt install ffmpeg"_s),
                 qPrintable(message(refused.error())));
        QVERIFY(!QFile::exists(wanted.path));
        ExportDialog dialog(m_run, {.now = {}}, {});
        choose(dialog, "format", u"gif"_s);
        QVERIFY(!child<QPushButton>(dialog, "save")->isEnabled());
        QVERIFY(child<QLabel>(dialog, "exportProblem")->text().contains(u"ffmpeg"_s));
        choose(dialog, "format", u"png"_s);
        QVERIFY(child<QPushButton>(dialog, "save")->isEnabled());
    }

    void anFfmpegThatFailsIsHeard()
    {
        const QString folder = m_folder.filePath(u"bin"_s), program = folder + u"/ffmpeg"_s;
        QVERIFY(QDir().mkpath(folder));
        QFile file(program);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho 'Unknown encoder libx264' >&2\nexit 1\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        const Environment first("PATH", folder.toLocal8Bit() + ":" + qgetenv("PATH"));
        const ExportOrder wanted = order("mp4", lastSteps(3), u"failed.mp4"_s);
        const auto failed = exportRun(*m_run, wanted);
        QCOMPARE(failed.error().trouble, Trouble::Encoder);
        QVERIFY2(message(failed.error()).contains(u"libx264"_s), qPrintable(message(failed.error())));
        QVERIFY(!QFile::exists(wanted.path));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("trouble");
        QTest::newRow("huge") << u"png"_s << QSize(16000, 16000) << int(Trouble::Size);
        QTest::newRow("tiny") << u"svg"_s << QSize(10, 10) << int(Trouble::Size);
        QTest::newRow("huge pdf") << u"pdf"_s << QSize(99999, 99) << int(Trouble::Size);
        QTest::newRow("huge film") << u"mp4"_s << QSize(8000, 8000) << int(Trouble::FilmSize);
    }

    void refuses()
    {
        QFETCH(QString, id);
        QFETCH(QSize, size);
        QFETCH(int, trouble);
        const auto refused = exportRun(*m_run, order(qPrintable(id), everyCue(*m_run), u"refused"_s, size));
        QCOMPARE(int(refused.error().trouble), trouble);
        QVERIFY(!message(refused.error()).isEmpty());
    }

    void refusesTooManyPictures()
    {
        const Selection many{Selection::Kind::Steps, std::vector(exporting::maxSlides + 1, Instant{})};
        for (const char* id : {"png", "pdf"}) {
            const auto refused = exportRun(*m_run, order(id, many, u"many"_s));
            QCOMPARE(refused.error().trouble, Trouble::TooMany);
            QVERIFY(message(refused.error()).contains(u"2001"_s));
        }
    }

    void refusesAFolderThatIsNotThere_data()
    {
        QTest::addColumn<QString>("id");
        for (const exporting::Format& one : exporting::formats())
            QTest::newRow(one.id) << QString::fromLatin1(one.id);
    }

    void refusesAFolderThatIsNotThere()
    {
        QFETCH(QString, id);
        if (exporting::formatOfId(id)->needsFfmpeg() && ffmpegIsMissing())
            QSKIP("ffmpeg is not installed");
        const auto refused =
            exportRun(*m_run, order(qPrintable(id), everyStep(*m_run), u"no/such/folder/x."_s + id));
        QCOMPARE(refused.error().trouble, Trouble::Write);
        QVERIFY(message(refused.error()).contains(u"no/such/folder"_s));
    }

    void cancelled_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"pdf", "gif", "mp4", "svg"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void cancelled()
    {
        QFETCH(QString, id);
        if (exporting::formatOfId(id)->needsFfmpeg() && ffmpegIsMissing())
            QSKIP("ffmpeg is not installed");
        const ExportOrder wanted = order(qPrintable(id), lastSteps(5), u"cancelled."_s + id);
        const auto ended = exportRun(*m_run, wanted, [](std::size_t done, std::size_t) { return done < 3; });
        QCOMPARE(ended.error().trouble, Trouble::Cancelled);
        QVERIFY2(!QFile::exists(wanted.path), "nothing half done is left");
    }

    void theDialogCanCancel()
    {
        ExportDialog dialog(m_run, {.now = {}, .panel = m_run->shown().metadata.panel}, {});
        dialog.show();
        choose(dialog, "format", u"pdf"_s);
        child<QRadioButton>(dialog, "steps")->click();
        dialog.exportTo(m_folder.filePath(u"long.pdf"_s));
        QVERIFY(dialog.isExporting());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isExporting(), 60'000);
        QVERIFY2(dialog.isVisible(), "the choices stay, to be changed");
        QVERIFY(child<QPushButton>(dialog, "save")->isEnabled());
        QVERIFY(!QFile::exists(m_folder.filePath(u"long.pdf"_s)));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void theDialogTellsWhatGoesWrong()
    {
        ExportDialog dialog(m_run, {.now = {}}, {});
        dialog.show();
        dialog.exportTo(u"/no/such/folder/x.png"_s);
        QTRY_VERIFY(!dialog.isExporting());
        QVERIFY(child<QLabel>(dialog, "exportProblem")->text().contains(u"/no/such/folder"_s));
        QVERIFY(dialog.isVisible());
    }

    void theDialogsChoicesAreTheOrder()
    {
        ExportDialog dialog(
            m_run, {.step = 3, .now = m_run->trace().steps()[3].time, .theme = scene::ThemeId::Slate}, {});
        QCOMPARE(dialog.order().picture.theme, scene::ThemeId::Slate);
        QCOMPARE(dialog.order().picture.pixels, QSizeF(1920, 1080));
        QCOMPARE(dialog.order().what.instants, std::vector{atStep(m_run->trace(), 3)});
        child<QComboBox>(dialog, "theme")->setCurrentIndex(3);
        child<QComboBox>(dialog, "sizes")->setCurrentIndex(3);
        child<QSpinBox>(dialog, "width")->setValue(1000);
        child<QSpinBox>(dialog, "height")->setValue(700);
        child<QCheckBox>(dialog, "transparent")->click();
        QCOMPARE(dialog.order().picture.theme, scene::ThemeId::HighContrast);
        QCOMPARE(dialog.order().picture.pixels, QSizeF(1000, 700));
        QVERIFY(dialog.order().transparent);
        choose(dialog, "format", u"webm"_s);
        QVERIFY2(!dialog.order().transparent, "a film has a background");
        QCOMPARE(dialog.order().what.kind, Selection::Kind::Steps);
        child<QComboBox>(dialog, "speed")->setCurrentIndex(4);
        child<QComboBox>(dialog, "framesPerSecond")->setCurrentIndex(1);
        QCOMPARE(dialog.order().film.speed, 4.0);
        QCOMPARE(dialog.order().film.framesPerSecond, 30);
    }

    void theDialogSpeaksAndIsReachable()
    {
        ExportDialog dialog(m_run, {.now = {}}, {});
        dialog.show();
        for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible() ||
                widget->objectName().startsWith(u"qt_"_s))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
        QCOMPARE(child<QPushButton>(dialog, "save")->text(), u"Save as…"_s);
        install(scene::Language::Chinese);
        QTRY_VERIFY(child<QPushButton>(dialog, "save")->text() != u"Save as…"_s);
        install(scene::Language::English);
    }

    void slidesHaveTheLessonsWords()
    {
        const PictureOf wanted{.now = {}, .panel = "gil"};
        const exporting::Slide first = slideAt(*m_run, wanted, everyCue(*m_run).instants[0]);
        const exporting::Slide work = slideAt(*m_run, wanted, everyCue(*m_run).instants[1]);
        const exporting::Slide between = slideAt(*m_run, wanted, atStep(m_run->trace(), 1));
        const lesson::Text& text = m_run->lesson->texts[0];
        QCOMPARE(work.name, u"work"_s);
        QCOMPARE(work.title, u"A thread begins to work."_s);
        QCOMPARE(between.name, u"step-1"_s);
        QVERIFY2(between.notes.isEmpty() && !between.title.isEmpty(), "the run itself says what happens");
        QVERIFY(first.notes.startsWith(plainLine(QString::fromStdString(text.question))));
        QVERIFY(!work.notes.contains(plainLine(QString::fromStdString(text.question))));
    }

    void theClipboardHasBothForms()
    {
        const PictureOf wanted{.step = 2, .now = m_run->trace().steps()[2].time, .pixels = {800, 450}};
        const auto data = clipboardPicture(*m_run, wanted);
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), QSize(800, 450));
        QVERIFY(data->data(u"image/svg+xml"_s).contains("<svg"));
    }

    /// Pictures are made in a thread of their own while the window draws.
    void threadsMakeTheSamePicture()
    {
        const ExportOrder one = order("png", everyCue(*m_run), u"one.png"_s),
                          two = order("png", everyCue(*m_run), u"two.png"_s);
        std::thread other([&] { exportRun(*m_run, one).value(); });
        exportRun(*m_run, two).value();
        other.join();
        for (qsizetype i = 0; i < filesOf(one).size(); ++i)
            QVERIFY(read(filesOf(one)[i]) == read(filesOf(two)[i]));
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
