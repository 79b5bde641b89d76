#include "exporting/svg_shapes.h"

#include "exporting/xml_text.h"

#include "scene/outline.h"
#include "scene/overload.h"
#include "scene/symbols.h"
#include "scene/text.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace il::exporting {
using namespace Qt::StringLiterals;
using namespace scene;

namespace {

using Elements = QList<SvgElement>;

QString point(QPointF p)
{
    return svgNumber(p.x()) + u' ' + svgNumber(p.y());
}

QString pathData(const QPainterPath& path)
{
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element& e = path.elementAt(i);
        switch (e.type) {
        case QPainterPath::MoveToElement:
            data += u'M' + point(e);
            break;
        case QPainterPath::LineToElement:
            data += u'L' + point(e);
            break;
        case QPainterPath::CurveToElement:
            data += u'C' + point(e);
            break;
        case QPainterPath::CurveToDataElement:
            data += u' ' + point(e);
            break;
        }
    }
    return data;
}

void set(SvgElement& element, const QString& name, const QString& value)
{
    element.attributes.append({name, value});
}

/// `name` is "fill" or "stroke".
void paint(SvgElement& element, const QString& name, const QColor& color)
{
    set(element, name, color.isValid() ? svgColor(color) : u"none"_s);
    if (color.isValid() && color.alpha() < 255)
        set(element, name + u"-opacity"_s, svgNumber(color.alphaF()));
}

void stroke(SvgElement& element, const Stroke& stroke)
{
    if (!stroke.color.isValid() || stroke.width <= 0)
        return;
    paint(element, u"stroke"_s, stroke.color);
    set(element, u"stroke-width"_s, svgNumber(stroke.width));
    set(element, u"stroke-linejoin"_s, u"round"_s);
    if (stroke.dashed)
        set(element, u"stroke-dasharray"_s, u"6 5"_s);
}

SvgElement rectElement(const QRectF& rect, double radius)
{
    SvgElement element{u"rect"_s};
    set(element, u"x"_s, svgNumber(rect.x()));
    set(element, u"y"_s, svgNumber(rect.y()));
    set(element, u"width"_s, svgNumber(std::max(rect.width(), 0.0)));
    set(element, u"height"_s, svgNumber(std::max(rect.height(), 0.0)));
    const double rounded = std::min({radius, rect.width() / 2, rect.height() / 2});
    if (rounded > 0)
        set(element, u"rx"_s, svgNumber(rounded));
    return element;
}

SvgElement ellipseElement(const QRectF& rect)
{
    SvgElement element{u"ellipse"_s};
    set(element, u"cx"_s, svgNumber(rect.center().x()));
    set(element, u"cy"_s, svgNumber(rect.center().y()));
    set(element, u"rx"_s, svgNumber(std::abs(rect.width()) / 2));
    set(element, u"ry"_s, svgNumber(std::abs(rect.height()) / 2));
    return element;
}

SvgElement pathElement(const QString& data)
{
    SvgElement element{u"path"_s};
    set(element, u"d"_s, data);
    return element;
}

/// Dots or a thin line, through the middle of the shape.
Elements middleLine(const QRectF& rect, const Fill& fill)
{
    const double y = rect.center().y();
    if (fill.texture == Texture::ThinLine) {
        SvgElement line = pathElement(u'M' + point({rect.left(), y}) + u'H' + svgNumber(rect.right()));
        paint(line, u"stroke"_s, fill.color);
        set(line, u"stroke-width"_s, svgNumber(thinLineWidth));
        return {line};
    }
    Elements dots;
    for (const double x : dotsIn(rect)) {
        dots.append(ellipseElement({x - dotSize / 2, y - dotSize / 2, dotSize, dotSize}));
        paint(dots.back(), u"fill"_s, fill.color);
    }
    return dots;
}

/// A shape with its fill and outline: the texture may take elements of its own.
Elements filled(SvgElement shape, const QRectF& rect, const Item& item)
{
    const Fill& fill = item.fill;
    Elements middle;
    if (!fill.color.isValid() || fill.texture == Texture::None) {
        paint(shape, u"fill"_s, {});
    } else if (isHatched(fill)) {
        set(shape, u"fill"_s, u"url(#%1)"_s.arg(hatchId(fill)));
    } else if (fill.texture == Texture::Dots || fill.texture == Texture::ThinLine) {
        paint(shape, u"fill"_s, fill.under);
        middle = middleLine(rect, fill);
    } else {
        paint(shape, u"fill"_s, fill.color);
    }
    const bool isOutlined = item.stroke.color.isValid() && item.stroke.width > 0;
    if (middle.isEmpty() || isOutlined || fill.under.isValid()) {
        stroke(shape, item.stroke);
        middle.prepend(shape);
    }
    return middle;
}

Elements elementsOf(const Rect& shape, const Item& item)
{
    return filled(rectElement(shape.rect, shape.radius), shape.rect, item);
}

Elements elementsOf(const Ellipse& shape, const Item& item)
{
    return filled(ellipseElement(shape.rect), shape.rect, item);
}

QString arcData(const Arc& shape)
{
    const double angle = shape.fraction * 2 * std::numbers::pi, rx = shape.rect.width() / 2,
                 ry = shape.rect.height() / 2;
    const QPointF end = shape.rect.center() + QPointF(rx * std::sin(angle), -ry * std::cos(angle));
    return u"M%1A%2 %3 0 %4 1 %5"_s.arg(point({shape.rect.center().x(), shape.rect.top()}), svgNumber(rx),
                                        svgNumber(ry), shape.fraction > 0.5 ? u"1"_s : u"0"_s, point(end));
}

