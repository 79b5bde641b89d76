// Pictures as PNG files.
#pragma once

#include "exporting/error.h"
#include "exporting/format.h"

#include "scene/display_list.h"

#include <QByteArray>
#include <QSize>

class QImage;

namespace il::exporting {

inline constexpr int minSide = 64;
inline constexpr int maxSide = 16384;
inline constexpr qint64 maxPixels = 100'000'000; ///< 400 MB as a picture in memory

/// True when a picture of that size can be made.
bool isPossible(QSize pixels);

/// The picture as pixels; null when there is not memory enough.
QImage image(const scene::DisplayList& list, QSize pixels, bool transparent);

/// The picture as a PNG file's bytes: equal lists and sizes give equal bytes.
Result<QByteArray> png(const scene::DisplayList& list, QSize pixels, bool transparent = false);
/// The first slide.
Result<QByteArray> encodePng(const std::vector<Slide>& slides, const Sheet& sheet);

/// Writes the file whole or not at all: an older file stays as it was when something goes wrong.
Result<void> writePng(const scene::DisplayList& list, QSize pixels, const QString& path);
Result<void> writeFile(const QByteArray& bytes, const QString& path);

} // namespace il::exporting
