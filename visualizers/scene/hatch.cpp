#include "scene/hatch.h"

#include "scene/outline.h"

#include <QHash>
#include <QImage>
#include <QLineF>
#include <QList>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

constexpr double pitch = hatchPitch;
constexpr double lineWidth = hatchWidth;

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
    const QBrush brush(tileFor(
        {fill.color.rgba(), orTransparent(fill.under).rgba(), pixels, fill.texture == Texture::CrossHatch}));
    // In device pixels, so that tiles are copied, not resampled: they are the same wherever a clip begins.
    const double ratio = painter.device()->devicePixelRatio();
    painter.save();
    painter.setTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    painter.fillPath(toDevice.map(shape), brush);
    painter.restore();
}

/// The part of the endless line through `point` that lies in a convex polygon (Cyrus and Beck: each edge cuts
/// off what is on its outer side). Null when it misses the polygon.
QLineF clipped(QPointF point, QPointF direction, const QPolygonF& convex)
{
    double from = -1e9;
    double to = 1e9;
    const QPointF centre = convex.boundingRect().center();
    for (qsizetype i = 0; i + 1 < convex.size(); ++i) {
        const QPointF edge = convex[i + 1] - convex[i];
        QPointF inward(-edge.y(), edge.x());
        if (QPointF::dotProduct(inward, centre - convex[i]) < 0)
            inward = -inward;
        const double speed = QPointF::dotProduct(inward, direction);
        const double distance = QPointF::dotProduct(inward, point - convex[i]);
        if (std::abs(speed) < 1e-12) {
            if (distance < 0)
                return {};
        } else if (speed > 0) {
            from = std::max(from, -distance / speed);
        } else {
            to = std::min(to, -distance / speed);
        }
    }
    return from < to ? QLineF(point + from * direction, point + to * direction) : QLineF();
}

/// SVG and PDF know no device pixels and clip badly, so each line ends at the outline. All our shapes are
/// convex.
void fillWithLines(QPainter& painter, const QPainterPath& shape, const Fill& fill)
{
    if (fill.under.isValid())
        painter.fillPath(shape, fill.under);
    const QPolygonF outline = shape.toFillPolygon();
    const QRectF box = shape.boundingRect();
    QList<QLineF> lines;
    for (const double up : {-1.0, 1.0}) {
        // On the line number k, x - up * y is k pitches: where the tiles have theirs too.
        const double low = box.left() - (up > 0 ? box.bottom() : -box.top());
        const double high = box.right() - (up > 0 ? box.top() : -box.bottom());
        const int last = static_cast<int>(std::ceil(high / pitch));
        for (int k = static_cast<int>(std::floor(low / pitch)); k <= last; ++k) {
            const QLineF line =
                clipped({k * pitch + up * box.center().y(), box.center().y()}, {1, up}, outline);
            if (!line.isNull())
                lines << line;
        }
        if (fill.texture != Texture::CrossHatch)
            break;
    }
    painter.setPen(QPen(fill.color, lineWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
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
