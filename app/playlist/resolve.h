// From an entry of a playlist to the program that it means.
#pragma once

#include "playlist.h"

#include "../library.h"

#include "scene/words.h"

namespace il::app {

struct ResolvedEntry {
    LessonPtr lesson;
    std::size_t script = 0;
};

/// Error, for people in the current language: why the entry can't be shown here (the lesson is unknown, the
/// file gone or broken, the script or one of its options isn't there any more).
tl::expected<ResolvedEntry, QString> resolve(const PlaylistEntry& entry,
                                             const std::vector<LibraryEntry>& library);

/// The entry's own title, else the script's in that language.
QString titleOf(const PlaylistEntry& entry, const ResolvedEntry& resolved, scene::Language language);

} // namespace il::app
