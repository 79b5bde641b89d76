#include "lesson/figures.h"

#include "lesson/lines.h"

namespace il::lesson {

std::string withFigures(std::string_view text, const std::function<std::string(std::string_view)>& evaluate)
{
    std::string result;
    for (;;) {
        const auto begin = text.find("{{");
        const auto end = begin == std::string_view::npos ? begin : text.find("}}", begin + 2);
        if (end == std::string_view::npos)
            return result.append(text);
        result.append(text.substr(0, begin))
            .append(evaluate(trimmed(text.substr(begin + 2, end - begin - 2))));
        text.remove_prefix(end + 2);
    }
}

} // namespace il::lesson
