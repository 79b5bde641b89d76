// Writing XML with the nesting of the C++ scopes.
#pragma once

#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace il::exporting {

using Attributes = std::initializer_list<std::pair<const char*, QString>>;

/// An element from here to the end of the scope. Names may have a prefix; attributes are escaped.
class Element {
public:
    Element(QXmlStreamWriter& xml, const char* name, Attributes attributes = {});
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element() { m_xml.writeEndElement(); }

private:
    QXmlStreamWriter& m_xml;
};

/// An element without content.
inline void leaf(QXmlStreamWriter& xml, const char* name, Attributes attributes = {})
{
    const Element element(xml, name, attributes);
}

/// An element with a text in it.
void textElement(QXmlStreamWriter& xml, const char* name, const QString& text);

} // namespace il::exporting
