// Playlists as files: talk.interleave, JSON.
#pragma once

#include "playlist.h"

#include <tl/expected.hpp>

#include <QByteArray>

namespace il::app {

inline constexpr int playlistVersion = 1;
inline constexpr qint64 maxPlaylistBytes = 4 << 20;
inline constexpr std::size_t maxPlaylistEntries = 1000;

/// True for the name of a playlist's file.
bool isPlaylistName(const QString& path);

/// Paths of the user's own lessons are kept relative to `folder`, so that both can move together.
QByteArray playlistJson(const Playlist& playlist, const QString& folder);

/// Reads what playlistJson() wrote; what it doesn't know is passed over. The error says, in the current
/// language, what is wrong where (line and column, or which entry) and what to do; `name` is the file's.
tl::expected<Playlist, QString> playlistFromJson(const QByteArray& json, const QString& name,
                                                 const QString& folder);

tl::expected<Playlist, QString> loadPlaylist(const QString& path);
/// The file is written whole or not at all.
tl::expected<void, QString> savePlaylist(const Playlist& playlist, const QString& path);

} // namespace il::app
