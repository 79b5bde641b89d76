// Tells when somebody else has changed a file.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace il::app {

/// Watches one file by its content: a touch, or our own save, is no change; a file that an editor replaces by
/// renaming another one is. A file that is missing just now may come back.
class FileWatch : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(QObject* parent = nullptr);

    /// `known` is the content that the user has seen (see fingerprintOf). An empty path watches nothing.
    void watch(const QString& path, const QByteArray& known);
    const QString& path() const { return m_path; }
    const QByteArray& known() const { return m_known; }

signals:
    void changed(); ///< the file has another content than the one known

private:
    void look();

    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< who writes a file often does it in several pieces
    QString m_path, m_watched;
    QByteArray m_known;
};

} // namespace il::app
