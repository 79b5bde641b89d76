// The playlist in the window: its entries in order, and what can be done with them.
#pragma once

#include "playlist.h"

#include <QDockWidget>

#include <map>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace il::app {

/// Shows what it is given and tells what the user wants; it changes nothing itself.
class PlaylistPane : public QDockWidget {
    Q_OBJECT

public:
    explicit PlaylistPane(QWidget* parent = nullptr);

    /// `problems`: of the entries that can't be shown here, by place. `titles` are as long as the list.
    void setPlaylist(const Playlist& playlist, const QStringList& titles,
                     const std::map<std::size_t, QString>& problems, const QString& file, bool changed);
    void setCurrent(std::optional<std::size_t> shown); ///< the entry that the stage shows
    std::optional<std::size_t> selected() const;
    void select(std::size_t entry);

signals:
    void opened(std::size_t entry);
    void moved(std::size_t from, std::size_t to);
    void removed(std::size_t entry);
    void renamed(std::size_t entry, const QString& title);
    void noted(std::size_t entry, const QString& notes);
    void lessonAdded();
    void cueAdded();
    void saveAsked();
    void openAsked();
    void exportAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(const char* name);
    bool handleListKey(int key, Qt::KeyboardModifiers modifiers);
    void askForName();
    void shift(int by);
    void showSelection();
    void retranslate();

    Playlist m_playlist;
    QString m_file;
    bool m_changed = false, m_filling = false;
    QLabel* m_title;
    QListWidget* m_list;
    QPlainTextEdit* m_notes;
    QPushButton *m_addLesson, *m_addCue, *m_up, *m_down, *m_rename, *m_remove, *m_open, *m_save, *m_export;
};

} // namespace il::app
