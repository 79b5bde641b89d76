#include "playlists.h"

#include "../export/slide_files.h"
#include "playlist_file.h"
#include "playlist_pane.h"
#include "resolve.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace il::app {
using namespace Qt::StringLiterals;

Playlists::Playlists(PlaylistHost host, QObject* parent)
    : QObject(parent), m_host(std::move(host)), m_pane(new PlaylistPane(&m_host.window))
{
    setObjectName("playlists");
    m_host.window.addDockWidget(Qt::RightDockWidgetArea, m_pane);
    m_pane->hide();
    connectPane();
    connect(&m_host.session, &Session::finished, this, &Playlists::arrive);
    connect(&m_host.session, &Session::started, this, [this] {
        if (m_opening || !m_current)
            return;
        // The same program run again is still the entry; else somebody has opened something else.
        if (m_lesson == m_host.session.lesson() && m_script == m_host.session.script())
            return;
        m_current.reset();
        m_pane->setCurrent({});
    });
    m_host.player.setLead([this](int direction) { return lead(direction); });
    connect(&m_deck, &QFutureWatcherBase::finished, this, &Playlists::takeDeck);
    refresh();
}

Playlists::~Playlists()
{
    m_host.player.setLead({});
    m_deck.cancel();
}

void Playlists::connectPane()
{
    connect(m_pane, &PlaylistPane::opened, this, [this](std::size_t entry) { show(entry); });
    connect(m_pane, &PlaylistPane::moved, this, [this](std::size_t from, std::size_t to) {
        change([this, from, to](Playlist& list) {
            move(list, from, to);
            if (m_current == from)
                m_current = to;
            else if (m_current && from < *m_current && *m_current <= to)
                --*m_current;
            else if (m_current && to <= *m_current && *m_current < from)
                ++*m_current;
        });
    });
    connect(m_pane, &PlaylistPane::removed, this, [this](std::size_t entry) {
        change([this, entry](Playlist& list) {
            list.entries.erase(list.entries.begin() + static_cast<std::ptrdiff_t>(entry));
            if (m_current == entry)
                m_current.reset();
            else if (m_current && *m_current > entry)
                --*m_current;
        });
    });
    connect(m_pane, &PlaylistPane::renamed, this, [this](std::size_t entry, const QString& title) {
        change([&](Playlist& list) { list.entries[entry].title = title; });
    });
    connect(m_pane, &PlaylistPane::noted, this, [this](std::size_t entry, const QString& notes) {
        m_playlist.entries[entry].notes = notes; // the pane shows them already
        if (!std::exchange(m_changed, true))
            refresh();
    });
    connect(m_pane, &PlaylistPane::lessonAdded, this, [this] { addShown(false); });
    connect(m_pane, &PlaylistPane::cueAdded, this, [this] { addShown(true); });
    connect(m_pane, &PlaylistPane::saveAsked, this, &Playlists::save);
    connect(m_pane, &PlaylistPane::openAsked, this, &Playlists::askForFile);
    connect(m_pane, &PlaylistPane::exportAsked, this, &Playlists::askForDeck);
}

void Playlists::change(const std::function<void(Playlist&)>& how)
{
    how(m_playlist);
    m_changed = true;
    refresh();
}

void Playlists::refresh()
{
    const std::vector<LibraryEntry> library = m_host.library();
    QStringList titles;
    std::map<std::size_t, QString> problems;
    for (std::size_t i = 0; i < m_playlist.entries.size(); ++i) {
        const PlaylistEntry& entry = m_playlist.entries[i];
        const auto resolved = resolve(entry, library);
        titles.append(resolved ? titleOf(entry, *resolved, m_look.language) : nameOf(entry));
        if (!resolved)
            problems[i] = resolved.error();
    }
    m_pane->setPlaylist(m_playlist, titles, problems, m_path, m_changed);
    m_pane->setCurrent(m_current);
}

void Playlists::setLook(const Look& look)
{
    m_look = look;
    refresh();
}

bool Playlists::open(const QString& path)
{
    auto loaded = loadPlaylist(path);
    if (!loaded) {
        m_host.tellProblem(QFileInfo(path).fileName(), loaded.error());
        return false;
    }
    if (!mayClose())
        return false;
    take(std::move(*loaded), path);
    m_pane->show();
    if (!m_playlist.entries.empty())
        show(0);
    return true;
}

void Playlists::take(Playlist playlist, const QString& path)
{
    m_playlist = std::move(playlist);
    m_path = QFileInfo(path).absoluteFilePath();
    m_changed = false;
    m_current.reset();
    refresh();
}

