// How much two pictures of one thing differ, made by two programs that draw letters and edges a little
// differently.
#pragma once

#include <QImage>
#include <QString>

namespace il::tests {

struct Likeness {
    double mean = 255; ///< difference of the channels, 0 to 255, over all pixels
    double blotches =
        1; ///< share of squares of 8 x 8 pixels whose mean colours differ by more than 40 of 255
};
Likeness compare(const QImage& a, const QImage& b);

/// Runs a program to its end: what it printed. Null when it failed; standard error then has its complaint.
QByteArray outputOf(const QString& program, const QStringList& arguments);
/// True when there is such a program.
bool has(const QString& program);

} // namespace il::tests
