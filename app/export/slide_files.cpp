#include "slide_files.h"

#include "exporting/png.h"

#include <QFileInfo>

namespace il::app {
using exporting::Error;
using exporting::Files;
using exporting::Format;
using exporting::Result;
using exporting::Trouble;

std::vector<const Format*> slideFormats()
{
    std::vector<const Format*> usable;
    for (const Format& format : exporting::formats())
        if (format.encode != nullptr)
            usable.push_back(&format);
    return usable;
}

const Format* slideFormatOf(const QString& path)
{
    const Format* format = exporting::formatOfSuffix(QFileInfo(path).suffix());
    return format != nullptr && format->encode != nullptr ? format : nullptr;
}

Result<QStringList> writeSlides(const std::vector<exporting::Slide>& slides, const Format& format,
                                const exporting::Sheet& sheet, const QString& path)
{
    if (slides.size() > exporting::maxSlides)
        return tl::unexpected(Error{Trouble::TooMany, QString::number(slides.size())});
    if (!exporting::isPossible(sheet.pixels))
        return tl::unexpected(Error{Trouble::Size});
    const auto write = [](const QString& file) {
        return [file](const QByteArray& bytes) { return exporting::writeFile(bytes, file); };
    };
    if (format.files != Files::Numbered) {
        const auto written = format.encode(slides, sheet).and_then(write(path));
        return written ? Result<QStringList>(QStringList{path}) : tl::unexpected(written.error());
    }
    const bool series = slides.size() > 1;
    const QStringList files = filesOf(
        {.format = &format,
         .what = {series ? Selection::Kind::Cues : Selection::Kind::One, std::vector<Instant>(slides.size())},
         .picture = {},
         .transparent = sheet.transparent,
         .path = path});
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const auto written =
            format.encode({slides[i]}, sheet).and_then(write(files[static_cast<qsizetype>(i)]));
        if (!written)
            return tl::unexpected(written.error());
    }
    return files;
}

} // namespace il::app
