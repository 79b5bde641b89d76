#include "export_twins.h"

#include "../twins/twin_files.h"
#include "cli.h"
#include "export_options.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

/// Of the run on the right; each is called "--twin-..." beside the left one's.
constexpr std::array ofARun{"seed", "schedule", "cores", "python", "set"};

QString twinName(const char* option)
{
    return u"twin-"_s + QLatin1StringView(option);
}

bool hasOwnOptions(const QCommandLineParser& parser)
{
    return std::any_of(ofARun.begin(), ofARun.end(),
                       [&parser](const char* option) { return parser.isSet(twinName(option)); });
}

struct Program {
    LessonPtr lesson;
    std::size_t script = 0;
};

/// `name` as one of the left lesson's scripts, else a lesson, LESSON/SCRIPT or a file.
Result<Program> programOf(const QString& name, const Run& left)
{
    QStringList scripts;
    for (std::size_t i = 0; i < left.lesson->scripts.size(); ++i) {
        scripts.append(QString::fromStdString(left.lesson->scripts[i].name));
        if (scripts.back() == name)
            return Program{left.lesson, i};
    }
    const qsizetype slash = name.lastIndexOf(u'/');
    const bool isPath = QFileInfo::exists(name) || name.endsWith(".py"_L1);
    const QString subject = slash > 0 && !isPath ? name.left(slash) : name;
    const auto lesson = openSubject(subject);
    if (!lesson)
        return tl::unexpected(lesson.error() + u' ' +
                              Tr::tr("Scripts of this lesson: %1.").arg(scripts.join(u", "_s)));
    const auto script = scriptOfName(**lesson, subject == name ? QString() : name.mid(slash + 1), subject);
    if (!script)
        return tl::unexpected(script.error());
    return Program{*lesson, *script};
}

/// The --twin- options over `base`.
Result<RunOptions> twinOptions(const QCommandLineParser& parser, const lesson::Metadata& metadata,
                               RunOptions base)
{
    QStringList arguments{u"twin"_s};
    for (const char* option : ofARun)
        for (const QString& value : parser.values(twinName(option)))
            arguments << u"--"_s + QLatin1StringView(option) << value;
    QCommandLineParser own;
    addRunOptions(own);
    own.parse(arguments);
    const auto options = runOptions(own, metadata);
    if (!options)
        return tl::unexpected(options.error());
    if (options->cores)
        base.cores = options->cores;
    if (options->python)
        base.python = options->python;
    if (options->schedule)
        base.schedule = options->schedule;
    for (const auto& [name, value] : options->parameters)
        base.parameters[name] = value;
    return base;
}

/// The same program is run with the same options but for its own; another one with only its own.
Result<RunPtr> twinOf(const QCommandLineParser& parser, const Run& left)
{
    const auto program = programOf(parser.value(u"twin"_s), left);
    if (!program)
        return tl::unexpected(program.error());
    const bool isSame = program->lesson == left.lesson && program->script == left.script;
    const auto options = twinOptions(parser, program->lesson->scripts[program->script].metadata,
                                     isSame ? left.options : RunOptions{});
    if (!options)
        return tl::unexpected(options.error());
    return runScript(program->lesson, program->script, *options);
}

/// Twins are exported as pictures and documents.
Result<const exporting::Format*> twinFormat(const QCommandLineParser& parser)
{
    const auto format = formatOption(parser);
    if (!format || (*format)->encode != nullptr)
        return format;
    QStringList known;
    for (const exporting::Format* usable : slideFormats())
        known.append(QString::fromLatin1(usable->id));
    return tl::unexpected(Tr::tr("Two runs can't be exported as %1, only as: %2.")
                              .arg(QString::fromLatin1((*format)->id), known.join(u", "_s)));
}

Result<TwinPictureOf> twinPictureOptions(const QCommandLineParser& parser, const Twins& twins)
{
    const auto own = pictureOptions(parser, *twins.left);
    if (!own)
        return tl::unexpected(own.error());
    // As in the window: one panel for one lesson, else each run's own.
    const std::string right = twins.left->lesson == twins.right->lesson ? own->panel : twins.right->panel;
    return TwinPictureOf{.panels = {own->panel, right},
                         .variants = {own->variant, own->panel == right ? own->variant : std::string()},
                         .pixels = own->pixels,
                         .theme = own->theme,
                         .language = own->language};
}

Result<QStringList> written(const QCommandLineParser& parser, const QString& subject)
{
    const auto format = twinFormat(parser);
    if (!format)
        return tl::unexpected(format.error());
    const auto transparent = transparentOption(parser, **format);
    const auto left = runSubject(parser, subject);
    if (!transparent || !left)
        return tl::unexpected(!transparent ? transparent.error() : left.error());
    const auto right = twinOf(parser, **left);
    if (!right)
        return tl::unexpected(right.error());
    const TwinsPtr twins = makeTwins(*left, *right);
    const auto picture = twinPictureOptions(parser, *twins);
    const auto what = selectionOf(*twins, parser.value(u"at"_s));
    if (!picture || !what)
        return tl::unexpected(!picture ? picture.error() : what.error());
    return app::exportTwins(*twins, *picture, *what, **format, *transparent, parser.value(u"output"_s))
        .map_error([](const exporting::Error& error) { return message(error); });
}

} // namespace

void addTwinOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {u"twin"_s,
         Tr::tr("Two runs side by side on one clock, as in the window: this one and NAME, which is "
                "another script of the lesson or the same one, a lesson, LESSON/SCRIPT or a file. "
                "--at parting: where they part."),
         u"NAME"_s});
    for (const char* option : ofARun)
        parser.addOption({twinName(option), Tr::tr("As --%1, for the twin.").arg(QLatin1StringView(option)),
                          option == ofARun.back() ? u"NAME=VALUE"_s : u"X"_s});
}

bool asksForTwins(const QCommandLineParser& parser)
{
    return parser.isSet(u"twin"_s) || hasOwnOptions(parser);
}

int exportTwins(const QCommandLineParser& parser, const QString& subject)
{
    if (!parser.isSet(u"twin"_s))
        return refuse(Tr::tr("The --twin- options are about a second run: name it with --twin NAME."));
    for (const char* option : {"fps", "speed"})
        if (parser.isSet(QLatin1StringView(option)))
            return refuse(
                Tr::tr("--%1 is about a film, and two runs make none.").arg(QLatin1StringView(option)));
    const auto files = written(parser, subject);
    return files ? int(Done) : refuse(files.error());
}

} // namespace il::app::cli
