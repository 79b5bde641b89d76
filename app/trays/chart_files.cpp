#include "chart_files.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

constexpr double usualWidth = 960;

QSizeF drawnSize(QSize pixels)
{
    return QSizeF(pixels) * (usualWidth / pixels.width());
}

QByteArray png(const charts::Picture& picture, const charts::Style& style, QSize pixels)
{
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(style.background);
    QPainter painter(&image);
    painter.scale(pixels.width() / usualWidth, pixels.width() / usualWidth);
    draw(painter, QRectF(QPointF(), drawnSize(pixels)), picture, style);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const charts::Picture& picture, const charts::Style& style, QSize pixels)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QRectF area(QPointF(), drawnSize(pixels));
    generator.setSize(area.size().toSize());
    generator.setViewBox(area);
    generator.setTitle(picture.title);
    generator.setDescription(picture.description);
    charts::Style lines = style;
    lines.vector = true;
    QPainter painter(&generator);
    draw(painter, area, picture, lines);
    painter.end();
    return bytes;
}

} // namespace

std::optional<ChartFormat> chartFormatOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "png"_L1)
        return ChartFormat::Png;
    if (suffix == "svg"_L1)
        return ChartFormat::Svg;
    return suffix == "csv"_L1 ? std::optional(ChartFormat::Csv) : std::nullopt;
}

QByteArray chartBytes(const charts::Picture& picture, const charts::Style& style, ChartFormat format,
                      QSize pixels)
{
    switch (format) {
    case ChartFormat::Png:
        return png(picture, style, pixels);
    case ChartFormat::Svg:
        return svg(picture, style, pixels);
    case ChartFormat::Csv:
        break;
    }
    return "\xEF\xBB\xBF" + charts::csv(charts::tableOf(picture)).toUtf8();
}

tl::expected<void, QString> writeChart(const charts::Picture& picture, const charts::Style& style,
                                       const QString& path, QSize pixels)
{
    const auto format = chartFormatOf(path);
    if (!format)
        return tl::unexpected(
            Tr::tr("A chart can be written as .png, .svg or .csv, not as \"%1\".").arg(path));
    const QByteArray bytes = chartBytes(picture, style, *format, pixels);
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return tl::unexpected(
            Tr::tr("\"%1\" can't be written. Is there such a folder, and may you write to it?").arg(path));
    return {};
}

} // namespace il::app
