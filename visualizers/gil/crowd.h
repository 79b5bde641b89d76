// Many threads in one box: the most detailed form in which all of them fit.
#pragma once

#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

namespace il::gil {

/// How one thread is shown in a box, from rich to plain.
struct SeatForm {
    QSizeF chip;
    double ring = 0;     ///< diameter of the timer beside it; 0: none
    int lines = 0;       ///< of text beside it, 0 to 2
    double minWidth = 0; ///< of a whole seat
    double maxWidth = 0; ///< no wider than this, however much room there is
    double pitch = 0;    ///< height of a row
};

struct Crowd {
    SeatForm form;
    std::vector<QRectF> seats; ///< one per thread shown, row by row
    int hidden = 0;            ///< threads without a seat
    QRectF more;               ///< where "+hidden" goes; empty when hidden is 0
};

/// The first of `forms` (not empty) that has room for `count`, else the last one with as many as fit. The
/// rows are centred vertically in `area`.
Crowd arrange(const QRectF& area, int count, std::span<const SeatForm> forms);

} // namespace il::gil
