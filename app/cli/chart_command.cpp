#include "commands.h"

#include "../picture.h"
#include "../trays/chart_files.h"
#include "../trays/chart_pictures.h"
#include "cli.h"
#include "options.h"

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

/// What the command line asks for.
struct Wanted {
    LessonPtr lesson;
    std::size_t script = 0;
    RunOptions options;
    ChartKind kind = ChartKind::Utilisation;
    charts::Measure measure = charts::Measure::SpeedUp;
    scene::ThemeId theme = scene::ThemeId::Paper;
    QSize size;
};

QStringList names(int count, const std::function<QString(int)>& nameOf)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all.append(nameOf(i));
    return all;
}

Result<std::size_t> scriptOption(const QCommandLineParser& parser, const lesson::Lesson& lesson)
{
    if (!parser.isSet(u"script"_s))
        return 0;
    QStringList known;
    for (std::size_t i = 0; i < lesson.scripts.size(); ++i) {
        known.append(QString::fromStdString(lesson.scripts[i].name));
        if (known.back() == parser.value(u"script"_s))
            return i;
    }
    return tl::unexpected(
        Tr::tr("There is no script \"%1\" in %2. There are: %3.")
            .arg(parser.value(u"script"_s), QString::fromStdString(lesson.id), known.join(u", "_s)));
}

Result<ChartKind> kindOption(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"kind"_s))
        return parser.isSet(u"sweep"_s) ? ChartKind::Experiment : ChartKind::Utilisation;
    if (const auto kind = chartKindFromName(parser.value(u"kind"_s)))
        return *kind;
    const QStringList known = names(chartKinds, [](int i) { return nameOf(static_cast<ChartKind>(i)); });
    return tl::unexpected(
        Tr::tr("There is no chart \"%1\". There are: %2.").arg(parser.value(u"kind"_s), known.join(u", "_s)));
}

Result<charts::Measure> measureOption(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"measure"_s))
        return charts::Measure::SpeedUp;
    if (const auto measure = measureFromName(parser.value(u"measure"_s)))
        return *measure;
    const QStringList known =
        names(charts::measures, [](int i) { return nameOf(static_cast<charts::Measure>(i)); });
    return tl::unexpected(Tr::tr("There is no measure \"%1\". There are: %2.")
                              .arg(parser.value(u"measure"_s), known.join(u", "_s)));
}

Result<Wanted> wantedOf(const QCommandLineParser& parser, const QString& subject)
{
    Wanted wanted;
    const auto lesson = openSubject(subject);
    if (!lesson)
        return tl::unexpected(lesson.error());
    wanted.lesson = *lesson;
    const auto script = scriptOption(parser, **lesson);
    const auto kind = kindOption(parser);
    const auto measure = measureOption(parser);
    const auto theme = themeOption(parser);
    const auto size = sizeOption(parser);
    if (!script || !kind || !measure || !theme || !size)
        return tl::unexpected(!script    ? script.error()
                              : !kind    ? kind.error()
                              : !measure ? measure.error()
                              : !theme   ? theme.error()
                                         : size.error());
    const auto options = runOptions(parser, (*lesson)->scripts[*script].metadata);
    if (!options)
        return tl::unexpected(options.error());
    wanted.script = *script;
    wanted.kind = *kind;
    wanted.measure = *measure;
    wanted.theme = *theme;
    wanted.size = *size;
    wanted.options = *options;
    return wanted;
}

struct Range {
    double from = 1, to = 8;
    std::size_t count = usualValues;
};

/// "1..8" or "1..64:7": the number behind the colon is how many values. Nothing for other texts.
std::optional<Range> rangeOf(const QString& text)
{
    const QString ends = text.section(u':', 0, 0);
    const qsizetype dots = ends.indexOf(".."_L1);
    bool fromIsNumber = false, toIsNumber = false, countIsNumber = true;
    Range range;
    range.from = ends.left(dots).toDouble(&fromIsNumber);
    range.to = ends.mid(dots + 2).toDouble(&toIsNumber);
    if (text.contains(u':'))
        range.count = text.section(u':', 1).toUInt(&countIsNumber);
    const bool makesSense = dots > 0 && fromIsNumber && toIsNumber && countIsNumber &&
                            range.from < range.to && range.count >= 2 && range.count <= mostValues;
    return makesSense ? std::optional(range) : std::nullopt;
}

