// Slides of native shapes, for PowerPoint, Keynote and LibreOffice Impress.
#pragma once

#include "exporting/slide.h"

#include <tl/expected.hpp>

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace il::exporting {

enum class PptxError : std::uint8_t {
    Slides, ///< none, or more than maxSlides
    Size,   ///< the parts have more than maxPptxBytes before compression
    Memory, ///< the archive could not be made
};

inline constexpr std::size_t maxSlides = 500;
inline constexpr qint64 maxPptxBytes = 512'000'000;

/// The slides as a .pptx file's bytes: equal slides give equal bytes. Every item is a shape that can be
/// edited, named "!!" and its id: PowerPoint's Morph transition, set on every slide, moves shapes of one name
/// from slide to slide (other programs fade). Slide::notes are the speaker notes; Slide::title is the slide's
/// title for outlines and screen readers, outside of what is shown. `title` is the document's.
///
/// All slides have the first one's proportions; others are centred.
tl::expected<QByteArray, PptxError> pptx(const std::vector<Slide>& slides, const QString& title);

} // namespace il::exporting
