// A long text cut down to what there is room for, with its marked part in sight.
#pragma once

#include "folded.h"

#include <functional>

namespace il::app {

/// A text with parts that are to stand out.
struct MarkedText {
    QString text{};
    std::vector<Range> marks{}; ///< in order, apart from each other, within the text
    friend bool operator==(const MarkedText&, const MarkedText&) = default;
};

/// How wide a text is, in the same unit as the room; a part is never wider than the whole.
using Measure = std::function<double(QStringView)>;

/// The text itself when it fits; else the part round the first mark, with "…" where something was cut off.
/// The beginning of the mark is there however little room there is.
MarkedText excerpt(const MarkedText& whole, double room, const Measure& measure);

/// Columns of a terminal: Chinese characters take two.
double columns(QStringView text);

} // namespace il::app
