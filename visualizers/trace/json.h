// JSON string literals for the exporters.
#pragma once

#include <string>
#include <string_view>

namespace il::trace {

/// With its quotes. Control characters are escaped; bytes that aren't UTF-8 become U+FFFD.
std::string jsonString(std::string_view text);

} // namespace il::trace
