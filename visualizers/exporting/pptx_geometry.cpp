#include "exporting/pptx_geometry.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace il::exporting {
namespace {

QString whole(double value)
{
    return QString::number(std::llround(value));
}

/// Paths have whole coordinates, so they are counted in hundredths.
constexpr double fine = 100;

void writePoint(QXmlStreamWriter& xml, QPointF point, QPointF origin)
{
    const QPointF place = (point - origin) * fine;
    leaf(xml, "a:pt", {{"x", whole(place.x())}, {"y", whole(place.y())}});
}

/// One element of the path; a curve has two more. Returns the index after it.
int writeSegment(QXmlStreamWriter& xml, const QPainterPath& path, int at, QPointF origin)
{
    const QPainterPath::Element first = path.elementAt(at);
    const int points = first.isCurveTo() ? 3 : 1;
    const Element segment(xml, first.isMoveTo() ? "a:moveTo" : first.isCurveTo() ? "a:cubicBezTo" : "a:lnTo");
    for (int i = at; i < std::min(at + points, path.elementCount()); ++i)
        writePoint(xml, path.elementAt(i), origin);
    return at + points;
}

/// True where a part of the path ends in the point in which it began.
bool closesBefore(const QPainterPath& path, int begin, int end)
{
    return end - begin > 2 && QPointF(path.elementAt(begin)) == QPointF(path.elementAt(end - 1));
}

void writePath(QXmlStreamWriter& xml, const PathPart& part, const QRectF& frame)
{
    const Element element(xml, "a:path",
                          {{"w", whole(frame.width() * fine)},
                           {"h", whole(frame.height() * fine)},
                           {"fill", QLatin1String(part.use == PathUse::Line ? "none" : "norm")},
                           {"stroke", QLatin1String(part.use == PathUse::Area ? "0" : "1")}});
    int begin = 0;
    for (int i = 0; i < part.path.elementCount();) {
        if (part.path.elementAt(i).isMoveTo())
            begin = i;
        i = writeSegment(xml, part.path, i, frame.topLeft());
        const bool ends = i >= part.path.elementCount() || part.path.elementAt(i).isMoveTo();
        if (ends && closesBefore(part.path, begin, i))
            leaf(xml, "a:close");
    }
}

} // namespace

void writeFrame(QXmlStreamWriter& xml, const QRectF& emu, bool flipped)
{
    const Element frame(xml, "a:xfrm");
    if (flipped)
        xml.writeAttribute(QStringLiteral("flipV"), QStringLiteral("1"));
    leaf(xml, "a:off", {{"x", whole(emu.left())}, {"y", whole(emu.top())}});
    leaf(xml, "a:ext",
         {{"cx", whole(std::max(emu.width(), 0.0))}, {"cy", whole(std::max(emu.height(), 0.0))}});
}

void writePreset(QXmlStreamWriter& xml, const char* preset, Attributes adjustments)
{
    const Element geometry(xml, "a:prstGeom", {{"prst", QLatin1String(preset)}});
    const Element list(xml, "a:avLst");
    for (const auto& [name, value] : adjustments)
        leaf(xml, "a:gd", {{"name", QLatin1String(name)}, {"fmla", QStringLiteral("val ") + value}});
}

void writePaths(QXmlStreamWriter& xml, const std::vector<PathPart>& parts, const QRectF& frame)
{
    const Element geometry(xml, "a:custGeom");
    for (const char* empty : {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"})
        leaf(xml, empty);
    leaf(xml, "a:rect",
         {{"l", QStringLiteral("l")},
          {"t", QStringLiteral("t")},
          {"r", QStringLiteral("r")},
          {"b", QStringLiteral("b")}});
    const Element list(xml, "a:pathLst");
    for (const PathPart& part : parts)
        writePath(xml, part, frame);
}

} // namespace il::exporting
