#include "export.h"

#include "ffmpeg.h"
#include "handout.h"
#include "slides.h"

#include "exporting/png.h"
#include "scene/lane_memo.h"
#include "trace/pacing.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;
using exporting::Error;
using exporting::Files;
using exporting::Progress;
using exporting::Result;
using exporting::Trouble;

namespace {

QString idOf(const ExportOrder& order)
{
    return QString::fromLatin1(order.format->id);
}

/// "out.png" becomes "out-01.png"; as many digits as `count` needs, two at least.
QString numbered(const QString& path, std::size_t number, std::size_t count)
{
    const QString suffix = QFileInfo(path).suffix();
    const QString stem = suffix.isEmpty() ? path : path.chopped(suffix.size() + 1);
    const auto digits = std::max<qsizetype>(2, QString::number(count).size());
    return u"%1-%2.%3"_s.arg(stem)
        .arg(number, static_cast<int>(digits), 10, QLatin1Char('0'))
        .arg(suffix.isEmpty() ? u"png"_s : suffix);
}

bool tell(const Progress& progress, std::size_t done, std::size_t of)
{
    return !progress || progress(done, of);
}

/// True when such a file could be written; nothing is left behind.
bool isWritable(const QString& path)
{
    QSaveFile probe(path);
    const bool opened = probe.open(QIODevice::WriteOnly);
    probe.cancelWriting();
    return opened;
}

exporting::Sheet sheetOf(const Run& run, const ExportOrder& order)
{
    return {.pixels = order.picture.pixels.toSize(),
            .transparent = order.transparent,
            .title = titleOf(*run.lesson, run.script, order.picture.language),
            .language = order.picture.language};
}

Result<QStringList> exportNumbered(const Run& run, const ExportOrder& order, const Progress& progress)
{
    const exporting::Sheet sheet = sheetOf(run, order);
    const QStringList files = filesOf(order);
    scene::LaneMemo memo;
    const auto count = static_cast<std::size_t>(files.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto written =
            order.format->encode({slideAt(run, order.picture, order.what.instants[i], &memo)}, sheet)
                .and_then([&](const QByteArray& bytes) {
                    return exporting::writeFile(bytes, files[static_cast<qsizetype>(i)]);
                });
        if (!written)
            return tl::unexpected(written.error());
        if (!tell(progress, i + 1, count))
            return tl::unexpected(Error{Trouble::Cancelled});
    }
    return files;
}

double secondsOf(const Run& run, const ExportOrder& order, const trace::Pacing& pacing, std::size_t step)
{
    if (order.what.kind != Selection::Kind::Steps || step + 1 >= run.trace().steps().size())
        return cueSeconds;
    return (pacing.presentationAtStep(step + 1) - pacing.presentationAtStep(step)).count() / 1000;
}

Result<QStringList> exportDocument(const Run& run, const ExportOrder& order, const Progress& progress)
{
    const std::size_t count = order.what.instants.size(), twice = 2 * count;
    const trace::Pacing pacing(run.trace());
    std::vector<exporting::Slide> slides;
    scene::LaneMemo memo;
    for (const Instant& at : order.what.instants) {
        slides.push_back(slideAt(run, order.picture, at, &memo));
        slides.back().seconds = secondsOf(run, order, pacing, at.step);
        if (!tell(progress, slides.size(), twice))
            return tl::unexpected(Error{Trouble::Cancelled});
    }
    exporting::Sheet sheet = sheetOf(run, order);
    sheet.progress = [&](std::size_t done, std::size_t) { return tell(progress, count + done, twice); };
    return order.format->encode(slides, sheet)
        .and_then([&](const QByteArray& bytes) { return exporting::writeFile(bytes, order.path); })
        .map([&] { return QStringList{order.path}; });
}

/// Drawing takes most of the time: progress counts the pictures twice, as for documents.
Result<QStringList> exportPage(const Run& run, const ExportOrder& order, const Progress& progress)
{
    const auto handout =
        handoutOf(run, order.picture, order.what.instants,
                  [&](std::size_t done, std::size_t of) { return tell(progress, done, 2 * of); });
    if (!handout)
        return tl::unexpected(Error{Trouble::Cancelled});
    return exporting::handoutPage(
               *handout, [&](std::size_t done, std::size_t of) { return tell(progress, of + done, 2 * of); })
        .and_then([&](const QByteArray& bytes) { return exporting::writeFile(bytes, order.path); })
        .map([&] { return QStringList{order.path}; });
}

/// Frames of video have even sides.
PictureOf evened(PictureOf picture)
{
    const QSize size = picture.pixels.toSize();
    picture.pixels = QSizeF(size.width() & ~1, size.height() & ~1);
    return picture;
}

/// The colours of a GIF, from some pictures of what it will show.
Result<void> writePalette(const Run& run, const ExportOrder& order, const QString& file)
{
    constexpr std::size_t most = 24;
    constexpr double longestSide = 1280;
    PictureOf wanted = order.picture;
    const double shrink =
        std::min(1.0, longestSide / std::max(wanted.pixels.width(), wanted.pixels.height()));
    const QSize size = (wanted.pixels * shrink).toSize();
    Ffmpeg ffmpeg(paletteArguments(size, file));
    const auto& instants = order.what.instants;
    const std::size_t count = std::min(most, instants.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Instant& at = instants[count == 1 ? 0 : (instants.size() - 1) * i / (count - 1)];
        wanted.step = at.step;
        wanted.now = at.now;
        if (const auto taken = ffmpeg.write(exporting::image(picture(run, wanted), size, false)); !taken)
            return taken;
    }
    return ffmpeg.finish();
}

Result<void> encodeFilm(const Run& run, const ExportOrder& order, const QStringList& arguments,
                        const Progress& progress)
{
    const std::size_t count = frameCount(run, order.what, order.film);
    std::size_t done = 0;
    Result<void> result;
    Ffmpeg ffmpeg(arguments);
    film(run, order.picture, order.what, order.film, [&](const QImage& frame) {
        result = ffmpeg.write(frame);
        if (result && !tell(progress, ++done, count))
            result = tl::unexpected(Error{Trouble::Cancelled});
        return result.has_value();
    });
    return result.and_then([&] { return ffmpeg.finish([&] { return tell(progress, done, count); }); });
}

/// From where ffmpeg has written it to where it belongs, whole or not at all.
Result<void> bring(const QString& from, const QString& to)
{
    constexpr qint64 piece = 1 << 20;
    QFile source(from);
    QSaveFile target(to);
    bool fine = source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly);
    while (fine && !source.atEnd()) {
        const QByteArray bytes = source.read(piece);
        fine = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    if (!fine || !target.commit())
        return tl::unexpected(Error{Trouble::Write, to});
    return {};
}

Result<QStringList> exportFilm(const Run& run, ExportOrder order, const Progress& progress)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return tl::unexpected(Error{Trouble::Write, folder.path()});
    const bool isGif = idOf(order) == "gif"_L1;
    if (!isGif)
        order.picture = evened(order.picture);
    const QString palette = folder.filePath(u"palette.png"_s);
    const QString made = folder.filePath(u"film."_s + QLatin1StringView(order.format->suffix));
    if (isGif)
        if (const auto written = writePalette(run, order, palette); !written)
            return tl::unexpected(written.error());
    return encodeFilm(run, order,
                      filmArguments(idOf(order), order.picture.pixels.toSize(), order.film.framesPerSecond,
                                    palette, made),
                      progress)
        .and_then([&] { return bring(made, order.path); })
        .map([&] { return QStringList{order.path}; });
}

} // namespace

