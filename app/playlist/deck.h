// A playlist as slides: every entry's pictures, in order.
#pragma once

#include "playlist.h"

#include "../library.h"
#include "../picture.h"

#include "exporting/format.h"
#include "exporting/slide.h"

namespace il::app {

struct DeckLook {
    QSize pixels{1920, 1080};
    scene::ThemeId theme = scene::ThemeId::Paper;
    scene::Language language = scene::Language::English;
};

struct Deck {
    std::vector<exporting::Slide> slides; ///< names are unique: "2-deadlock"
    QStringList problems; ///< entries that have no slides and why, for people: "2 (fork): There is no ..."
};

/// Runs every entry: takes seconds, any thread. `progress` may end it; the deck is then what there is so far.
Deck makeDeck(const Playlist& playlist, const std::vector<LibraryEntry>& library, const DeckLook& look,
              const exporting::Progress& progress = {});

/// The files of a deck that has slides; the format is the suffix's.
exporting::Result<QStringList> writeDeck(const Deck& deck, const QString& title, const DeckLook& look,
                                         const exporting::Format& format, const QString& path);

} // namespace il::app
