#include "exporting/png.h"

#include "scene/replay.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>

namespace il::exporting {

bool isPossible(QSize pixels)
{
    const auto fits = [](int side) { return side >= minSide && side <= maxSide; };
    return fits(pixels.width()) && fits(pixels.height()) &&
           qint64(pixels.width()) * pixels.height() <= maxPixels;
}

QImage image(const scene::DisplayList& list, QSize pixels, bool transparent)
{
    if (!transparent)
        return scene::toImage(list, pixels);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Qt::transparent);
    scene::DisplayList bare = list;
    bare.background = Qt::transparent;
    QPainter painter(&image);
    scene::replay(bare, painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    return image;
}

Result<QByteArray> png(const scene::DisplayList& list, QSize pixels, bool transparent)
{
    if (!isPossible(pixels))
        return tl::unexpected(Error{Trouble::Size});
    const QImage picture = image(list, pixels, transparent);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (picture.isNull() || !picture.save(&buffer, "PNG"))
        return tl::unexpected(Error{Trouble::Size});
    return bytes;
}

Result<QByteArray> encodePng(const std::vector<Slide>& slides, const Sheet& sheet)
{
    return png(slides.front().list, sheet.pixels, sheet.transparent);
}

Result<void> writePng(const scene::DisplayList& list, QSize pixels, const QString& path)
{
    return png(list, pixels).and_then([&](const QByteArray& bytes) { return writeFile(bytes, path); });
}

Result<void> writeFile(const QByteArray& bytes, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tl::unexpected(Error{Trouble::Write, path});
    return {};
}

} // namespace il::exporting
