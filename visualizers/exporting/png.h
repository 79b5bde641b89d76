// Pictures as PNG files: one code for the window and the command line, so both write the same bytes.
#pragma once

#include "scene/display_list.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QSize>

namespace il::exporting {

enum class PngError : std::uint8_t {
    Size,  ///< not within minSide..maxSide, or more than maxPixels
    Write, ///< the file can't be written (no such folder, no permission, disk full)
};

inline constexpr int minSide = 64;
inline constexpr int maxSide = 16384;
inline constexpr qint64 maxPixels = 100'000'000; ///< 400 MB as a picture in memory

/// True when a picture of that size can be made.
bool isPossible(QSize pixels);

/// The picture as a PNG file's bytes: equal lists and sizes give equal bytes.
tl::expected<QByteArray, PngError> png(const scene::DisplayList& list, QSize pixels);

/// Writes the file whole or not at all: an older file stays as it was when something goes wrong.
tl::expected<void, PngError> writePng(const scene::DisplayList& list, QSize pixels, const QString& path);

} // namespace il::exporting
