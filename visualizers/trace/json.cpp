#include "trace/json.h"

namespace il::trace {

namespace {

bool continues(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The length of the well-formed UTF-8 sequence at `at`, 0 when there is none (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                               : lead >= 0xE0 && lead <= 0xEF ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i))
            return 0;
    }
    if (length < 3)
        return length;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || beyond ? 0 : length;
}

void appendAscii(std::string& out, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
        out += {'\\', c};
    else if (c == '\n')
        out += "\\n";
    else if (byte < 0x20 || byte == 0x7F)
        out += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
    else
        out += c;
}

} // namespace

std::string jsonString(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else if (length == 1)
            appendAscii(out, text[at]);
        else
            out += text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return out + "\"";
}

} // namespace il::trace