void Playlists::reopen(const QString& path, std::optional<std::size_t> entry, bool paneShown)
{
    auto loaded = loadPlaylist(path);
    if (!loaded)
        return m_host.tell(tr("The playlist of the last time can't be opened. %1").arg(loaded.error()));
    take(std::move(*loaded), path);
    m_pane->setVisible(paneShown);
    if (!entry || *entry >= m_playlist.entries.size())
        return;
    const auto resolved = resolve(m_playlist.entries[*entry], m_host.library());
    if (resolved && !isShown(m_playlist.entries[*entry], *resolved))
        return; // the file is another one by now
    m_current = entry;
    m_missing = !resolved;
    m_lesson = m_host.session.lesson();
    m_script = m_host.session.script();
    m_pane->setCurrent(m_current);
    m_pane->select(*entry);
}

/// Whether the window's run is the one that the entry means.
bool Playlists::isShown(const PlaylistEntry& entry, const ResolvedEntry& resolved) const
{
    if (m_host.session.lesson() == nullptr)
        return false;
    const PlaylistEntry shown = m_host.shown();
    return shown.lesson == entry.lesson && shown.file == entry.file &&
           m_host.session.script() == resolved.script;
}

bool Playlists::saveTo(const QString& path)
{
    const auto saved = savePlaylist(m_playlist, path);
    if (!saved) {
        m_host.tell(saved.error());
        return false;
    }
    m_path = QFileInfo(path).absoluteFilePath();
    m_changed = false;
    refresh();
    m_host.tell(tr("Saved: %1").arg(path));
    return true;
}

bool Playlists::save()
{
    if (!m_path.isEmpty())
        return saveTo(m_path);
    QString path =
        QFileDialog::getSaveFileName(&m_host.window, tr("Save the playlist"),
                                     tr("lecture") + u".interleave"_s, tr("Playlists (*.interleave)"));
    if (path.isEmpty())
        return false;
    if (!isPlaylistName(path))
        path += u".interleave"_s;
    return saveTo(path);
}

