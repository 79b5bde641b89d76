#include "exporting/xml_text.h"

namespace il::exporting {

QString xmlText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isSpace = c == u'\n' || c == u'\t' || c == u'\r';
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if ((c < u' ' && !isSpace) || c.isSurrogate() || c >= QChar(0xFFFE))
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace il::exporting
