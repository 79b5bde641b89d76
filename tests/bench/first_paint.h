// How long it takes until a window is seen.
#pragma once

class QElapsedTimer;

namespace il::bench {

/// Opens the application's main window with its first lesson, or with `empty` a QMainWindow without anything,
/// and prints the milliseconds since `start` at its first paint. Needs a QApplication.
int printFirstPaint(const QElapsedTimer& start, bool empty);

/// Runs this program anew for each of the two, several times in turn; prints the medians and their ratio.
void compareFirstPaints();

} // namespace il::bench
