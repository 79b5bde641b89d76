#include "lesson/html.h"

#include "lesson/lines.h"

#include <md4c-html.h>

#include <algorithm>

namespace il::lesson {

namespace {

constexpr std::size_t mostBytes = 1 << 20;

void append(const MD_CHAR* text, MD_SIZE size, void* out)
{
    static_cast<std::string*>(out)->append(text, size);
}

/// Drops the line breaks that would show as spaces inside Chinese text; not those of code.
std::string withoutChineseGaps(std::string_view html)
{
    std::string result;
    bool code = false;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const std::string_view rest = html.substr(i);
        if (rest.starts_with("<pre"))
            code = true;
        else if (rest.starts_with("</pre"))
            code = false;
        if (html[i] != '\n' || code || !joinsWithoutSpace(html.substr(0, i), rest.substr(1)))
            result += html[i];
    }
    return result;
}

/// The address stays readable behind the text of the link, but can't be followed.
std::string withoutOddLinks(const std::string& html)
{
    static constexpr std::string_view begin = "<a href=\"";
    std::string result;
    std::size_t at = 0;
    for (auto link = html.find(begin); link != std::string::npos; link = html.find(begin, at)) {
        const std::string_view address = std::string_view(html).substr(link + begin.size());
        const bool web = address.starts_with("https://") || address.starts_with("http://");
        result.append(html, at, link - at).append(web ? begin : "<a name=\"");
        at = link + begin.size();
    }
    return result.append(html, at);
}

} // namespace

std::string toHtml(std::string_view markdown)
{
    markdown = markdown.substr(0, mostBytes);
    std::string html;
    constexpr unsigned flags = MD_DIALECT_COMMONMARK | MD_FLAG_NOHTML | MD_FLAG_TABLES;
    if (md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html, flags, 0) != 0)
        return {};
    return withoutOddLinks(withoutChineseGaps(html));
}

} // namespace il::lesson
