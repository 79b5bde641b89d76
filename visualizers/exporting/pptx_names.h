// The names of namespaces, and documents in them.
#pragma once

#include "exporting/xml.h"

#include <QByteArray>

namespace il::exporting {

namespace ns {
inline const QString drawing = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/main");
inline const QString presentation =
    QStringLiteral("http://schemas.openxmlformats.org/presentationml/2006/main");
inline const QString relations =
    QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
inline const QString packageRelations =
    QStringLiteral("http://schemas.openxmlformats.org/package/2006/relationships");
inline const QString contentTypes =
    QStringLiteral("http://schemas.openxmlformats.org/package/2006/content-types");
inline const QString coreProperties =
    QStringLiteral("http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
inline const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
inline const QString compatibility =
    QStringLiteral("http://schemas.openxmlformats.org/markup-compatibility/2006");
inline const QString morph = QStringLiteral("http://schemas.microsoft.com/office/powerpoint/2015/09/main");
inline const QString powerpoint2010 =
    QStringLiteral("http://schemas.microsoft.com/office/powerpoint/2010/main");
inline const QString decorative =
    QStringLiteral("http://schemas.microsoft.com/office/drawing/2017/decorative");
} // namespace ns

/// A document whose root has these attributes and what `write` puts into it.
template <typename Write>
QByteArray documentOf(const char* root, Attributes attributes, const Write& write)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument(QStringLiteral("1.0"), true);
    {
        const Element element(xml, root, attributes);
        write(xml);
    }
    xml.writeEndDocument();
    return bytes;
}

/// The same with the prefixes a, r, p and adec.
template <typename Write>
QByteArray document(const char* root, const Write& write)
{
    return documentOf(root,
                      {{"xmlns:a", ns::drawing},
                       {"xmlns:r", ns::relations},
                       {"xmlns:p", ns::presentation},
                       {"xmlns:adec", ns::decorative}},
                      write);
}

} // namespace il::exporting
