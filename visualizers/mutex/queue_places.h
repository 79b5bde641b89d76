// Where the chips of those who wait for an object go, and the words before them.
#pragma once

#include <QRectF>

#include <vector>

namespace il::mutex {

inline constexpr double waiterRow = 36;   ///< height of a row
inline constexpr double waiterWidth = 54; ///< of a chip
inline constexpr double waiterGap = 8;

/// The woken come first, then the waiting ones in order of arrival; each group stands after its word.
struct QueueSize {
    std::size_t woken = 0, waiting = 0;
    double wokenWord = 0, waitingWord = 0; ///< widths of the words; 0: no words

    std::size_t all() const { return woken + waiting; }
};

/// One after the other, row by row.
struct QueuePlaces {
    QRectF wokenWord, waitingWord; ///< empty when there are none
    std::vector<QRectF> chips;     ///< of as many as have room
    QRectF more;                   ///< where "+n" goes for the others; empty when all have room
};
QueuePlaces placeQueue(const QueueSize& size, const QRectF& area);

/// Rows of a width that the whole queue needs; at least 1.
int rowsNeeded(const QueueSize& size, double width);

} // namespace il::mutex
