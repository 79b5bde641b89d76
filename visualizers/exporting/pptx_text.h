// Text boxes, and the plain paragraphs of titles and notes.
#pragma once

#include "exporting/pptx_paint.h"
#include "exporting/xml.h"
#include "scene/display_list.h"

namespace il::exporting {

/// Where the text box of a Text lies, in stage pixels: as high as a line of the fonts that its characters
/// need, so that its middle line is where replay's baseline is.
QRectF textBox(const scene::Text& text);
/// `<p:txBody>` of one line in the item's font, without margins, wrapping and fitting.
void writeText(QXmlStreamWriter& xml, const scene::Item& item, const scene::Text& text, const Place& place);
/// `<p:txBody>` of paragraphs in the placeholder's own font; a line break begins one.
void writeParagraphs(QXmlStreamWriter& xml, const QString& text);

} // namespace il::exporting
