#include "commands.h"

#include "../picture.h"
#include "cli.h"
#include "options.h"

#include "exporting/png.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

struct At {
    std::size_t step = 0;
    trace::SimTime now;
};

At atStep(const trace::Trace& trace, std::size_t step)
{
    return {step, trace.steps()[step].time};
}

/// "5ms", "1.5 s", "20us", "850ns"; nothing for other texts.
std::optional<trace::SimTime> timeOf(const QString& text)
{
    static const QRegularExpression pattern(u"^(\\d+(?:\\.\\d+)?)\\s*(ns|us|µs|ms|s)$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double factor = unit == "s"_L1 ? 1e9 : unit == "ms"_L1 ? 1e6 : unit == "ns"_L1 ? 1 : 1e3;
    const double ns = match.captured(1).toDouble() * factor;
    if (ns > 1e18)
        return std::nullopt;
    return trace::nanoseconds(static_cast<std::int64_t>(ns));
}

Result<std::vector<At>> atCue(const Run& run, const QString& name)
{
    QStringList names;
    for (const scene::CueMark& cue : run.cues) {
        if (cue.name == name)
            return std::vector{atStep(run.trace(), cue.step)};
        names.append(cue.name);
    }
    return tl::unexpected(
        Tr::tr("--at: \"%1\" is no cue of this run, no step and no time like 5ms. Its cues: %2.")
            .arg(name, names.isEmpty() ? Tr::tr("none") : names.join(u", "_s)));
}

/// All of a run's cues; of a run without any, its last step.
std::vector<At> allCues(const Run& run)
{
    std::vector<At> all;
    for (const scene::CueMark& cue : run.cues)
        all.push_back(atStep(run.trace(), cue.step));
    if (all.empty())
        all.push_back(atStep(run.trace(), run.trace().steps().size() - 1));
    return all;
}

Result<std::vector<At>> moments(const Run& run, const QString& at)
{
    const trace::Trace& trace = run.trace();
    if (at.isEmpty())
        return std::vector{allCues(run).front()};
    if (at == "all"_L1)
        return allCues(run);
    bool isNumber = false;
    const qulonglong step = at.toULongLong(&isNumber);
    if (isNumber && step >= trace.steps().size())
        return tl::unexpected(Tr::tr("--at: the run has the steps 0 to %1.").arg(trace.steps().size() - 1));
    if (isNumber)
        return std::vector{atStep(trace, static_cast<std::size_t>(step))};
    if (const auto time = timeOf(at))
        return std::vector{At{trace.stepAt(*time), std::min(*time, trace.duration())}};
    return atCue(run, at);
}

/// "out.png" becomes "out-01.png".
QString numbered(const QString& path, std::size_t number)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? u"png"_s : info.suffix();
    const QString stem = path.left(path.size() - (info.suffix().isEmpty() ? 0 : info.suffix().size() + 1));
    return u"%1-%2.%3"_s.arg(stem).arg(number, 2, 10, QLatin1Char('0')).arg(suffix);
}

Result<RunPtr> runSubject(const QCommandLineParser& parser, const QString& name)
{
    const auto subject = openSubject(name);
    if (!subject)
        return tl::unexpected(subject.error());
    const auto& scripts = (*subject)->scripts;
    std::size_t index = 0;
    if (const std::string wanted = parser.value(u"script"_s).toStdString(); !wanted.empty()) {
        while (index < scripts.size() && scripts[index].name != wanted)
            ++index;
    }
    if (index == scripts.size()) {
        QStringList names;
        for (const lesson::Script& script : scripts)
            names.append(QString::fromStdString(script.name));
        return tl::unexpected(Tr::tr("There is no script \"%1\" in %2. There are: %3.")
                                  .arg(parser.value(u"script"_s), name, names.join(u", "_s)));
    }
    const auto options = runOptions(parser, scripts[index].metadata);
    if (!options)
        return tl::unexpected(options.error());
    auto prepared = prepare(scripts[index].metadata, *options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    return execute(*subject, index, *options, std::move(*prepared));
}

Result<void> writeAll(const Run& run, const std::vector<At>& all, PictureOf wanted, QSize size,
                      const QString& path, bool number)
{
    for (std::size_t i = 0; i < all.size(); ++i) {
        wanted.step = all[i].step;
        wanted.now = all[i].now;
        const QString file = number ? numbered(path, i + 1) : path;
        if (!exporting::writePng(picture(run, wanted), size, file))
            return tl::unexpected(
                Tr::tr("\"%1\" can't be written. Is there such a folder, and may you write to it?")
                    .arg(file));
    }
    return {};
}

Result<PictureOf> pictureOptions(const QCommandLineParser& parser, const lesson::Metadata& metadata)
{
    const auto size = sizeOption(parser);
    const auto theme = themeOption(parser);
    const auto panel = panelOption(parser, metadata);
    if (!size || !theme || !panel)
        return tl::unexpected(!size ? size.error() : !theme ? theme.error() : panel.error());
    const auto variant = variantOption(parser, *panel);
    if (!variant)
        return tl::unexpected(variant.error());
    return PictureOf{.step = 0,
                     .now = {},
                     .panel = *panel,
                     .variant = *variant,
                     .pixels = *size,
                     .theme = *theme,
                     .language = language()};
}

} // namespace

int exportCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Writes pictures of a run as PNG files."));
    parser.addOptions({
        {u"script"_s, Tr::tr("Which of the lesson's scripts; the first without it."), u"NAME"_s},
        {u"at"_s,
         Tr::tr("A cue's name, a step's number, a time like 5ms, or all: every cue, in numbered files. "
                "Without it the first cue, or the last step when there is none."),
         u"WHEN"_s},
        {{u"o"_s, u"output"_s}, Tr::tr("The file to write."), u"OUT.png"_s},
    });
    addPictureOptions(parser);
    addRunOptions(parser);
    parser.addPositionalArgument(u"FILE|LESSON"_s, Tr::tr("A script, or a lesson's id or folder."));
    if (const auto ended = parse(parser, "export", arguments))
        return *ended;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1 || !parser.isSet(u"output"_s))
        return refuse(Tr::tr("%1 needs one FILE or LESSON, and -o OUT.png.\nTry \"%1 --help\".")
                          .arg(u"interleave export"_s));

    const auto run = runSubject(parser, names.front());
    if (!run)
        return refuse(run.error());
    const auto wanted = pictureOptions(parser, (*run)->shown().metadata);
    if (!wanted)
        return refuse(wanted.error());
    const QString at = parser.value(u"at"_s);
    const auto all = moments(**run, at);
    if (!all)
        return refuse(all.error());
    const auto written =
        writeAll(**run, *all, *wanted, wanted->pixels.toSize(), parser.value(u"output"_s), at == "all"_L1);
    return written ? int(Done) : refuse(written.error());
}

} // namespace il::app::cli
