// What areas and bars are filled with.
#pragma once

#include "charts/chart.h"

#include <QBrush>

namespace il::charts {

/// The series' colour; patterned, as bold lines over a tint of it. Vector formats have no tints: thin lines
/// there.
QBrush brushOf(const Series& series, const Style& style);

} // namespace il::charts
