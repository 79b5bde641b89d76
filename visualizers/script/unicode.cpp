#include "script/unicode.h"

#include "script/unicode_tables.h"

#include <algorithm>

namespace il::script {

namespace {

bool contains(std::span<const unicode::CodePointRange> ranges, char32_t codePoint)
{
    const auto next = std::ranges::upper_bound(ranges, codePoint, {}, &unicode::CodePointRange::first);
    return next != ranges.begin() && codePoint <= (next - 1)->last;
}

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
}

} // namespace

Decoded decodeUtf8WithSurrogates(std::string_view text, std::size_t offset)
{
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const char32_t lead = byte(offset);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4)
        return {};
    char32_t codePoint = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(offset + i) & 0xC0U) != 0x80U)
            return {};
        codePoint = codePoint << 6 | (byte(offset + i) & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (codePoint < smallest[length] || codePoint > 0x10FFFF)
        return {};
    return {codePoint, length};
}

Decoded decodeUtf8(std::string_view text, std::size_t offset)
{
    const Decoded decoded = decodeUtf8WithSurrogates(text, offset);
    return decoded.codePoint >= 0xD800 && decoded.codePoint <= 0xDFFF ? Decoded{} : decoded;
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto append = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (codePoint < 0x80)
        return append(codePoint);
    if (codePoint < 0x800) {
        append(0xC0 | codePoint >> 6);
    } else if (codePoint < 0x10000) {
        append(0xE0 | codePoint >> 12);
        append(0x80 | (codePoint >> 6 & 0x3F));
    } else {
        append(0xF0 | codePoint >> 18);
        append(0x80 | (codePoint >> 12 & 0x3F));
        append(0x80 | (codePoint >> 6 & 0x3F));
    }
    append(0x80 | (codePoint & 0x3F));
}

std::size_t countCodePoints(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool isIdentifierStart(char32_t codePoint)
{
    return codePoint < 128 ? isAsciiLetter(codePoint) : contains(unicode::identifierStart, codePoint);
}

bool isIdentifierContinue(char32_t codePoint)
{
    if (codePoint < 128)
        return isAsciiLetter(codePoint) || (codePoint >= U'0' && codePoint <= U'9');
    return contains(unicode::identifierContinue, codePoint);
}

bool isPrintable(char32_t codePoint)
{
    return codePoint < 128 ? codePoint >= 32 && codePoint != 127 : !contains(unicode::unprintable, codePoint);
}

int columns(char32_t codePoint)
{
    if (contains(unicode::combining, codePoint))
        return 0;
    return contains(unicode::wide, codePoint) ? 2 : 1;
}

} // namespace il::script
