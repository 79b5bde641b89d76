#include "exporting/svg.h"

#include "exporting/png.h"
#include "exporting/svg_shapes.h"
#include "exporting/xml_text.h"

#include "scene/outline.h"

#include <QSet>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace il::exporting {
using namespace Qt::StringLiterals;
using namespace scene;

namespace {

constexpr auto svgNamespace = "http://www.w3.org/2000/svg"_L1;

QString className(Role role)
{
    static constexpr std::array names{"decoration", "container", "text",   "thread", "object",
                                      "data",       "lane",      "marker", "edge",   "figure"};
    return QString::fromLatin1(names[static_cast<std::size_t>(role)]);
}

/// Ids have no spaces, and a second one of the same name gets a number.
class Ids {
public:
    QString take(const QString& id)
    {
        QString wanted = xmlText(id).simplified().replace(u' ', u'_');
        const QString base = wanted;
        for (int n = 2; m_taken.contains(wanted); ++n)
            wanted = u"%1#%2"_s.arg(base).arg(n);
        m_taken.insert(wanted);
        return wanted;
    }

private:
    QSet<QString> m_taken;
};

void write(QXmlStreamWriter& xml, const SvgElement& element, const QXmlStreamAttributes& before = {})
{
    element.text.isNull() ? xml.writeEmptyElement(element.name) : xml.writeStartElement(element.name);
    xml.writeAttributes(before);
    for (const auto& [name, value] : element.attributes)
        xml.writeAttribute(name, value);
    if (element.text.isNull())
        return;
    xml.writeCharacters(element.text);
    xml.writeEndElement();
}

QXmlStreamAttributes ownAttributes(const Item& item, Ids& ids)
{
    QXmlStreamAttributes own;
    own.append(u"id"_s, ids.take(item.id));
    own.append(u"class"_s, className(item.role));
    if (!item.accessible.isEmpty()) {
        own.append(u"role"_s, u"img"_s);
        own.append(u"aria-label"_s, xmlText(item.accessible));
    } else if (!std::holds_alternative<Text>(item.shape)) {
        own.append(u"aria-hidden"_s, u"true"_s);
    }
    if (item.opacity < 1)
        own.append(u"opacity"_s, svgNumber(std::max(item.opacity, 0.0)));
    return own;
}

void write(QXmlStreamWriter& xml, const Item& item, Ids& ids)
{
    const QList<SvgElement> elements = svgElements(item);
    if (elements.isEmpty())
        return;
    const QXmlStreamAttributes own = ownAttributes(item, ids);
    if (elements.size() == 1)
        return write(xml, elements.front(), own);
    xml.writeStartElement(u"g"_s);
    xml.writeAttributes(own);
    for (const SvgElement& element : elements)
        write(xml, element);
    xml.writeEndElement();
}

void writePatterns(QXmlStreamWriter& xml, const DisplayList& list, Ids& ids)
{
    QSet<QString> written;
    for (const Item& item : list.items) {
        if (!isHatched(item.fill) || !item.fill.color.isValid())
            continue;
        const QString id = hatchId(item.fill);
        if (written.contains(id))
            continue;
        if (written.isEmpty())
            xml.writeStartElement(u"defs"_s);
        written.insert(id);
        xml.writeStartElement(u"pattern"_s);
        xml.writeAttribute(u"id"_s, ids.take(id));
        xml.writeAttribute(u"width"_s, svgNumber(hatchPitch));
        xml.writeAttribute(u"height"_s, svgNumber(hatchPitch));
        xml.writeAttribute(u"patternUnits"_s, u"userSpaceOnUse"_s);
        for (const SvgElement& element : hatchElements(item.fill))
            write(xml, element);
        xml.writeEndElement();
    }
    if (!written.isEmpty())
        xml.writeEndElement();
}

/// What the document is called and what it shows; nothing is written of what there is no word for.
void writeWord(QXmlStreamWriter& xml, const QString& element, const QString& id, const QString& text)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(element);
    xml.writeAttribute(u"id"_s, id);
    xml.writeCharacters(xmlText(text));
    xml.writeEndElement();
}

void writeHead(QXmlStreamWriter& xml, const Slide& slide, const Sheet& sheet, Ids& ids)
{
    const QString titleId = ids.take(u"picture/title"_s), captionId = ids.take(u"picture/caption"_s);
    const QSizeF size = slide.list.size;
    xml.writeDefaultNamespace(svgNamespace);
    xml.writeAttribute(u"width"_s, QString::number(sheet.pixels.width()));
    xml.writeAttribute(u"height"_s, QString::number(sheet.pixels.height()));
    xml.writeAttribute(u"viewBox"_s, u"0 0 %1 %2"_s.arg(svgNumber(size.width()), svgNumber(size.height())));
    xml.writeAttribute(u"xml:lang"_s, sheet.language == Language::Chinese ? u"zh-CN"_s : u"en"_s);
    xml.writeAttribute(u"font-family"_s, svgFamilies(FontFamily::Sans));
    xml.writeAttribute(u"role"_s, u"graphics-document document"_s);
    if (!sheet.title.isEmpty())
        xml.writeAttribute(u"aria-labelledby"_s, titleId);
    if (!slide.title.isEmpty())
        xml.writeAttribute(u"aria-describedby"_s, captionId);
    writeWord(xml, u"title"_s, titleId, sheet.title);
    writeWord(xml, u"desc"_s, captionId, slide.title);
}

void writeBackground(QXmlStreamWriter& xml, const DisplayList& list, Ids& ids)
{
    xml.writeEmptyElement(u"rect"_s);
    xml.writeAttribute(u"id"_s, ids.take(u"background"_s));
    xml.writeAttribute(u"class"_s, className(Role::Decoration));
    xml.writeAttribute(u"width"_s, u"100%"_s);
    xml.writeAttribute(u"height"_s, u"100%"_s);
    xml.writeAttribute(u"fill"_s, svgColor(list.background));
    xml.writeAttribute(u"aria-hidden"_s, u"true"_s);
}

} // namespace

Result<QByteArray> svg(const Slide& slide, const Sheet& sheet)
{
    if (!isPossible(sheet.pixels))
        return tl::unexpected(Error{Trouble::Size});
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    Ids ids;
    xml.writeStartDocument();
    xml.writeStartElement(u"svg"_s);
    writeHead(xml, slide, sheet, ids);
    writePatterns(xml, slide.list, ids);
    if (!sheet.transparent)
        writeBackground(xml, slide.list, ids);
    for (const Item& item : slide.list.items)
        write(xml, item, ids);
    xml.writeEndDocument();
    return bytes;
}

Result<QByteArray> encodeSvg(const std::vector<Slide>& slides, const Sheet& sheet)
{
    return svg(slides.front(), sheet);
}

} // namespace il::exporting
