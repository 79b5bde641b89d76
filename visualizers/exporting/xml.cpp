#include "exporting/xml.h"

#include "exporting/xml_text.h"

namespace il::exporting {

Element::Element(QXmlStreamWriter& xml, const char* name, Attributes attributes) : m_xml(xml)
{
    xml.writeStartElement(QLatin1String(name));
    for (const auto& [key, value] : attributes)
        xml.writeAttribute(QLatin1String(key), xmlText(value));
}

void textElement(QXmlStreamWriter& xml, const char* name, const QString& text)
{
    const Element element(xml, name);
    xml.writeCharacters(xmlText(text));
}

} // namespace il::exporting
