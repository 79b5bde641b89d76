#include "rich_text.h"

#include "lesson/html.h"

#include <QTextBlock>
#include <QTextDocument>

namespace il::app {
using namespace Qt::StringLiterals;

QString richText(const QString& markdown, const Look& look, int lineHeight)
{
    QTextDocument document;
    document.setDefaultFont(uiFont());
    QString html = QString::fromStdString(lesson::toHtml(markdown.toStdString()));
    const QString code = u"<code style=\"font-family:'%1'; font-size:14px; background-color:%2\">"_s.arg(
        codeFamilies().join(u"','"_s), look.colours().soft.name());
    document.setHtml(html.replace(u"<code>"_s, code));
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
