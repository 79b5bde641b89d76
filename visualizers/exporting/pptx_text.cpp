#include "exporting/pptx_text.h"

#include "scene/outline.h"
#include "scene/text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace il::exporting {
using scene::Font;
using scene::FontFamily;

namespace {

/// Chinese characters and their punctuation: what the East Asian font of a run is for.
bool isEastAsian(QChar c)
{
    return (c.unicode() >= 0x2E80 && c.unicode() <= 0x9FFF) ||
           (c.unicode() >= 0xF900 && c.unicode() <= 0xFAFF) ||
           (c.unicode() >= 0xFF00 && c.unicode() <= 0xFFEF) || c.isSurrogate();
}

bool hasEastAsian(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isEastAsian);
}

QString latinFont(const Font& font)
{
    return font.family == FontFamily::Mono ? QStringLiteral("JetBrains Mono") : QStringLiteral("Inter");
}

QString eastAsianFont(const Font& font)
{
    return font.family == FontFamily::Mono ? QStringLiteral("Noto Sans Mono CJK SC")
                                           : QStringLiteral("Noto Sans CJK SC");
}

struct LineMetrics {
    double ascent, descent;
};

LineMetrics metricsOf(const scene::Text& text)
{
    const double ascent = scene::ascent(text.font);
    const LineMetrics own{ascent, scene::lineHeight(text.font) - ascent};
    if (!hasEastAsian(text.text))
        return own;
    QFont font(eastAsianFont(text.font));
    font.setPixelSize(100);
    const QFontMetricsF metrics(font);
    const double scale = text.font.px / 100;
    return {std::max(own.ascent, metrics.ascent() * scale), std::max(own.descent, metrics.descent() * scale)};
}

QString alignment(Qt::Alignment align)
{
    return QLatin1String(align & Qt::AlignRight ? "r" : align & Qt::AlignHCenter ? "ctr" : "l");
}

QString languageOf(const QString& text)
{
    return QLatin1String(hasEastAsian(text) ? "zh-CN" : "en-US");
}

void writeFont(QXmlStreamWriter& xml, const Font& font)
{
    leaf(xml, "a:latin", {{"typeface", latinFont(font)}});
    leaf(xml, "a:ea", {{"typeface", eastAsianFont(font)}});
    leaf(xml, "a:cs", {{"typeface", latinFont(font)}});
}

} // namespace

QRectF textBox(const scene::Text& text)
{
    const LineMetrics line = metricsOf(text);
    return {text.rect.left(), scene::textOrigin(text).y() - line.ascent, text.rect.width(),
            line.ascent + line.descent};
}

void writeText(QXmlStreamWriter& xml, const scene::Item& item, const scene::Text& text, const Place& place)
{
    const Element body(xml, "p:txBody");
    {
        const QString none = QStringLiteral("0");
        const Element properties(xml, "a:bodyPr",
                                 {{"wrap", QStringLiteral("none")},
                                  {"lIns", none},
                                  {"tIns", none},
                                  {"rIns", none},
                                  {"bIns", none},
                                  {"rtlCol", none},
                                  {"anchor", QStringLiteral("ctr")}});
        leaf(xml, "a:noAutofit");
    }
    leaf(xml, "a:lstStyle");
    const Element paragraph(xml, "a:p");
    leaf(xml, "a:pPr", {{"algn", alignment(text.align)}});
    const Element run(xml, "a:r");
    {
        const Element properties(xml, "a:rPr",
                                 {{"lang", languageOf(text.text)},
                                  {"sz", QString::number(place.fontSize(text.font.px))},
                                  {"b", QLatin1String(text.font.weight >= 600 ? "1" : "0")}});
        writeSolid(xml, item.fill.color, item.opacity);
        writeFont(xml, text.font);
    }
    textElement(xml, "a:t", text.text);
}

void writeParagraphs(QXmlStreamWriter& xml, const QString& text)
{
    const Element body(xml, "p:txBody");
    leaf(xml, "a:bodyPr");
    leaf(xml, "a:lstStyle");
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const Element paragraph(xml, "a:p");
        if (line.trimmed().isEmpty())
            continue;
        const Element run(xml, "a:r");
        leaf(xml, "a:rPr", {{"lang", languageOf(line)}});
        textElement(xml, "a:t", line);
    }
}

} // namespace il::exporting
