#include "exporting/xml.h"

namespace il::exporting {
namespace {

bool isAllowed(char32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
}

} // namespace

QString xmlText(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result += c;
            result += text[++i];
        } else if (isAllowed(c.unicode())) {
            result += c;
        }
    }
    return result;
}

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
