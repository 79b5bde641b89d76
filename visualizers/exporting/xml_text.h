// Any text as a text of XML.
#pragma once

#include <QString>

namespace il::exporting {

/// The text with what XML 1.0 has no place for (control characters, halves of characters) replaced by U+FFFD.
/// Not escaped: QXmlStreamWriter does that.
QString xmlText(QString text);

} // namespace il::exporting
