#include "playlist.h"

#include <QFileInfo>

#include <algorithm>

namespace il::app {

void move(Playlist& playlist, std::size_t from, std::size_t to)
{
    auto& entries = playlist.entries;
    if (entries.empty())
        return;
    const auto at = [&entries](std::size_t place) {
        return entries.begin() + static_cast<std::ptrdiff_t>(std::min(place, entries.size() - 1));
    };
    const auto source = at(from), target = at(to);
    if (source < target)
        std::rotate(source, source + 1, target + 1);
    else
        std::rotate(target, source, source + 1);
}

QString nameOf(const PlaylistEntry& entry)
{
    if (!entry.title.isEmpty())
        return entry.title;
    return entry.lesson.isEmpty() ? QFileInfo(entry.file).fileName() : entry.lesson;
}

} // namespace il::app
