// Twins as files: one code for the window and the command line, so that both write the same bytes.
#pragma once

#include "twin_picture.h"

#include "../export/slide_files.h"

namespace il::app {

/// What `text` means on the twins' clock: as in selectionOf() of a run. Cues are found by their names with or
/// without the sign of the side that they are on, the left one's first; "parting" is where the runs part.
tl::expected<Selection, QString> selectionOf(const Twins& twins, const QString& text);

/// The moments' pictures in one of slideFormats(); the step and time of `wanted` don't count, its pixels are
/// the size of what is written. As writeSlides() writes them.
exporting::Result<QStringList> exportTwins(const Twins& twins, TwinPictureOf wanted, const Selection& what,
                                           const exporting::Format& format, bool transparent,
                                           const QString& path);

} // namespace il::app