Elements elementsOf(const Arc& shape, const Item& item)
{
    Elements all;
    if (item.fill.color.isValid()) {
        all.append(ellipseElement(shape.rect));
        paint(all.back(), u"fill"_s, item.fill.color);
    }
    if (shape.fraction <= 0 || !item.stroke.color.isValid())
        return all;
    const bool isWhole = shape.fraction >= 1;
    SvgElement ring = isWhole ? ellipseElement(shape.rect) : pathElement(arcData(shape));
    set(ring, u"fill"_s, u"none"_s);
    paint(ring, u"stroke"_s, item.stroke.color);
    set(ring, u"stroke-width"_s, svgNumber(shape.width));
    return all << ring;
}

Elements elementsOf(const Path& original, const Item& item)
{
    if (original.points.size() < 2)
        return {};
    Path shape = original;
    Elements all;
    if (const auto head = takeArrowHead(shape, item.stroke)) {
        all.append(pathElement(u'M' + point(head->at(0)) + u'L' + point(head->at(1)) + u'L' +
                               point(head->at(2)) + u'Z'));
        paint(all.back(), u"fill"_s, item.stroke.color);
    }
    const QPainterPath path = outline(shape);
    Item drawn = item;
    if (!shape.closed)
        drawn.fill = {};
    return all + filled(pathElement(pathData(path) + (shape.closed ? u"Z"_s : QString())),
                        path.boundingRect(), drawn);
}

Elements elementsOf(const Text& shape, const Item& item)
{
    const double width = textWidth(shape.text, shape.font);
    QPointF origin = textOrigin(shape);
    SvgElement text{u"text"_s};
    text.text = xmlText(shape.text);
    // Anchored where it is aligned, and as wide as planned: with other fonts too it stays in its place.
    if (shape.align & Qt::AlignRight) {
        origin.rx() += width;
        set(text, u"text-anchor"_s, u"end"_s);
    } else if (shape.align & Qt::AlignHCenter) {
        origin.rx() += width / 2;
        set(text, u"text-anchor"_s, u"middle"_s);
    }
    set(text, u"x"_s, svgNumber(origin.x()));
    set(text, u"y"_s, svgNumber(origin.y()));
    if (text.text.size() > 1)
        set(text, u"textLength"_s, svgNumber(width));
    if (shape.font.family != FontFamily::Sans) { // which the whole picture has
        set(text, u"font-family"_s, svgFamilies(shape.font.family));
        set(text, u"style"_s, u"font-variant-ligatures:none"_s); // code as it is typed
    }
    set(text, u"font-size"_s, svgNumber(shape.font.px));
    if (shape.font.weight != 400)
        set(text, u"font-weight"_s, QString::number(shape.font.weight));
    paint(text, u"fill"_s, item.fill.color);
    set(text, u"xml:space"_s, u"preserve"_s);
    return {text};
}

Elements elementsOf(const Icon& shape, const Item& item)
{
    SvgElement symbol = pathElement(pathData(symbolPath(shape.symbol)));
    set(symbol, u"transform"_s,
        u"translate(%1) scale(%2)"_s.arg(point(shape.rect.topLeft()),
                                         QString::number(shape.rect.width() / 24, 'g', 6) + u' ' +
                                             QString::number(shape.rect.height() / 24, 'g', 6)));
    paint(symbol, u"fill"_s, item.fill.color);
    set(symbol, u"fill-rule"_s, u"evenodd"_s);
    return {symbol};
}

} // namespace

QString svgNumber(double value)
{
    const double rounded = std::isfinite(value) ? std::round(value * 100) / 100 : 0;
    return QString::number(rounded == 0 ? 0.0 : rounded, 'g', 12); // no "-0"
}

QString svgColor(const QColor& color)
{
    return color.name(QColor::HexRgb);
}

QString svgFamilies(FontFamily family)
{
    return family == FontFamily::Mono
               ? u"'JetBrains Mono', 'Noto Sans Mono CJK SC', 'DejaVu Sans Mono', monospace"_s
               : u"Inter, 'Noto Sans CJK SC', 'Noto Sans', 'DejaVu Sans', sans-serif"_s;
}

bool isHatched(const Fill& fill)
{
    return fill.texture == Texture::Hatch || fill.texture == Texture::CrossHatch;
}

QString hatchId(const Fill& fill)
{
    const auto hex = [](const QColor& color) {
        return color.isValid() ? color.name(QColor::HexArgb).mid(1) : u"none"_s;
    };
    return (fill.texture == Texture::Hatch ? u"hatch-"_s : u"crosshatch-"_s) + hex(fill.color) + u'-' +
           hex(fill.under);
}

QList<SvgElement> hatchElements(const Fill& fill)
{
    Elements all;
    if (fill.under.isValid()) {
        all.append(rectElement({0, 0, hatchPitch, hatchPitch}, 0));
        paint(all.back(), u"fill"_s, fill.under);
    }
    // The neighbours' lines reach into the corners.
    QString data = u"M-3 3L3 -3M-3 15L15 -3M9 15L15 9"_s;
    if (fill.texture == Texture::CrossHatch)
        data += u"M-3 9L3 15M-3 -3L15 15M9 -3L15 3"_s;
    all.append(pathElement(data));
    paint(all.back(), u"stroke"_s, fill.color);
    set(all.back(), u"stroke-width"_s, svgNumber(hatchWidth));
    return all;
}

QList<SvgElement> svgElements(const Item& item)
{
    return std::visit([&](const auto& shape) { return elementsOf(shape, item); }, item.shape);
}

} // namespace il::exporting
