#include "exporting/pptx_shapes.h"

#include "exporting/pptx_geometry.h"
#include "exporting/pptx_paint.h"
#include "exporting/pptx_text.h"
#include "exporting/xml_text.h"
#include "scene/outline.h"
#include "scene/symbols.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace il::exporting {
using scene::Item;

namespace {

class ShapeWriter {
public:
    ShapeWriter(QXmlStreamWriter& xml, const Place& place, const QColor& background, int firstId)
        : m_xml(xml), m_place(place), m_paper{place, background}, m_id(firstId)
    {
    }

    void write(const Item& item)
    {
        std::visit([&](const auto& shape) { write(item, shape); }, item.shape);
    }

private:
    void write(const Item& item, const scene::Rect& shape);
    void write(const Item& item, const scene::Ellipse& shape);
    void write(const Item& item, const scene::Arc& shape);
    void write(const Item& item, const scene::Path& shape);
    void write(const Item& item, const scene::Text& shape);
    void write(const Item& item, const scene::Icon& shape);

    /// A shape with this geometry (a function that writes it) and the item's fill and outline.
    template <typename Geometry>
    void shape(const Item& item, const QRectF& emu, const Geometry& geometry);
    void straightLine(const Item& item, const scene::Path& path);
    void middleLine(const Item& item, const QRectF& px);
    void writeName(const Item& item, const char* part = "");

