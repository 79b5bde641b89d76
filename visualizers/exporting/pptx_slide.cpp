#include "exporting/pptx_slide.h"

#include "exporting/pptx_geometry.h"
#include "exporting/pptx_names.h"
#include "exporting/pptx_paint.h"
#include "exporting/pptx_shapes.h"
#include "exporting/pptx_text.h"

namespace il::exporting {
namespace {

using namespace Qt::StringLiterals;

/// What every tree of shapes begins with: the group that it is.
void writeTreeHead(QXmlStreamWriter& xml)
{
    {
        const Element about(xml, "p:nvGrpSpPr");
        leaf(xml, "p:cNvPr", {{"id", u"1"_s}, {"name", QString()}});
        leaf(xml, "p:cNvGrpSpPr");
        leaf(xml, "p:nvPr");
    }
    leaf(xml, "p:grpSpPr");
}

struct Placeholder {
    const char* name;
    const char* type;
    QString index; ///< empty: none
};

void writePlaceholderHead(QXmlStreamWriter& xml, int id, const Placeholder& holder)
{
    const Element about(xml, "p:nvSpPr");
    leaf(xml, "p:cNvPr", {{"id", QString::number(id)}, {"name", QLatin1String(holder.name)}});
    {
        const Element kind(xml, "p:cNvSpPr");
        leaf(xml, "a:spLocks", {{"noGrp", u"1"_s}});
    }
    const Element properties(xml, "p:nvPr");
    const Element place(xml, "p:ph", {{"type", QLatin1String(holder.type)}});
    if (!holder.index.isEmpty())
        xml.writeAttribute(u"idx"_s, holder.index);
}

/// Above the slide: read by outlines and screen readers, not shown, as PowerPoint's own hidden titles are.
void writeTitle(QXmlStreamWriter& xml, const QString& title, const QSize& emu)
{
    const Element element(xml, "p:sp");
    writePlaceholderHead(xml, 2, {"Title", "title", {}});
    {
        const Element properties(xml, "p:spPr");
        const double height = 584'200, air = 177'800;
        writeFrame(xml, {0, -height - air, double(emu.width()), height});
    }
    writeParagraphs(xml, title.simplified());
}

void writeBackground(QXmlStreamWriter& xml, const QColor& color)
{
    const Element background(xml, "p:bg");
    const Element properties(xml, "p:bgPr");
    writeSolid(xml, color, 1);
    leaf(xml, "a:effectLst");
}

/// Morph where it is known (PowerPoint 2019 and later), a fade elsewhere.
void writeTransition(QXmlStreamWriter& xml)
{
    const Element alternatives(xml, "mc:AlternateContent", {{"xmlns:mc", ns::compatibility}});
    {
        const Element choice(xml, "mc:Choice", {{"xmlns:p159", ns::morph}, {"Requires", u"p159"_s}});
        const Element transition(
            xml, "p:transition",
            {{"spd", u"slow"_s}, {"xmlns:p14", ns::powerpoint2010}, {"p14:dur", u"400"_s}});
        leaf(xml, "p159:morph", {{"option", u"byObject"_s}});
    }
    const Element fallback(xml, "mc:Fallback");
    const Element transition(xml, "p:transition", {{"spd", u"fast"_s}});
    leaf(xml, "p:fade");
}

void writeColorMap(QXmlStreamWriter& xml)
{
    const Element map(xml, "p:clrMapOvr");
    leaf(xml, "a:masterClrMapping");
}

} // namespace

QByteArray slideXml(const Slide& slide, const SlideLook& look)
{
    constexpr int firstShape = 3; // after the tree and the title
    return document("p:sld", [&](QXmlStreamWriter& xml) {
        {
            const Element content(xml, "p:cSld", {{"name", slide.name}});
            if (!look.transparent)
                writeBackground(xml, slide.list.background);
            const Element tree(xml, "p:spTree");
            writeTreeHead(xml);
            writeTitle(xml, slide.title.isEmpty() ? slide.name : slide.title, look.emu);
            writeShapes(xml, slide.list, Place(slide.list.size, look.emu), firstShape);
        }
        writeColorMap(xml);
        writeTransition(xml);
    });
}

QByteArray notesXml(const Slide& slide)
{
    return document("p:notes", [&](QXmlStreamWriter& xml) {
        {
            const Element content(xml, "p:cSld");
            const Element tree(xml, "p:spTree");
            writeTreeHead(xml);
            {
                const Element image(xml, "p:sp");
                writePlaceholderHead(xml, 2, {"Slide Image", "sldImg", {}});
                leaf(xml, "p:spPr");
            }
            const Element notes(xml, "p:sp");
            writePlaceholderHead(xml, 3, {"Notes", "body", u"1"_s});
            leaf(xml, "p:spPr");
            writeParagraphs(xml, slide.notes);
        }
        writeColorMap(xml);
    });
}

} // namespace il::exporting
