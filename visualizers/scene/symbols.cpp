#include "scene/symbols.h"

#include <QPainterPathStroker>

#include <array>

namespace il::scene {
namespace {

QPainterPath stroked(const QPainterPath& path, double width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(path).simplified();
}

QPainterPath lines(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    for (const QPointF& p : points)
        path.elementCount() == 0 ? path.moveTo(p) : path.lineTo(p);
    return path;
}

QPainterPath roundedBox(const QRectF& rect, double radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

QPainterPath disc(QPointF centre, double radius)
{
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

QPainterPath key()
{
    const QPainterPath bow = disc({7, 12}, 5.2).subtracted(disc({7, 12}, 2.4));
    const QPainterPath blade = roundedBox({11.4, 10.7, 11.6, 2.6}, 0.8);
    const QPainterPath teeth =
        roundedBox({16.6, 11.4, 2.2, 4.8}, 0.6).united(roundedBox({20.8, 11.4, 2.2, 5.6}, 0.6));
    return bow.united(blade).united(teeth);
}

QPainterPath lock(bool closed)
{
    QPainterPath shackle;
    const double lift = closed ? 0 : 1.6;
    shackle.moveTo(7.6, 11.5);
    shackle.lineTo(7.6, 7.2 - lift);
    shackle.arcTo(QRectF(7.6, 2.8 - lift, 8.8, 8.8), 180, -180);
    shackle.lineTo(16.4, closed ? 11.5 : 7.0);
    return stroked(shackle, 2.2).united(roundedBox({3.8, 10.6, 16.4, 11.4}, 2.6));
}

QPainterPath warning()
{
    const QPainterPath edge = lines({{12, 4.4}, {20.6, 19.4}, {3.4, 19.4}, {12, 4.4}});
    const QPainterPath triangle = edge.united(stroked(edge, 2.6));
    const QPainterPath bang = roundedBox({10.8, 9, 2.4, 6}, 1.1).united(disc({12, 17.4}, 1.4));
    return triangle.subtracted(bang);
}

QPainterPath clock()
{
    const QPainterPath rim = disc({12, 12}, 9.6).subtracted(disc({12, 12}, 7.6));
    return rim.united(stroked(lines({{12, 7}, {12, 12}, {15.6, 14}}), 2));
}

QPainterPath disk()
{
    QPainterPath body;
    body.addEllipse(QRectF(4, 2.6, 16, 6));
    QPainterPath lower;
    for (const double y : {7.4, 13.2}) {
        QPainterPath slice;
        slice.moveTo(4, y);
        slice.arcTo(QRectF(4, y - 3, 16, 6), 180, 180);
        slice.lineTo(20, y + 4.2);
        slice.arcTo(QRectF(4, y + 1.2, 16, 6), 0, -180);
        slice.closeSubpath();
        lower.addPath(slice);
    }
    body.addPath(lower);
    return body;
}

QPainterPath flag()
{
    QPainterPath cloth;
    cloth.moveTo(7, 3.4);
    cloth.lineTo(20.4, 3.4);
    cloth.lineTo(16.6, 8.4);
    cloth.lineTo(20.4, 13.4);
    cloth.lineTo(7, 13.4);
    cloth.closeSubpath();
    return roundedBox({4.4, 2.4, 2.6, 19.6}, 1.2).united(cloth);
}

QPainterPath tray()
{
    const QPainterPath sides = stroked(lines({{3.6, 12}, {3.6, 20.4}, {20.4, 20.4}, {20.4, 12}}), 2.4);
    return sides.united(roundedBox({7, 14.4, 10, 3.4}, 0.8))
        .united(roundedBox({7, 9.4, 10, 3.4}, 0.8))
        .united(roundedBox({7, 4.4, 10, 3.4}, 0.8));
}

QPainterPath bell()
{
    QPainterPath body;
    body.moveTo(3.6, 17.6);
    body.cubicTo(6.4, 15.4, 5.4, 9.4, 6.6, 7.2);
    body.cubicTo(8, 4.6, 10, 4, 12, 4);
    body.cubicTo(14, 4, 16, 4.6, 17.4, 7.2);
    body.cubicTo(18.6, 9.4, 17.6, 15.4, 20.4, 17.6);
    body.closeSubpath();
    return body.united(disc({12, 3.6}, 1.6)).united(disc({12, 19.6}, 2.2));
}

} // namespace

const QPainterPath& symbolPath(Symbol symbol)
{
    static const std::array<QPainterPath, 11> all{
        key(),
        lock(true),
        lock(false),
        warning(),
        stroked(lines({{5, 12.6}, {10, 17.6}, {19.4, 7}}), 3),
        stroked(lines({{6, 6}, {18, 18}}), 3).united(stroked(lines({{18, 6}, {6, 18}}), 3)),
        clock(),
        disk(),
        flag(),
        tray(),
        bell()};
    return all[static_cast<std::size_t>(symbol)];
}

} // namespace il::scene
