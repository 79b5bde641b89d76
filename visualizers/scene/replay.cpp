#include "scene/replay.h"

#include "scene/hatch.h"
#include "scene/outline.h"
#include "scene/overload.h"
#include "scene/symbols.h"
#include "scene/text.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

/// Qt draws lines of up to one device pixel as if they were one wide, by a shortcut whose shades depend on
/// the clip. A hair more than a pixel looks the same and is the same in each part of a picture.
double lineWidth(const QPainter& painter, double width)
{
    constexpr double thinnest = 1.01;
    const QPaintEngine* engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster)
        return width;
    const QTransform toDevice = painter.deviceTransform();
    return std::max(width, thinnest / std::max(std::hypot(toDevice.m11(), toDevice.m12()), 1e-6));
}

QPen penOf(const QPainter& painter, const Stroke& stroke)
{
    if (!stroke.color.isValid() || stroke.width <= 0)
        return Qt::NoPen;
    const double width = lineWidth(painter, stroke.width);
    QPen pen(stroke.color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (stroke.dashed) // 6 on, 5 off, whatever the width
        pen.setDashPattern({6 / width, 5 / width});
    return pen;
}

/// Dots and thin lines run through the middle of a shape; dots keep their places when the shape grows.
void drawMiddleLine(QPainter& painter, const QRectF& rect, const Fill& fill)
{
    const double y = rect.center().y();
    if (fill.texture == Texture::ThinLine) {
        painter.setPen(QPen(fill.color, lineWidth(painter, thinLineWidth), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill.color);
    for (const double x : dotsIn(rect))
        painter.drawEllipse(QPointF(x, y), dotSize / 2, dotSize / 2);
}

void fillShape(QPainter& painter, const QPainterPath& path, const QRectF& rect, const Fill& fill)
{
    if (!fill.color.isValid())
        return;
    switch (fill.texture) {
    case Texture::None:
        return;
    case Texture::Solid:
    case Texture::Tint:
        painter.fillPath(path, fill.color);
        return;
    case Texture::Hatch:
    case Texture::CrossHatch:
        fillHatched(painter, path, fill);
        return;
    case Texture::Dots:
    case Texture::ThinLine:
        if (fill.under.isValid())
            painter.fillPath(path, fill.under);
        drawMiddleLine(painter, rect, fill);
        return;
    }
}

bool isFlat(const Fill& fill)
{
    return !fill.color.isValid() || fill.texture == Texture::Solid || fill.texture == Texture::Tint;
}

void draw(QPainter& painter, const Rect& shape, const Item& item)
{
    const double radius = std::min({shape.radius, shape.rect.width() / 2, shape.rect.height() / 2});
    if (isFlat(item.fill)) { // the common case, without a path
        painter.setPen(penOf(painter, item.stroke));
        painter.setBrush(item.fill.color.isValid() ? QBrush(item.fill.color) : QBrush(Qt::NoBrush));
        radius > 0 ? painter.drawRoundedRect(shape.rect, radius, radius) : painter.drawRect(shape.rect);
        return;
    }
    QPainterPath path;
    path.addRoundedRect(shape.rect, radius, radius);
    fillShape(painter, path, shape.rect, item.fill);
    painter.strokePath(path, penOf(painter, item.stroke));
}

void draw(QPainter& painter, const Ellipse& shape, const Item& item)
{
    QPainterPath path;
    path.addEllipse(shape.rect);
    fillShape(painter, path, shape.rect, item.fill);
    painter.strokePath(path, penOf(painter, item.stroke));
}

void draw(QPainter& painter, const Arc& shape, const Item& item)
{
    painter.setBrush(item.fill.color.isValid() ? QBrush(item.fill.color) : QBrush(Qt::NoBrush));
    painter.setPen(Qt::NoPen);
    if (item.fill.color.isValid())
        painter.drawEllipse(shape.rect);
    painter.setPen(QPen(item.stroke.color, lineWidth(painter, shape.width), Qt::SolidLine, Qt::FlatCap));
    const int span =
        static_cast<int>(std::lround(shape.fraction * 360 * 16)); // QPainter counts in 1/16 degree
    if (span >= 360 * 16)
        painter.drawEllipse(shape.rect);
    else if (span > 0)
        painter.drawArc(shape.rect, 90 * 16, -span);
}

/// Draws the head and moves the line's end back to its base.
void drawArrowHead(QPainter& painter, Path& shape, const Stroke& stroke)
{
    const auto head = takeArrowHead(shape, stroke);
    if (!head)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(stroke.color);
    painter.drawPolygon(*head);
}

void draw(QPainter& painter, const Path& original, const Item& item)
{
    if (original.points.size() < 2)
        return;
    Path shape = original;
    drawArrowHead(painter, shape, item.stroke);
    const QPainterPath path = outline(shape);
    if (shape.closed)
        fillShape(painter, path, path.boundingRect(), item.fill);
    painter.strokePath(path, penOf(painter, item.stroke));
}

void draw(QPainter& painter, const Text& shape, const Item& item)
{
    const QPointF baseline = textOrigin(shape);
    const double scale = qfontScale(shape.font);
    painter.setFont(qfont(shape.font));
    painter.setPen(item.fill.color);
    if (scale == 1) {
        painter.drawText(baseline, shape.text);
        return;
    }
    painter.save();
    painter.translate(baseline);
    painter.scale(scale, scale);
    painter.drawText(QPointF(0, 0), shape.text);
    painter.restore();
}

void draw(QPainter& painter, const Icon& shape, const Item& item)
{
    painter.save();
    painter.translate(shape.rect.topLeft());
    painter.scale(shape.rect.width() / 24, shape.rect.height() / 24);
    painter.fillPath(symbolPath(shape.symbol), item.fill.color);
    painter.restore();
}

} // namespace

QTransform stageToTarget(const QSizeF& stage, const QRectF& target)
{
    const double scale = std::min(target.width() / stage.width(), target.height() / stage.height());
    QTransform transform;
    transform.translate(target.center().x(), target.center().y());
    transform.scale(scale, scale);
    transform.translate(-stage.width() / 2, -stage.height() / 2);
    return transform;
}

QRectF paintedBounds(const Item& item)
{
    double beyond = item.stroke.color.isValid() ? item.stroke.width : 0; // half would do, but for corners
    QRectF rect = bounds(item);
    if (const auto* text = std::get_if<Text>(&item.shape)) {
        // Words may be longer and letters taller than their place, and lean out of their advance widths.
        rect = rect.united(QRectF(textOrigin(*text), QSizeF(textWidth(text->text, text->font), 0)));
        beyond = 1.2 * text->font.px;
    } else if (const auto* arc = std::get_if<Arc>(&item.shape)) {
        beyond = arc->width;
    } else if (const auto* path = std::get_if<Path>(&item.shape)) {
        if (path->curved) // the curve leaves its points' rectangle by less than a third of its size
            beyond += std::max(rect.width(), rect.height()) / 3;
        if (path->arrow)
            beyond += (10 + 3 * item.stroke.width) / 2;
    }
    return rect.adjusted(-beyond, -beyond, beyond, beyond);
}

namespace {

template <typename IsShown>
void replayWhere(const DisplayList& list, QPainter& painter, const QRectF& target, const IsShown& isShown)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(target, list.background);
    painter.setTransform(stageToTarget(list.size, target), true);
    const double opacity = painter.opacity();
    for (const Item& item : list.items) {
        if (!isShown(item))
            continue;
        painter.setOpacity(opacity * item.opacity);
        std::visit([&](const auto& shape) { draw(painter, shape, item); }, item.shape);
    }
    painter.restore();
}

} // namespace

void replay(const DisplayList& list, QPainter& painter, const QRectF& target)
{
    replayWhere(list, painter, target, [](const Item&) { return true; });
}

void replay(const DisplayList& list, QPainter& painter, const QRectF& target, const QRect& only)
{
    constexpr double air = 2; // device pixels, for antialiasing
    const QTransform toDevice = stageToTarget(list.size, target);
    const QRectF shown = toDevice.inverted().mapRect(QRectF(only).adjusted(-air, -air, air, air));
    replayWhere(list, painter, target, [&](const Item& item) {
        const QRectF rect = paintedBounds(item); // maybe a line without a width, which QRectF calls empty
        return rect.left() <= shown.right() && rect.right() >= shown.left() && rect.top() <= shown.bottom() &&
               rect.bottom() >= shown.top();
    });
}

QImage toImage(const DisplayList& list, QSize pixels)
{
    QImage image(pixels, QImage::Format_RGB32);
    QPainter painter(&image);
    replay(list, painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    return image;
}

} // namespace il::scene