Result<Sweep> sweepOption(const QCommandLineParser& parser, const Wanted& wanted)
{
    const QString text = parser.value(u"sweep"_s);
    const auto range = rangeOf(text.section(u'=', 1));
    if (!range)
        return tl::unexpected(
            Tr::tr("--sweep needs NAME=FROM..TO, for example cores=1..8, or NAME=FROM..TO:VALUES with "
                   "2 to %1 values.")
                .arg(mostValues));
    const lesson::Metadata& metadata = wanted.lesson->scripts[wanted.script].metadata;
    const auto prepared = prepare(metadata, wanted.options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const auto all = sweepParameters(metadata, prepared->config.version, language());
    const SweepParameter* parameter = findParameter(all, text.section(u'=', 0, 0));
    if (parameter == nullptr) {
        const QStringList known = names(static_cast<int>(all.size()), [&all](int i) {
            return QString::fromStdString(all[static_cast<std::size_t>(i)].id);
        });
        return tl::unexpected(Tr::tr("--sweep: the script has no number \"%1\" to vary. There are: %2.")
                                  .arg(text.section(u'=', 0, 0), known.join(u", "_s)));
    }
    if (range->from < parameter->least || range->to > parameter->most)
        return tl::unexpected(Tr::tr("The parameter %1 must be between %2 and %3.")
                                  .arg(QString::fromStdString(parameter->id))
                                  .arg(parameter->least)
                                  .arg(parameter->most));
    return Sweep{wanted.lesson, wanted.script, wanted.options, *parameter,
                 sweepValues(*parameter, range->from, range->to, range->count)};
}

Result<charts::Picture> experiment(const QCommandLineParser& parser, const Wanted& wanted)
{
    const auto sweep = sweepOption(parser, wanted);
    if (!sweep)
        return tl::unexpected(sweep.error());
    std::vector<charts::Sample> samples;
    for (const double value : sweep->values) {
        const auto sample = runSample(*sweep, value);
        if (!sample)
            return tl::unexpected(sample.error());
        samples.push_back(*sample);
    }
    return experimentPicture(samples, sweep->parameter, wanted.measure, scene::Theme::of(wanted.theme));
}

Result<charts::Picture> chartOf(const QCommandLineParser& parser, const Wanted& wanted)
{
    if (wanted.kind == ChartKind::Experiment)
        return experiment(parser, wanted);
    auto prepared = prepare(wanted.lesson->scripts[wanted.script].metadata, wanted.options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const RunPtr run = execute(wanted.lesson, wanted.script, wanted.options, std::move(*prepared));
    const RunCharts charts(run);
    const trace::SimTime end = run->trace().duration();
    const scene::Theme& theme = scene::Theme::of(wanted.theme);
    switch (wanted.kind) {
    case ChartKind::Waiting:
        return charts.waiting(end, theme);
    case ChartKind::Locks:
        return charts.locks(end, theme);
    default:
        break;
    }
    charts::Picture busy = charts.utilisation(end, theme);
    busy.playhead.reset();
    return busy;
}

} // namespace

int chartCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Writes a chart of a run, or of an experiment with several runs, "
                                            "as a picture (.png), a drawing (.svg) or "
                                            "numbers (.csv)."));
    parser.addOptions({
        {u"script"_s, Tr::tr("Which of the lesson's scripts; the first without it."), u"NAME"_s},
        {u"kind"_s, Tr::tr("utilisation, waiting, locks or experiment."), u"KIND"_s},
        {u"sweep"_s, Tr::tr("What an experiment varies: cores, interval or a parameter of the script."),
         u"NAME=FROM..TO"_s},
        {u"measure"_s, Tr::tr("What an experiment shows: time, speed-up, waiting, switches or call-cost."),
         u"M"_s},
        {u"size"_s, Tr::tr("Size of the pictures in pixels; 1920x1080 without it."), u"WxH"_s,
         u"1920x1080"_s},
        {u"theme"_s, Tr::tr("paper, slate or contrast."), u"T"_s, u"paper"_s},
        {{u"o"_s, u"output"_s}, Tr::tr("The file to write."), u"OUT"_s},
    });
    addRunOptions(parser);
    parser.addPositionalArgument(u"FILE|LESSON"_s, Tr::tr("A script, or a lesson's id or folder."));
    if (const auto ended = parse(parser, "chart", arguments))
        return *ended;
    const QStringList subjects = parser.positionalArguments();
    const QString path = parser.value(u"output"_s);
    if (subjects.size() != 1 || path.isEmpty())
        return refuse(Tr::tr("%1 needs one FILE or LESSON, and -o OUT.png.\nTry \"%1 --help\".")
                          .arg(u"interleave chart"_s));
    if (!chartFormatOf(path))
        return refuse(Tr::tr("A chart can be written as .png, .svg or .csv, not as \"%1\".").arg(path));
    const auto wanted = wantedOf(parser, subjects.front());
    if (!wanted)
        return refuse(wanted.error());
    auto picture = chartOf(parser, *wanted);
    if (!picture)
        return refuse(picture.error());
    picture->title = titleOf(*wanted->lesson, wanted->script, language()) + u" · "_s + picture->title;
    const auto written =
        writeChart(*picture, chartStyle(scene::Theme::of(wanted->theme)), path, wanted->size);
    return written ? int(Done) : refuse(written.error());
}

} // namespace il::app::cli
