// Slides that are already made, as files: for documents of more than one run.
#pragma once

#include "export.h"

namespace il::app {

/// Formats that make files of slides, without a run: pictures and documents, not films or pages.
std::vector<const exporting::Format*> slideFormats();
/// The one for the file's suffix; null when that is none of them.
const exporting::Format* slideFormatOf(const QString& path);

/// Writes each file whole or not at all. Of a format with a file for each picture, several slides get numbers
/// as in exportRun(). Error: also when there are no slides' worth of room (size, number).
exporting::Result<QStringList> writeSlides(const std::vector<exporting::Slide>& slides,
                                           const exporting::Format& format, const exporting::Sheet& sheet,
                                           const QString& path);

} // namespace il::app