QStringList filesOf(const ExportOrder& order)
{
    if (order.format->files != Files::Numbered || !order.what.isSeries())
        return {order.path};
    QStringList all;
    const std::size_t count = order.what.instants.size();
    for (std::size_t i = 0; i < count; ++i)
        all.append(numbered(order.path, i + 1, count));
    return all;
}

exporting::Result<void> checked(const ExportOrder& order)
{
    const QSize size = order.picture.pixels.toSize();
    const bool isFilm = order.format->files == Files::Film;
    if (!exporting::isPossible(size))
        return tl::unexpected(Error{Trouble::Size});
    if (isFilm && qint64(size.width()) * size.height() > exporting::maxFilmPixels)
        return tl::unexpected(Error{Trouble::FilmSize});
    const bool isSampled = order.format->files == Files::Page;
    if (!isFilm && !isSampled && order.what.instants.size() > exporting::maxSlides)
        return tl::unexpected(Error{Trouble::TooMany, QString::number(order.what.instants.size())});
    if (isFilm && ffmpegPath().isEmpty())
        return tl::unexpected(Error{Trouble::NoEncoder});
    return {};
}

exporting::Result<QStringList> exportRun(const Run& run, const ExportOrder& order, const Progress& progress)
{
    return checked(order).and_then([&]() -> Result<QStringList> {
        if (const QString first = filesOf(order).front(); !isWritable(first))
            return tl::unexpected(Error{Trouble::Write, first});
        switch (order.format->files) {
        case Files::Numbered:
            return exportNumbered(run, order, progress);
        case Files::Document:
            return exportDocument(run, order, progress);
        case Files::Page:
            return exportPage(run, order, progress);
        case Files::Film:
            return exportFilm(run, order, progress);
        }
        return tl::unexpected(Error{});
    });
}

} // namespace il::app
