// Exporting: one code for the window and the command line, so that both write the same bytes.
#pragma once

#include "../picture.h"
#include "film.h"
#include "selection.h"

#include "exporting/format.h"

#include <QStringList>

namespace il::app {

struct ExportOrder {
    const exporting::Format* format = nullptr; ///< one of exporting::formats()
    Selection what;
    PictureOf picture; ///< its step and time don't count; its pixels are the size of what is written
    bool transparent = false;
    FilmOptions film{};
    QString path; ///< of a series in numbered files, "out.png" becomes "out-01.png", ...
};

/// The files that will be written, in order.
QStringList filesOf(const ExportOrder& order);

/// What can be said without starting, and without a path: that the size is possible, the pictures not too
/// many, ffmpeg there.
exporting::Result<void> checked(const ExportOrder& order);

/// Writes the files, each whole or not at all; those that were finished before an error stay. Takes seconds
/// or minutes; any thread. `progress` is told how far it is, and may end it.
exporting::Result<QStringList> exportRun(const Run& run, const ExportOrder& order,
                                         const exporting::Progress& progress = {});

/// What is wrong and what to do about it, in the current language.
QString message(const exporting::Error& error);

} // namespace il::app
