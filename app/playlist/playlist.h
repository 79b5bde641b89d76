// What a lecture shows, in order.
#pragma once

#include "../run.h"

#include <QString>

#include <vector>

namespace il::app {

struct PlaylistEntry {
    QString title{};  ///< as its author calls it; empty: as the lesson is called
    QString lesson{}; ///< id of one of the library's; empty: `file`
    QString file{};   ///< absolute path of a script or a lesson's folder of the user's own
    QString script{}; ///< its name within the lesson; empty: the first
    QString cue{};    ///< only this cue; empty: the whole lesson, cue by cue
    RunOptions options{};
    QString panel{}, variant{}; ///< empty: the script's own panel, its first variant
    QString notes{};            ///< for the lecturer

    friend bool operator==(const PlaylistEntry&, const PlaylistEntry&) = default;
};

struct Playlist {
    QString title{};
    std::vector<PlaylistEntry> entries{};

    friend bool operator==(const Playlist&, const Playlist&) = default;
};

/// With the entry `from` at the place `to` (both clamped); nothing happens in an empty list.
void move(Playlist& playlist, std::size_t from, std::size_t to);

/// What the entry is called in a list: its title, else the lesson's id or the file's name.
QString nameOf(const PlaylistEntry& entry);

} // namespace il::app
