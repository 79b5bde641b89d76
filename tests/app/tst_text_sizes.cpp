// Larger texts, and questions on the stage, keep the look's rules: every lesson in every panel that has
// something to show of it, both languages.
#include <QTest> // before the standard headers: moc 6.4 cannot read those alone

#include "app/lecture/gates.h"
#include "app/picture.h"
#include "scene/layout_rules.h"

using namespace il;
using namespace il::app;
using namespace Qt::StringLiterals;

namespace {

RunPtr runOf(const LessonPtr& lesson, std::size_t script)
{
    auto prepared = prepare(lesson->scripts[script].metadata, {});
    return prepared ? execute(lesson, script, {}, std::move(*prepared)) : nullptr;
}

/// The cues' steps, some of them where there are many.
std::vector<std::size_t> someSteps(const Run& run)
{
    std::vector<std::size_t> steps;
    const std::size_t stride = run.cues.size() / 4 + 1;
    for (std::size_t i = 0; i < run.cues.size(); i += stride)
        steps.push_back(run.cues[i].step);
    steps.push_back(run.trace().steps().size() - 1);
    return steps;
}

/// What is wrong with the picture that isn't wrong with the one of usual size. (Stretches of a crowded lane
/// are apart from this: they are named by their place in it, and how faint they are depends on its height.)
QStringList violationsOf(const Run& run, PictureOf wanted)
{
    QStringList found = tests::violations(picture(run, wanted));
    if (found.isEmpty())
        return found;
    wanted.texts = scene::TextSize::Normal;
    wanted.gate.reset();
    for (const QString& known : tests::violations(picture(run, wanted)))
        found.removeAll(known);
    found.removeIf([](const QString& line) { return line.startsWith("lane/"_L1); });
    return found;
}

} // namespace

class TestTextSizes : public QObject {
    Q_OBJECT

private slots:
    void lessons_data()
    {
        QTest::addColumn<LessonPtr>("lesson");
        for (const LibraryEntry& entry : loadLibrary({IL_SOURCE_DIR "/resources/lessons"}))
            if (entry.lesson != nullptr)
                QTest::newRow(entry.folder.id.c_str()) << entry.lesson;
    }

    /// All panels, both larger sizes, both languages.
    void lessons()
    {
        QFETCH(LessonPtr, lesson);
        for (std::size_t script = 0; script < lesson->scripts.size(); ++script) {
            const RunPtr run = runOf(lesson, script);
            QVERIFY(run != nullptr);
            for (const auto& panel : scene::panels())
                if (panel->hasSubject(run->trace()))
                    checkPanel(*run, *panel);
        }
    }

    void questions_data() { lessons_data(); }

    /// Every question of every lesson, asked and answered, in all sizes.
    void questions()
    {
        QFETCH(LessonPtr, lesson);
        for (std::size_t script = 0; script < lesson->scripts.size(); ++script) {
            const RunPtr run = runOf(lesson, script);
            for (const scene::CueMark& cue : run->cues)
                for (const auto language : {scene::Language::English, scene::Language::Chinese})
                    checkQuestion(*run, cue, language);
        }
    }

private:
    void checkPanel(const Run& run, const scene::Panel& panel)
    {
        PictureOf wanted;
        wanted.panel = panel.info().id;
        for (const auto texts : {scene::TextSize::Large, scene::TextSize::Blackboard})
            for (const auto language : {scene::Language::English, scene::Language::Chinese})
                for (const std::size_t step : someSteps(run)) {
                    wanted.texts = texts;
                    wanted.language = language;
                    wanted.step = step;
                    wanted.now = run.trace().steps()[step].time;
                    check(run, wanted);
                }
    }

    void checkQuestion(const Run& run, const scene::CueMark& cue, scene::Language language)
    {
        PictureOf wanted;
        wanted.panel = run.shown().metadata.panel;
        wanted.step = cue.step;
        wanted.now = cue.time;
        wanted.language = language;
        wanted.gate = gateAt(run, cue, {}, language);
        if (!wanted.gate)
            return;
        for (const auto texts :
             {scene::TextSize::Normal, scene::TextSize::Large, scene::TextSize::Blackboard})
            for (const bool revealed : {false, true})
                for (const auto theme :
                     {scene::ThemeId::Paper, scene::ThemeId::Slate, scene::ThemeId::HighContrast}) {
                    wanted.texts = texts;
                    wanted.theme = theme;
                    wanted.gate = gateAt(run, cue, {.option = 0, .revealed = revealed}, language);
                    check(run, wanted);
                }
    }

    void check(const Run& run, const PictureOf& wanted)
    {
        const QStringList found = violationsOf(run, wanted);
        if (!found.isEmpty())
            QTest::qFail(qPrintable(u"%1 %2 %3 %4: %5"_s
                                        .arg(QString::fromStdString(run.shown().name),
                                             QString::fromStdString(wanted.panel), scene::name(wanted.texts))
                                        .arg(wanted.step)
                                        .arg(found.join(u"\n  "_s))),
                         __FILE__, __LINE__);
    }
};

QTEST_MAIN(TestTextSizes)
#include "tst_text_sizes.moc"
