// The operators of query expressions.
#pragma once

#include "trace/query.h"

#include <string>
#include <string_view>

namespace il::trace {

/// "and" or "or" of two truth values.
tl::expected<QueryValue, std::string> logical(std::string_view op, const QueryValue& a, const QueryValue& b);
tl::expected<QueryValue, std::string> negated(const QueryValue& value);
/// == != < <= > >= of two numbers, durations, texts, or (only == and !=) truth values. A variable that may
/// hold anything can be compared by == and != with everything: different kinds are different.
tl::expected<QueryValue, std::string> compared(std::string_view op, const QueryValue& a, const QueryValue& b);
/// + - * / of numbers; durations can be added, subtracted, divided by one another, and scaled by a number.
/// Division gives a real number. Whole numbers that get too large become real ones.
tl::expected<QueryValue, std::string> calculated(char op, const QueryValue& a, const QueryValue& b);

} // namespace il::trace
