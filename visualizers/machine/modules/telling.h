// Values as the library tells the trace of them.
#pragma once

#include "machine/builtins/values.h"

#include <cstddef>
#include <string>

namespace il::machine {

/// At most 60 bytes of UTF-8; what is longer ends with an ellipsis.
inline std::string shortened(std::string text)
{
    constexpr std::size_t longest = 60;
    if (text.size() <= longest)
        return text;
    std::size_t end = longest - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "\u2026";
}

} // namespace il::machine
