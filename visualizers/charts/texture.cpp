#include "charts/texture.h"

#include <QImage>
#include <QPainter>

namespace il::charts {
namespace {

constexpr int side = 8;     ///< of a tile, in the picture's units
constexpr int fineness = 2; ///< pixels of a tile for each unit

QColor tintOf(const QColor& color, const QColor& under)
{
    constexpr double share = 0.2;
    const auto mix = [](float a, float b) { return static_cast<float>(a * share + b * (1 - share)); };
    return QColor::fromRgbF(mix(color.redF(), under.redF()), mix(color.greenF(), under.greenF()),
                            mix(color.blueF(), under.blueF()));
}

void drawDiagonals(QPainter& painter, bool rising)
{
    for (const int shift : {-side, 0, side})
        painter.drawLine(rising ? QLineF(shift - 1, side + 1, shift + side + 1, -1)
                                : QLineF(shift - 1, -1, shift + side + 1, side + 1));
}

void drawDots(QPainter& painter, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPointF& centre : {QPointF(2, 2), QPointF(6, 6)})
        painter.drawEllipse(centre, 1.4, 1.4);
}

void drawPattern(QPainter& painter, Qt::BrushStyle pattern, const QColor& color)
{
    painter.setPen(QPen(color, 1.6));
    switch (pattern) {
    case Qt::BDiagPattern:
        return drawDiagonals(painter, true);
    case Qt::FDiagPattern:
        return drawDiagonals(painter, false);
    case Qt::DiagCrossPattern:
        drawDiagonals(painter, true);
        return drawDiagonals(painter, false);
    case Qt::HorPattern:
        return painter.drawLine(QLineF(-1, side / 2.0, side + 1, side / 2.0));
    default:
        return drawDots(painter, color);
    }
}

} // namespace

QBrush brushOf(const Series& series, const Style& style)
{
    if (series.pattern == Qt::SolidPattern)
        return series.color;
    if (style.vector)
        return {series.color, series.pattern};
    QImage tile(side * fineness, side * fineness, QImage::Format_ARGB32_Premultiplied);
    tile.fill(tintOf(series.color, style.background));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(fineness, fineness);
    drawPattern(painter, series.pattern, series.color);
    painter.end();
    QBrush brush;
    brush.setTextureImage(tile);
    brush.setTransform(QTransform::fromScale(1.0 / fineness, 1.0 / fineness));
    return brush;
}

} // namespace il::charts
