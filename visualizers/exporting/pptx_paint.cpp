#include "exporting/pptx_paint.h"

#include <algorithm>
#include <cmath>

namespace il::exporting {
using scene::Fill;
using scene::Item;
using scene::Texture;

namespace {

void writeColor(QXmlStreamWriter& xml, const QColor& color, double opacity)
{
    const Element srgb(xml, "a:srgbClr", {{"val", color.name(QColor::HexRgb).mid(1).toUpper()}});
    const auto alpha = std::lround(100'000 * std::clamp(double(color.alphaF()) * opacity, 0.0, 1.0));
    if (alpha < 100'000)
        leaf(xml, "a:alpha", {{"val", QString::number(alpha)}});
}

/// The nearest of the format's own patterns: wide lines that rise to the right, or crossing ones.
void writePattern(QXmlStreamWriter& xml, const Item& item, const Paper& paper)
{
    const bool crossed = item.fill.texture == Texture::CrossHatch;
    const Element pattern(xml, "a:pattFill", {{"prst", QLatin1String(crossed ? "openDmnd" : "wdUpDiag")}});
    {
        const Element lines(xml, "a:fgClr");
        writeColor(xml, item.fill.color, item.opacity);
    }
    const Element between(xml, "a:bgClr");
    writeColor(xml, item.fill.under.isValid() ? item.fill.under : paper.background, item.opacity);
}

void writeDashes(QXmlStreamWriter& xml, double width)
{
    const auto ofWidth = [width](double px) { return QString::number(std::lround(px / width * 100'000)); };
    const Element dashes(xml, "a:custDash");
    leaf(xml, "a:ds", {{"d", ofWidth(6)}, {"sp", ofWidth(5)}}); // as replay draws them
}

} // namespace

void writeSolid(QXmlStreamWriter& xml, const QColor& color, double opacity)
{
    if (!color.isValid()) {
        leaf(xml, "a:noFill");
        return;
    }
    const Element solid(xml, "a:solidFill");
    writeColor(xml, color, opacity);
}

void writeFill(QXmlStreamWriter& xml, const Item& item, const Paper& paper)
{
    const Fill& fill = item.fill;
    if (isMiddleLine(fill))
        writeSolid(xml, fill.under, item.opacity);
    else if (fill.color.isValid() && (fill.texture == Texture::Hatch || fill.texture == Texture::CrossHatch))
        writePattern(xml, item, paper);
    else
        writeSolid(xml, fill.texture == Texture::None ? QColor() : fill.color, item.opacity);
}

void writeLine(QXmlStreamWriter& xml, const Item& item, const Paper& paper)
{
    const scene::Stroke& stroke = item.stroke;
    if (!stroke.color.isValid() || stroke.width <= 0) {
        const Element none(xml, "a:ln");
        leaf(xml, "a:noFill");
        return;
    }
    const Element line(
        xml, "a:ln",
        {{"w", QString::number(paper.place.length(stroke.width))}, {"cap", QStringLiteral("flat")}});
    writeSolid(xml, stroke.color, item.opacity);
    if (stroke.dashed)
        writeDashes(xml, stroke.width);
    leaf(xml, "a:round");
}

void writeLine(QXmlStreamWriter& xml, const QColor& color, double opacity, qint64 width, LineKind kind)
{
    const bool dots = kind == LineKind::Dots;
    const Element line(xml, "a:ln",
                       {{"w", QString::number(width)}, {"cap", QLatin1String(dots ? "rnd" : "flat")}});
    writeSolid(xml, color, opacity);
    if (dots)
        leaf(xml, "a:prstDash", {{"val", QStringLiteral("sysDot")}});
    leaf(xml, "a:round");
}

bool isMiddleLine(const Fill& fill)
{
    return fill.color.isValid() && (fill.texture == Texture::Dots || fill.texture == Texture::ThinLine);
}

} // namespace il::exporting
