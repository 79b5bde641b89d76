// The playlist of the window: opened, shown entry by entry, changed, saved, exported.
#pragma once

#include "deck.h"
#include "playlist.h"

#include "../player.h"
#include "../session.h"
#include "../window/look.h"

#include <QFutureWatcher>
#include <QMainWindow>

#include <functional>

namespace il::app {

class PlaylistPane;
struct ResolvedEntry;

/// What it needs of the window. Everything outlives it.
struct PlaylistHost {
    QMainWindow& window;
    Session& session;
    Player& player;
    std::function<std::vector<LibraryEntry>()> library;
    /// Opens a run; `file` is its path when it is none of the library's.
    std::function<void(const LessonPtr&, std::size_t script, const RunOptions&, const QString& file)> open;
    std::function<void(const std::string& panel, const std::string& variant)> setPicture;
    std::function<PlaylistEntry()> shown; ///< what the window shows, as an entry with the cue it is at
    std::function<void(const QString&)> tell;
    std::function<void(const QString& title, const QString& text)> tellProblem; ///< to be read at leisure
};

/// While one of its entries is on the stage, the keys for the next and the previous cue go on to the next
/// entry after the entry's last cue, and back before its start.
class Playlists : public QObject {
    Q_OBJECT

public:
    /// After the window's own connections: an entry's cue is looked for when the window shows its run.
    explicit Playlists(PlaylistHost host, QObject* parent = nullptr);
    ~Playlists() override; ///< an export under way ends soon

    /// Shows the pane and the first entry. False, and the reason told, when the file can't be read.
    bool open(const QString& path);
    /// Brings a playlist back with its place, as at the end of the last session: the run that the window
    /// shows stays, and is the entry if it is of that script. A file that can't be read is only told in
    /// passing.
    void reopen(const QString& path, std::optional<std::size_t> entry, bool paneShown);
    bool save();
    bool saveTo(const QString& path);
    /// Asks about changes that aren't saved; false when the user wants to stay.
    bool mayClose();

    /// The entry on the stage, if there is one; a missing one tells why. `atEnd`: at its last cue.
    void show(std::size_t entry, bool atEnd = false);
    void addShown(bool cueOnly);
    /// In the background; tells what came of it. One at a time.
    void exportDeck(const QString& path);
    bool isExporting() const { return m_deck.isRunning(); }

    void setLook(const Look& look);
    PlaylistPane& pane() { return *m_pane; }
    const Playlist& playlist() const { return m_playlist; }
    std::optional<std::size_t> current() const { return m_current; }
    bool isChanged() const { return m_changed; }
    const QString& path() const { return m_path; }

    void askForFile();
    void askForDeck();

signals:
    void deckEnded(bool fine);

private:
    struct Made {
        Deck deck;
        exporting::Result<QStringList> files;
    };
    void connectPane();
    void take(Playlist playlist, const QString& path);
    bool isShown(const PlaylistEntry& entry, const ResolvedEntry& resolved) const;
    void change(const std::function<void(Playlist&)>& how);
    void refresh();
    void arrive();
    bool lead(int direction);
    void takeDeck();
    static QString
    outcome(const Made& made); ///< for people: what is missing in the deck, and where it was saved

    PlaylistHost m_host;
    PlaylistPane* m_pane;
    Playlist m_playlist;
    QString m_path;
    bool m_changed = false, m_opening = false, m_arriveAtEnd = false;
    std::optional<std::size_t> m_current, m_arriving;
    LessonPtr m_lesson; ///< of the current entry, unless it is missing
    std::size_t m_script = 0;
    bool m_missing = false;
    Look m_look;
    QFutureWatcher<std::shared_ptr<const Made>> m_deck;
};

} // namespace il::app
