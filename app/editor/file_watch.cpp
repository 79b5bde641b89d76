#include "file_watch.h"

#include "text_file.h"

#include <QFileInfo>

#include <utility>

namespace il::app {

namespace {

constexpr int settleMs = 120;

} // namespace

FileWatch::FileWatch(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    const auto settle = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::look);
}

void FileWatch::watch(const QString& path, const QByteArray& known)
{
    m_known = known;
    m_path = path;
    m_settle.stop();
    if (path.isEmpty())
        return;       // the watch stays, for the same file may come next
    m_settle.start(); // whatever happened meanwhile
    if (path == std::exchange(m_watched, path))
        return;
    const QStringList old = m_watcher.files() + m_watcher.directories();
    if (!old.isEmpty())
        m_watcher.removePaths(old);
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
    if (QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

void FileWatch::look()
{
    if (m_path.isEmpty())
        return;
    if (m_watcher.files().isEmpty() && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path); // a file that was replaced is no longer watched
    const QByteArray now = fingerprintOfFile(m_path);
    if (now.isEmpty() || now == m_known)
        return;
    m_known = now;
    emit changed();
}

} // namespace il::app
