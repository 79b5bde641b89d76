#include "scene/hatch.h"

#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

constexpr double pitch = 12; ///< horizontal distance of the lines, in stage pixels
constexpr double lineWidth = 1.8;

struct TileKey {
    QRgb color, under;
    int pixels;
    bool crossed;
    friend bool operator==(const TileKey&, const TileKey&) = default;
};

size_t qHash(const TileKey& key, size_t seed)
{
    return qHashMulti(seed, key.color, key.under, key.pixels, key.crossed);
}

QImage drawTile(const TileKey& key)
{
    const int n = key.pixels;
    QImage tile(n, n, QImage::Format_ARGB32_Premultiplied);
    tile.fill(QColor::fromRgba(key.under));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor::fromRgba(key.color), lineWidth * n / pitch));
    for (const int shift : {-n, 0, n}) { // the neighbours' lines reach into this tile's corners
        painter.drawLine(QPointF(shift - n, 2 * n), QPointF(shift + 2 * n, -n));
        if (key.crossed)
            painter.drawLine(QPointF(shift - n, -n), QPointF(shift + 2 * n, 2 * n));
    }
    return tile;
}

const QImage& tileFor(const TileKey& key)
{
    thread_local QHash<TileKey, QImage> tiles;
    if (tiles.size() > 512) // fading colours make many
        tiles.clear();
    QImage& tile = tiles[key];
    if (tile.isNull())
        tile = drawTile(key);
    return tile;
}

QColor orTransparent(const QColor& color)
{
    return color.isValid() ? color : QColor(0, 0, 0, 0);
}

void fillWithTile(QPainter& painter, const QPainterPath& shape, const Fill& fill)
{
    const QTransform toDevice = painter.deviceTransform();
    const double scale = std::hypot(toDevice.m11(), toDevice.m12());
    const int pixels = std::clamp(static_cast<int>(std::lround(pitch * scale)), 3, 256);
    QBrush brush(tileFor(
        {fill.color.rgba(), orTransparent(fill.under).rgba(), pixels, fill.texture == Texture::CrossHatch}));
    brush.setTransform(toDevice.inverted());
    painter.fillPath(shape, brush);
}

void fillWithLines(QPainter& painter, const QPainterPath& shape, const Fill& fill)
{
    if (fill.under.isValid())
        painter.fillPath(shape, fill.under);
    const QRectF box = shape.boundingRect();
    QPainterPath strokes;
    const auto addLines = [&](double direction) {
        const int first = static_cast<int>(std::floor((box.left() - box.height()) / pitch));
        const int last = static_cast<int>(std::ceil((box.right() + box.height()) / pitch));
        for (int k = first; k <= last; ++k) {
            const double x = k * pitch;
            const double dx = direction * box.height() / 2;
            const double middle = x + box.height() / 2;
            const QPointF along(lineWidth * 0.7071, 0);
            strokes.addPolygon(QPolygonF{
                {QPointF(middle - dx, box.bottom()) - along, QPointF(middle + dx, box.top()) - along,
                 QPointF(middle + dx, box.top()) + along, QPointF(middle - dx, box.bottom()) + along}});
            strokes.closeSubpath();
        }
    };
    addLines(1);
    QPainterPath inside = strokes.intersected(shape);
    if (fill.texture == Texture::CrossHatch) {
        strokes.clear();
        addLines(-1);
        inside = inside.united(strokes.intersected(shape));
    }
    painter.fillPath(inside, fill.color);
}

} // namespace

void fillHatched(QPainter& painter, const QPainterPath& shape, const Fill& fill)
{
    const QPaintEngine* engine = painter.paintEngine();
    if (engine && engine->type() == QPaintEngine::Raster)
        fillWithTile(painter, shape, fill);
    else
        fillWithLines(painter, shape, fill);
}

} // namespace il::scene
