#include "commands.h"

#include "../language.h"
#include "../picture.h"
#include "cli.h"
#include "options.h"

#include "exporting/png.h"

#include <QDir>
#include <QSaveFile>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

/// One picture of the tour: "gil-handoff/01-first-en.png".
struct Stop {
    QString file;
    QString title;
};

Result<std::vector<Stop>> visit(const LibraryEntry& entry, const QDir& folder, PictureOf wanted)
{
    auto prepared = prepare(*entry.metadata(), {});
    if (!prepared)
        return tl::unexpected(prepared.error());
    const RunPtr run = execute(entry.lesson, 0, {}, std::move(*prepared));
    wanted.panel = run->panel;
    const QString id = QString::fromStdString(entry.folder.id);
    if (!folder.mkpath(id))
        return tl::unexpected(Tr::tr("The folder \"%1\" can't be made.").arg(folder.filePath(id)));
    std::vector<Stop> stops;
    for (std::size_t i = 0; i < run->cues.size(); ++i) {
        wanted.step = run->cues[i].step;
        wanted.now = run->trace().steps()[wanted.step].time;
        const QString name = u"%1/%2-%3-%4.png"_s.arg(id)
                                 .arg(i + 1, 2, 10, QLatin1Char('0'))
                                 .arg(run->cues[i].name, nameOf(wanted.language));
        if (!exporting::writePng(picture(*run, wanted), wanted.pixels.toSize(), folder.filePath(name)))
            return tl::unexpected(
                Tr::tr("\"%1\" can't be written. Is there such a folder, and may you write to it?")
                    .arg(folder.filePath(name)));
        stops.push_back({name, titleOf(*entry.lesson, 0, wanted.language)});
    }
    return stops;
}

/// A page to look through the pictures with a browser.
QString page(const std::vector<Stop>& stops)
{
    QString html =
        u"<!doctype html><meta charset=utf-8><title>Interleave</title>"
        "<style>body{font-family:sans-serif;margin:2em auto;max-width:1200px}img{width:100%;margin-bottom:2em}</style>\n"_s;
    QString heading;
    for (const Stop& stop : stops) {
        if (stop.title != heading)
            html += u"<h2>%1</h2>\n"_s.arg(stop.title.toHtmlEscaped());
        heading = stop.title;
        html += u"<img loading=lazy src=\"%1\" alt=\"%2\">\n"_s.arg(stop.file.toHtmlEscaped(),
                                                                    stop.title.toHtmlEscaped());
    }
    return html;
}

} // namespace

int tourCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr(
        "Writes a picture of every cue of every lesson, in both languages, and a page that shows them."));
    parser.addOption(
        {{u"o"_s, u"output"_s}, Tr::tr("The folder to write to; it is made if need be."), u"FOLDER"_s});
    parser.addOptions({
        {u"size"_s, Tr::tr("Size of the pictures in pixels; 1920x1080 without it."), u"WxH"_s,
         u"1920x1080"_s},
        {u"theme"_s, Tr::tr("paper, slate or contrast."), u"T"_s, u"paper"_s},
    });
    if (const auto ended = parse(parser, "tour", arguments))
        return *ended;
    if (!parser.isSet(u"output"_s))
        return refuse(Tr::tr("%1 needs -o FOLDER.\nTry \"%1 --help\".").arg(u"interleave tour"_s));
    const auto size = sizeOption(parser);
    const auto theme = themeOption(parser);
    if (!size || !theme)
        return refuse(!size ? size.error() : theme.error());

    const QDir folder(parser.value(u"output"_s));
    std::vector<Stop> stops;
    for (const auto shown : {scene::Language::English, scene::Language::Chinese}) {
        for (const LibraryEntry& entry : loadLibrary(lessonRoots())) {
            if (entry.lesson == nullptr)
                return refuse(entry.problems);
            const PictureOf wanted{
                .step = 0, .now = {}, .panel = {}, .pixels = *size, .theme = *theme, .language = shown};
            const auto visited = visit(entry, folder, wanted);
            if (!visited)
                return refuse(visited.error());
            stops.insert(stops.end(), visited->begin(), visited->end());
        }
    }
    const QByteArray html = page(stops).toUtf8();
    QSaveFile index(folder.filePath(u"index.html"_s));
    if (!folder.mkpath(u"."_s) || !index.open(QIODevice::WriteOnly) || index.write(html) != html.size() ||
        !index.commit())
        return refuse(Tr::tr("\"%1\" can't be written: %2").arg(index.fileName(), index.errorString()));
    print(Tr::tr("%n picture(s): open %1", nullptr, static_cast<int>(stops.size()))
              .arg(QDir::toNativeSeparators(index.fileName())) +
          u'\n');
    return Done;
}

} // namespace il::app::cli
