// The formats that pictures are exported in: one line each in format.cpp.
#pragma once

#include "exporting/error.h"
#include "exporting/slide.h"

#include "scene/words.h"

#include <QByteArray>
#include <QSize>

#include <functional>
#include <vector>

namespace il::exporting {

/// Told after each picture; false stops the export with Trouble::Cancelled.
using Progress = std::function<bool(std::size_t done, std::size_t of)>;

/// What holds for all pictures of an export.
struct Sheet {
    QSize pixels{1920, 1080};
    bool transparent = false; ///< no background, where the format can do without
    QString title{};          ///< of a document
    scene::Language language = scene::Language::English;
    Progress progress{}; ///< may be empty
};

/// Slides to a file's bytes: equal slides and sheets give equal bytes. There is at least one slide.
using Encoder = Result<QByteArray> (*)(const std::vector<Slide>& slides, const Sheet& sheet);

/// How several pictures become files.
enum class Files : std::uint8_t {
    Numbered, ///< one file each; the encoder gets one slide at a time
    Document, ///< one file of all
    Page,     ///< one file for browsers that has all of a run (handout.h); there is no encoder
    Film,     ///< one file that plays, made by ffmpeg from frames; there is no encoder
};

struct Format {
    const char* id;     ///< on the command line
    const char* suffix; ///< of its files, without the dot; the first format with a suffix is the usual one
    const char* name;   ///< source text for Words, context "Formats"
    Files files;
    bool canBeTransparent;
    Encoder encode; ///< null for pages and films

    bool needsFfmpeg() const { return files == Files::Film; }
};

/// All formats, in the order in which they are offered.
const std::vector<Format>& formats();
const Format* formatOfId(const QString& id);         ///< null when there is none
const Format* formatOfSuffix(const QString& suffix); ///< any case; null when there is none

inline constexpr std::size_t maxSlides = 2000;
inline constexpr qint64 maxBytes = 1LL << 30;
inline constexpr qint64 maxFilmPixels = 3840LL * 2160; ///< of a frame

/// Tells how far it is: false when the export is to stop.
bool goesOn(const Sheet& sheet, std::size_t done, std::size_t of);

} // namespace il::exporting
