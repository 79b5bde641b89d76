#include "exporting/png.h"

#include "scene/replay.h"

#include <QBuffer>
#include <QImage>
#include <QSaveFile>

namespace il::exporting {

bool isPossible(QSize pixels)
{
    const auto fits = [](int side) { return side >= minSide && side <= maxSide; };
    return fits(pixels.width()) && fits(pixels.height()) &&
           qint64(pixels.width()) * pixels.height() <= maxPixels;
}

tl::expected<QByteArray, PngError> png(const scene::DisplayList& list, QSize pixels)
{
    if (!isPossible(pixels))
        return tl::unexpected(PngError::Size);
    const QImage image = scene::toImage(list, pixels);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (image.isNull() || !image.save(&buffer, "PNG"))
        return tl::unexpected(PngError::Size);
    return bytes;
}

tl::expected<void, PngError> writePng(const scene::DisplayList& list, QSize pixels, const QString& path)
{
    const auto bytes = png(list, pixels);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return tl::unexpected(PngError::Write);
    return {};
}

} // namespace il::exporting
