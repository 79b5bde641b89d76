// A chart as a value: everything that is drawn, and the same as a table. Words and colours come from the
// caller.
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace il::charts {

enum class Form : std::uint8_t {
    Steps, ///< areas stacked over x; a point is (where its step begins, its height), the last one ends the
           ///< others
    Bars,  ///< one stacked horizontal bar for each category; a point is (category, length)
    Lines, ///< lines through marked points
};

/// Said twice, by colour and by pattern (Steps, Bars) or dashes and marks (Lines).
struct Series {
    QString name;
    QColor color;
    QColor outline{}; ///< of areas and bars; as `color` when it is invalid
    Qt::BrushStyle pattern = Qt::SolidPattern;
    bool dashed = false; ///< Lines: an ideal, without marks
    std::vector<QPointF> points;
    friend bool operator==(const Series&, const Series&) = default;
};

struct Picture {
    Form form = Form::Lines;
    QString title; ///< drawn in files; a window has it elsewhere
    QString
        description; ///< what can be seen, in a sentence: for screen readers, and below the title in files
    QString xTitle, yTitle;
    QStringList categories; ///< of Bars, topmost first
    std::vector<Series> series;
    double xFrom = 0, xTo = 1, yTo = 1;         ///< the axes' ends; y begins at 0
    bool wholeX = false, wholeNumbersY = false; ///< only whole numbers make sense there
    std::optional<double> playhead;             ///< x of the moment shown
    QString empty;                              ///< said in place of a chart that has no series
};
/// Whether the two differ by nothing but playhead and description.
bool sameButPlayhead(const Picture& a, const Picture& b);

struct Table {
    QStringList header;
    std::vector<QStringList> rows; ///< each as long as the header
    friend bool operator==(const Table&, const Table&) = default;
};
/// Every number that the chart draws: a row for each step, category or x. An empty cell: that series has no
/// point there.
Table tableOf(const Picture& picture);
/// RFC 4180: fields with quotes where they need them, lines end with CR LF. A field that a spreadsheet would
/// take for a formula gets an apostrophe in front, unless it is a number.
QString csv(const Table& table);

/// "12", "0.25", "1e+07": up to four significant digits.
QString numberText(double value);

} // namespace il::charts
