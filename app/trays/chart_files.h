// Charts as files: one code for the window and the command line.
#pragma once

#include "charts/chart.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QSize>

namespace il::app {

enum class ChartFormat : std::uint8_t { Png, Svg, Csv };
/// By the suffix; nothing for another one.
std::optional<ChartFormat> chartFormatOf(const QString& path);

/// `pixels`: of PNG; of SVG its shape. Texts keep their size relative to a picture 960 wide. CSV has all
/// numbers in UTF-8 with a byte order mark, which spreadsheets need to read Chinese. Empty when there is no
/// memory for it.
QByteArray chartBytes(const charts::Picture& picture, const charts::Style& style, ChartFormat format,
                      QSize pixels);

/// Error: why not, for people.
tl::expected<void, QString> writeChart(const charts::Picture& picture, const charts::Style& style,
                                       const QString& path, QSize pixels);

} // namespace il::app
