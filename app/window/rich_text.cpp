#include "rich_text.h"

#include "../figures.h"

#include <QTextBlock>
#include <QTextDocument>

namespace il::app {
namespace {

void styleCode(QTextDocument& document, const Look& look)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCharFormat format = part.fragment().charFormat();
            if (!format.fontFixedPitch())
                continue;
            QTextCursor cursor(&document);
            cursor.setPosition(part.fragment().position());
            cursor.setPosition(part.fragment().position() + part.fragment().length(),
                               QTextCursor::KeepAnchor);
            format.setFontFamilies(codeFamilies());
            format.setProperty(QTextFormat::FontPixelSize, 14);
            format.setBackground(look.colours().soft);
            cursor.setCharFormat(format);
        }
    }
}

} // namespace

QString richText(const QString& markdown, const Look& look, int lineHeight)
{
    QTextDocument document;
    document.setDefaultFont(uiFont());
    document.setMarkdown(unwrapped(markdown));
    styleCode(document, look);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(block.blockNumber() == 0 || block.textList() != nullptr ? 0 : 8);
        format.setBottomMargin(0);
        cursor.setBlockFormat(format);
    }
    return document.toHtml();
}

} // namespace il::app
