#include "commands.h"

#include "../figures.h"
#include "../picture.h"
#include "../scheduler/goals.h"
#include "cli.h"
#include "options.h"

#include <QFileInfo>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

/// Lessons at or directly below a folder, and scripts that are in none of them.
std::vector<fs::path> subjectsIn(const fs::path& folder)
{
    if (isLessonFolder(folder))
        return {folder};
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (isLessonFolder(entry->path()) || entry->path().extension() == ".py")
            found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    return found;
}

/// What only shows when the lesson is run: figures that can't be computed, predictions that nothing answers.
/// The answer is about the lesson's first script; cues are about those that reach them.
QStringList problemsOfText(const Run& run, const lesson::Text& text)
{
    QStringList problems;
    const trace::Trace& trace = run.trace();
    if (run.script == 0) {
        filled(text.answer, trace, trace.duration(), &problems);
        filled(text.correction, trace, trace.duration(), &problems);
    }
    for (const scene::CueMark& cue : run.cues) {
        const lesson::CueText* words = textOf(text, cue.name);
        if (words == nullptr)
            continue;
        filled(words->caption, trace, cue.time, &problems);
        filled(words->body, trace, cue.time, &problems);
        if (!words->prediction)
            continue;
        const Verdict verdict = judge(*words->prediction, trace, cue.time);
        problems += verdict.problems;
        if (std::count(verdict.right.begin(), verdict.right.end(), true) != 1)
            problems.append(Tr::tr("cue \"%1\": the run must make exactly one option of the prediction right")
                                .arg(cue.name));
    }
    return problems;
}

QStringList problemsOfRun(const LessonPtr& lesson, std::size_t index)
{
    const lesson::Script& script = lesson->scripts[index];
    QStringList problems;
    if (!script.metadata.panel.empty() && panelOfId(script.metadata.panel) == nullptr)
        problems.append(
            Tr::tr("there is no panel \"%1\"").arg(QString::fromStdString(script.metadata.panel)));
    const RunOptions options;
    auto prepared = prepare(script.metadata, options);
    if (!prepared)
        return problems << prepared.error();
    const RunPtr run = execute(lesson, index, options, std::move(*prepared));
    for (const lesson::Text& text : lesson->texts)
        problems += problemsOfText(*run, text);
    problems += problemsOfGoals(lesson, index, run->trace());
    return problems;
}

QString problemsOf(const fs::path& path)
{
    const bool isFolder = fs::is_directory(path);
    const auto lesson = isFolder ? loadLesson(path) : loadFile(path);
    if (!lesson)
        return rendered(lesson.error());
    QString text;
    for (std::size_t i = 0; i < (*lesson)->scripts.size(); ++i) {
        const fs::path file = isFolder ? path / ((*lesson)->scripts[i].name + ".py") : path;
        for (const QString& problem : problemsOfRun(*lesson, i))
            text += Tr::tr("%1: error: %2").arg(QString::fromStdString(file.string()), problem) + u'\n';
    }
    return text;
}

} // namespace

int checkCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr(
        "Looks for mistakes in scripts and lessons and prints all of them. Ends with 2 when there is any."));
    parser.addPositionalArgument(u"PATH"_s, Tr::tr("A script, a lesson's folder, or a folder of such."),
                                 u"PATH..."_s);
    if (const auto ended = parse(parser, "check", arguments))
        return *ended;
    if (parser.positionalArguments().isEmpty())
        return refuse(Tr::tr("%1: which file?\nTry \"%1 --help\".").arg(u"interleave check"_s));
    QString problems;
    for (const QString& name : parser.positionalArguments()) {
        const fs::path path(name.toStdString());
        const auto subjects = QFileInfo(name).isDir() ? subjectsIn(path) : std::vector{path};
        if (subjects.empty())
            problems +=
                Tr::tr("%1: error: %2").arg(name, Tr::tr("there is no script and no lesson in this folder")) +
                u'\n';
        for (const fs::path& subject : subjects)
            problems += problemsOf(subject);
    }
    return problems.isEmpty() ? int(Done) : refuse(problems);
}

} // namespace il::app::cli
