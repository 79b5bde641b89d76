// The scripts that the user opened last.
#pragma once

#include <QStringList>

namespace il::app {

inline constexpr qsizetype maxRecent = 10;

/// `files` with `path` in front, once, and no more than maxRecent.
inline QStringList withRecent(QStringList files, const QString& path)
{
    files.removeAll(path);
    files.prepend(path);
    return files.mid(0, maxRecent);
}

} // namespace il::app
