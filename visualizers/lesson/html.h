// Markdown for the question-and-answer pane.
#pragma once

#include <string>
#include <string_view>

namespace il::lesson {

/// CommonMark with tables, as the body of an HTML document. HTML in the text is shown, not obeyed; of links
/// only those to http and https are kept. Line breaks between Chinese characters leave no gap.
std::string toHtml(std::string_view markdown);

} // namespace il::lesson
