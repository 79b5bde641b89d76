#include "commands.h"

#include "../export/export.h"
#include "../player.h"
#include "../playlist/deck.h"
#include "../playlist/playlist_file.h"
#include "cli.h"
#include "export_options.h"
#include "export_twins.h"

#include <QFileInfo>

#include <array>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

Result<FilmOptions> filmOptions(const QCommandLineParser& parser)
{
    FilmOptions options;
    bool isNumber = true;
    if (parser.isSet(u"fps"_s))
        options.framesPerSecond = parser.value(u"fps"_s).toInt(&isNumber);
    if (!isNumber || options.framesPerSecond < FilmOptions::minFps ||
        options.framesPerSecond > FilmOptions::maxFps)
        return tl::unexpected(Tr::tr("--fps needs a whole number from %1 to %2, not \"%3\".")
                                  .arg(FilmOptions::minFps)
                                  .arg(FilmOptions::maxFps)
                                  .arg(parser.value(u"fps"_s)));
    if (parser.isSet(u"speed"_s))
        options.speed = parser.value(u"speed"_s).toDouble(&isNumber);
    if (!isNumber || !(options.speed >= Player::minSpeed && options.speed <= Player::maxSpeed))
        return tl::unexpected(Tr::tr("--speed needs a number from %1 to %2, not \"%3\".")
                                  .arg(Player::minSpeed)
                                  .arg(Player::maxSpeed)
                                  .arg(parser.value(u"speed"_s)));
    return options;
}

/// A film is of the whole run when nothing else is said, and of more than one moment.
Result<Selection> selectionOption(const QCommandLineParser& parser, const Run& run,
                                  const exporting::Format& format)
{
    const QString at = parser.value(u"at"_s);
    const bool isFilm = format.files == exporting::Files::Film;
    const bool isWhole = isFilm || format.files == exporting::Files::Page;
    const auto what = selectionOf(run, at.isEmpty() && isWhole ? u"steps"_s : at);
    if (what && isFilm && !what->isSeries())
        return tl::unexpected(Tr::tr(
            "A film shows several moments, not one. Use --at steps, --at all, or a range like 3..10."));
    return what;
}

Result<ExportOrder> orderOf(const QCommandLineParser& parser, const Run& run)
{
    const auto format = formatOption(parser);
    const auto wanted = pictureOptions(parser, run);
    const auto film = filmOptions(parser);
    if (!format || !wanted || !film)
        return tl::unexpected(!format ? format.error() : !wanted ? wanted.error() : film.error());
    const auto what = selectionOption(parser, run, **format);
    if (!what)
        return tl::unexpected(what.error());
    const auto isTransparent = transparentOption(parser, **format);
    if (!isTransparent)
        return tl::unexpected(isTransparent.error());
    return ExportOrder{.format = *format,
                       .what = *what,
                       .picture = *wanted,
                       .transparent = *isTransparent,
                       .film = *film,
                       .path = parser.value(u"output"_s)};
}

void addExportOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"script"_s, Tr::tr("Which of the lesson's scripts; the first without it."), u"NAME"_s},
        {u"at"_s,
         Tr::tr(
             "A cue's name, a step's number or a time like 5ms: one picture. all: every cue. steps: every "
             "step. A..B: every step from A to B. Without it the first cue, or the last step when there is "
             "none; a film shows the whole run."),
         u"WHEN"_s},
        {u"format"_s,
         Tr::tr("One of: %1. Without it the file's name says so. Of several pictures, png and svg make "
                "numbered files, the others one file.")
             .arg(knownFormats()),
         u"F"_s},
        {u"transparent"_s, Tr::tr("Without the background.")},
        {u"fps"_s, Tr::tr("Frames per second of a film; 25 without it."), u"N"_s},
        {u"speed"_s, Tr::tr("How fast a film plays, 0.25 to 4; 1 without it."), u"X"_s},
        {{u"o"_s, u"output"_s}, Tr::tr("The file to write."), u"OUT"_s},
    });
    addPictureOptions(parser);
    addRunOptions(parser);
    addTwinOptions(parser);
    parser.addPositionalArgument(u"FILE|LESSON"_s,
                                 Tr::tr("A script, a lesson's id or folder, or a playlist (*.interleave)."));
}

/// What is said of one run on the command line, and of a playlist's in the playlist.
constexpr std::array ofOneRun{"script",  "at",   "fps",      "speed", "transparent", "panel", "twin",
                              "variant", "seed", "schedule", "cores", "python",      "set"};

int exportPlaylist(const QCommandLineParser& parser, const QString& name)
{
    for (const char* option : ofOneRun)
        if (parser.isSet(QLatin1StringView(option)))
            return refuse(Tr::tr("--%1 is about one run. The entries of a playlist have their own.")
                              .arg(QLatin1StringView(option)));
    const auto playlist = loadPlaylist(name);
    const auto format = formatOption(parser);
    const auto size = sizeOption(parser);
    const auto theme = themeOption(parser);
    if (!playlist || !format || !size || !theme)
        return refuse(!playlist ? playlist.error()
                      : !format ? format.error()
                      : !size   ? size.error()
                                : theme.error());
    if ((*format)->encode == nullptr)
        return refuse(Tr::tr("A playlist can't be exported as %1, only its runs one by one.")
                          .arg(QString::fromLatin1((*format)->id)));
    const DeckLook look{.pixels = *size, .theme = *theme, .language = language()};
    const Deck deck = makeDeck(*playlist, loadLibrary(lessonRoots()), look);
    for (const QString& problem : deck.problems)
        printError(problem);
    if (deck.slides.empty())
        return refuse(Tr::tr("The playlist has nothing that could be exported."));
    const auto written = writeDeck(deck, playlist->title, look, **format, parser.value(u"output"_s));
    return written ? int(Done) : refuse(message(written.error()));
}

} // namespace

int exportCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Tr::tr("Writes pictures of a run: as PNG, SVG or PDF, or as a film that plays it."));
    addExportOptions(parser);
    if (const auto ended = parse(parser, "export", arguments))
        return *ended;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1 || !parser.isSet(u"output"_s))
        return refuse(Tr::tr("%1 needs one FILE or LESSON, and -o OUT.\nTry \"%1 --help\".")
                          .arg(u"interleave export"_s));
    if (isPlaylistName(names.front()))
        return exportPlaylist(parser, names.front());
    if (asksForTwins(parser))
        return exportTwins(parser, names.front());
    const auto run = runSubject(parser, names.front());
    if (!run)
        return refuse(run.error());
    const auto order = orderOf(parser, **run);
    if (!order)
        return refuse(order.error());
    const auto written = exportRun(**run, *order);
    return written ? int(Done) : refuse(message(written.error()));
}

} // namespace il::app::cli