    QXmlStreamWriter& m_xml;
    const Place& m_place;
    Paper m_paper;
    int m_id;
};

/// Number, name, and what a screen reader says.
void ShapeWriter::writeName(const Item& item, const char* part)
{
    const Element name(
        m_xml, "p:cNvPr",
        {{"id", QString::number(m_id++)}, {"name", QStringLiteral("!!") + item.id + QLatin1String(part)}});
    const bool speaks = *part == '\0' && !item.accessible.isEmpty();
    if (speaks)
        m_xml.writeAttribute(QStringLiteral("descr"), xmlText(item.accessible));
    if (speaks || item.role != scene::Role::Decoration)
        return;
    const Element extensions(m_xml, "a:extLst");
    const Element extension(m_xml, "a:ext",
                            {{"uri", QStringLiteral("{C183D7F6-B498-43B3-948B-1728B52AA6E4}")}});
    leaf(m_xml, "adec:decorative", {{"val", QStringLiteral("1")}});
}

template <typename Geometry>
void ShapeWriter::shape(const Item& item, const QRectF& emu, const Geometry& geometry)
{
    const Element element(m_xml, "p:sp");
    {
        const Element about(m_xml, "p:nvSpPr");
        writeName(item);
        leaf(m_xml, "p:cNvSpPr");
        leaf(m_xml, "p:nvPr");
    }
    const Element properties(m_xml, "p:spPr");
    writeFrame(m_xml, emu);
    geometry();
}

void ShapeWriter::write(const Item& item, const scene::Rect& rect)
{
    const QRectF emu = m_place.rect(rect.rect);
    const double side = std::min(rect.rect.width(), rect.rect.height());
    const double rounding = side > 0 ? std::min(0.5, rect.radius / side) : 0;
    shape(item, emu, [&] {
        if (rounding > 0)
            writePreset(m_xml, "roundRect", {{"adj", QString::number(std::lround(rounding * 100'000))}});
        else
            writePreset(m_xml, "rect");
        writeFill(m_xml, item, m_paper);
        writeLine(m_xml, item, m_paper);
    });
    middleLine(item, rect.rect);
}

void ShapeWriter::write(const Item& item, const scene::Ellipse& ellipse)
{
    shape(item, m_place.rect(ellipse.rect), [&] {
        writePreset(m_xml, "ellipse");
        writeFill(m_xml, item, m_paper);
        writeLine(m_xml, item, m_paper);
    });
    middleLine(item, ellipse.rect);
}

void ShapeWriter::write(const Item& item, const scene::Arc& arc)
{
    const QRectF emu = m_place.rect(arc.rect);
    const double fraction = std::clamp(arc.fraction, 0.0, 1.0);
    if (item.fill.color.isValid()) {
        Item disc = item;
        disc.id += QLatin1String("/disc");
        disc.role = scene::Role::Decoration;
        disc.accessible.clear();
        disc.stroke = {};
        write(disc, scene::Ellipse{arc.rect});
    }
    // Angles are counted clockwise from 3 o'clock in 60000ths of a degree.
    const auto angle = [](double turn) {
        return QString::number(std::lround(turn * 21'600'000) % 21'600'000);
    };
    shape(item, emu, [&] {
        if (fraction < 1)
            writePreset(m_xml, "arc", {{"adj1", angle(0.75)}, {"adj2", angle(0.75 + fraction)}});
        else
            writePreset(m_xml, "ellipse");
        leaf(m_xml, "a:noFill");
        writeLine(m_xml, fraction > 0 ? item.stroke.color : QColor(), item.opacity, m_place.length(arc.width),
                  LineKind::Plain);
    });
}

void ShapeWriter::write(const Item& item, const scene::Path& original)
{
    if (original.points.size() < 2)
        return;
    scene::Path path = original;
    const QPolygonF head = scene::takeArrowHead(path, item.stroke).value_or(QPolygonF());
    if (path.points.size() == 2 && head.isEmpty()) {
        straightLine(item, path);
        return;
    }
    const QPainterPath line = scene::outline(path);
    QRectF frame = line.boundingRect() | head.boundingRect();
    frame.setSize(frame.size().expandedTo({1, 1})); // there is no path in a frame without width
    std::vector<PathPart> parts{{line, path.closed && head.isEmpty() ? PathUse::LineAndArea : PathUse::Line}};
    Item look = item;
    if (!head.isEmpty()) {
        QPainterPath tip;
        tip.addPolygon(head);
        tip.closeSubpath();
        parts.push_back({tip, PathUse::Area});
        look.fill = {item.stroke.color};
    }
    shape(look, m_place.rect(frame), [&] {
        writePaths(m_xml, parts, frame);
        writeFill(m_xml, look, m_paper);
        writeLine(m_xml, look, m_paper);
    });
}

void ShapeWriter::straightLine(const Item& item, const scene::Path& path)
{
    const QPointF from = m_place.point(path.points[0]), to = m_place.point(path.points[1]);
    const Element connector(m_xml, "p:cxnSp");
    {
        const Element about(m_xml, "p:nvCxnSpPr");
        writeName(item);
        leaf(m_xml, "p:cNvCxnSpPr");
        leaf(m_xml, "p:nvPr");
    }
    const Element properties(m_xml, "p:spPr");
    writeFrame(m_xml, QRectF(from, to).normalized(), (to.x() - from.x()) * (to.y() - from.y()) < 0);
    writePreset(m_xml, "line");
    writeLine(m_xml, item, m_paper);
}

/// Dots and thin lines are a line of their own over the shape.
void ShapeWriter::middleLine(const Item& item, const QRectF& px)
{
    if (!isMiddleLine(item.fill))
        return;
    const bool dots = item.fill.texture == scene::Texture::Dots;
    const double width = dots ? scene::dotSize : scene::thinLineWidth;
    const double inset = dots ? std::min(width / 2, px.width() / 2) : 0;
    const Element connector(m_xml, "p:cxnSp");
    {
        const Element about(m_xml, "p:nvCxnSpPr");
        Item line = item;
        line.role = scene::Role::Decoration;
        writeName(line, "/middle");
        leaf(m_xml, "p:cNvCxnSpPr");
        leaf(m_xml, "p:nvPr");
    }
    const Element properties(m_xml, "p:spPr");
    const QPointF from(px.left() + inset, px.center().y()), to(px.right() - inset, px.center().y());
    writeFrame(m_xml, QRectF(m_place.point(from), m_place.point(to)));
    writePreset(m_xml, "line");
    writeLine(m_xml, item.fill.color, item.opacity, m_place.length(width),
              dots ? LineKind::Dots : LineKind::Plain);
}

void ShapeWriter::write(const Item& item, const scene::Text& text)
{
    const Element box(m_xml, "p:sp");
    {
        const Element about(m_xml, "p:nvSpPr");
        writeName(item);
        leaf(m_xml, "p:cNvSpPr", {{"txBox", QStringLiteral("1")}});
        leaf(m_xml, "p:nvPr");
    }
    {
        const Element properties(m_xml, "p:spPr");
        writeFrame(m_xml, m_place.rect(textBox(text)));
        writePreset(m_xml, "rect");
        leaf(m_xml, "a:noFill");
    }
    writeText(m_xml, item, text, m_place);
}

void ShapeWriter::write(const Item& item, const scene::Icon& icon)
{
    const QRectF square(0, 0, 24, 24);
    shape(item, m_place.rect(icon.rect), [&] {
        writePaths(m_xml, {{scene::symbolPath(icon.symbol), PathUse::Area}}, square);
        writeFill(m_xml, item, m_paper);
        writeLine(m_xml, QColor(), 1, 0, LineKind::Plain);
    });
}

} // namespace

void writeShapes(QXmlStreamWriter& xml, const scene::DisplayList& list, const Place& place, int firstId)
{
    ShapeWriter writer(xml, place, list.background, firstId);
    for (const Item& item : list.items)
        writer.write(item);
}

} // namespace il::exporting