bool Playlists::mayClose()
{
    if (!m_changed || m_playlist.entries.empty())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Playlist"), tr("Save the changes to the playlist?"),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_host.window);
    question.setObjectName("playlistUnsaved");
    switch (question.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void Playlists::show(std::size_t entry, bool atEnd)
{
    if (entry >= m_playlist.entries.size())
        return;
    const PlaylistEntry& wanted = m_playlist.entries[entry];
    m_current = entry;
    m_arriving.reset();
    m_pane->setCurrent(m_current);
    m_pane->select(entry);
    const auto resolved = resolve(wanted, m_host.library());
    m_missing = !resolved;
    const QString place = tr("%1 of %2").arg(entry + 1).arg(m_playlist.entries.size());
    if (!resolved) {
        m_host.tell(u"%1: %2"_s.arg(place, resolved.error()));
        return;
    }
    m_lesson = resolved->lesson;
    m_script = resolved->script;
    m_opening = true;
    m_host.open(resolved->lesson, resolved->script, wanted.options, wanted.file);
    m_opening = false;
    const std::string own = resolved->lesson->scripts[resolved->script].metadata.panel;
    m_host.setPicture(wanted.panel.isEmpty() ? own : wanted.panel.toStdString(),
                      wanted.variant.toStdString());
    m_arriving = entry;
    m_arriveAtEnd = atEnd;
    m_host.tell(u"%1: %2"_s.arg(place, titleOf(wanted, *resolved, m_look.language)));
}

/// The entry's run is there, and the player at its start.
void Playlists::arrive()
{
    if (!m_arriving)
        return;
    const PlaylistEntry& entry = m_playlist.entries[*m_arriving];
    m_arriving.reset();
    Player& player = m_host.player;
    const auto& cues = player.cues();
    const auto named = std::find_if(cues.begin(), cues.end(),
                                    [&entry](const scene::CueMark& cue) { return cue.name == entry.cue; });
    if (named != cues.end())
        player.scrub(player.fractionOf(named->step));
    else if (!entry.cue.isEmpty())
        m_host.tell(tr("The run doesn't reach the cue \"%1\".").arg(entry.cue));
    else if (m_arriveAtEnd && !cues.empty())
        player.scrub(player.fractionOf(cues.back().step));
}

/// What the keys for the next (1) and the previous cue (-1) do instead of moving within the run.
bool Playlists::lead(int direction)
{
    if (!m_current)
        return false;
    const PlaylistEntry& entry = m_playlist.entries[*m_current];
    const Player& player = m_host.player;
    const std::size_t here = player.moment().step;
    const auto& cues = player.cues();
    // What is still on its way, or isn't there, is passed over.
    const bool passing = m_arriving || m_host.session.isRunning() || m_missing;
    const auto named = std::find_if(cues.begin(), cues.end(),
                                    [&entry](const scene::CueMark& cue) { return cue.name == entry.cue; });
    const bool single = !entry.cue.isEmpty() && named != cues.end();
    const bool last = single ? here >= named->step : cues.empty() || here >= cues.back().step;
    const bool first = single ? here <= named->step : here == 0;
    if (direction > 0 && (passing || last) && *m_current + 1 < m_playlist.entries.size()) {
        show(*m_current + 1);
        return true;
    }
    if (direction < 0 && (passing || first) && *m_current > 0) {
        show(*m_current - 1, true);
        return true;
    }
    return false;
}

void Playlists::addShown(bool cueOnly)
{
    if (m_host.session.run() == nullptr)
        return m_host.tell(tr("Nothing is shown that could be added."));
    PlaylistEntry entry = m_host.shown();
    if (cueOnly && entry.cue.isEmpty())
        return m_host.tell(tr("No cue has been reached yet. Page Down goes to the next one."));
    if (!cueOnly)
        entry.cue.clear();
    const std::size_t place = m_pane->selected() ? *m_pane->selected() + 1 : m_playlist.entries.size();
    change([&](Playlist& list) {
        list.entries.insert(list.entries.begin() + static_cast<std::ptrdiff_t>(place), entry);
        if (m_current && *m_current >= place)
            ++*m_current;
    });
    m_pane->show();
    m_pane->select(place);
}

void Playlists::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(&m_host.window, tr("Open a playlist"), {},
                                                      tr("Playlists (*.interleave)"));
    if (!path.isEmpty())
        open(path);
}

void Playlists::askForDeck()
{
    if (m_playlist.entries.empty())
        return m_host.tell(tr("The playlist is empty. Add a lesson to it first."));
    QStringList filters;
    const scene::Words& words = scene::Words::of(m_look.language);
    for (const exporting::Format* format : slideFormats())
        filters.append(u"%1 (*.%2)"_s.arg(words.translate("Formats", format->name),
                                          QString::fromLatin1(format->suffix)));
    const QString stem = m_path.isEmpty() ? tr("lecture") : m_path.chopped(u".interleave"_s.size());
    const QString path = QFileDialog::getSaveFileName(&m_host.window, tr("Export deck"), stem + u".pdf"_s,
                                                      filters.join(u";;"_s));
    if (!path.isEmpty())
        exportDeck(path);
}

void Playlists::exportDeck(const QString& path)
{
    const exporting::Format* format = slideFormatOf(path);
    if (format == nullptr)
        return m_host.tell(tr("There is no format for \"%1\".").arg(path));
    if (m_deck.isRunning())
        return;
    m_host.tell(tr("Exporting %1…").arg(QFileInfo(path).fileName()));
    auto promise = std::make_shared<QPromise<std::shared_ptr<const Made>>>();
    m_deck.setFuture(promise->future());
    const DeckLook look{.theme = m_look.theme, .language = m_look.language};
    QThreadPool::globalInstance()->start(
        [promise, playlist = m_playlist, library = m_host.library(), look, format, path] {
            promise->start();
            auto made = std::make_shared<Made>();
            made->deck = makeDeck(playlist, library, look,
                                  [&](std::size_t, std::size_t) { return !promise->isCanceled(); });
            if (!made->deck.slides.empty())
                made->files = writeDeck(made->deck, playlist.title, look, *format, path);
            promise->addResult(std::move(made));
            promise->finish();
        });
}

void Playlists::takeDeck()
{
    if (m_deck.future().resultCount() == 0)
        return;
    const std::shared_ptr<const Made> made = m_deck.result();
    m_host.tell(outcome(*made));
    emit deckEnded(!made->deck.slides.empty() && made->files);
}

QString Playlists::outcome(const Made& made)
{
    QStringList said;
    if (!made.deck.problems.isEmpty())
        said.append(tr("Not in the deck: %1").arg(made.deck.problems.join(u"\n"_s)));
    if (!made.files)
        said.append(message(made.files.error()));
    else if (!made.files->isEmpty())
        said.append(tr("Saved: %1 (%n slide(s))", nullptr, static_cast<int>(made.deck.slides.size()))
                        .arg(made.files->front()));
    return said.join(u"\n"_s);
}

} // namespace il::app
