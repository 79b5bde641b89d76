// Of the main window: two runs beside each other, and runs after each other.
#include "../playlist/playlist_pane.h"
#include "../playlist/playlists.h"
#include "../twins/comparing.h"
#include "library_pane.h"
#include "main_window.h"
#include "stage_widget.h"

#include <QAction>
#include <QMessageBox>

namespace il::app {
using namespace Qt::StringLiterals;

void MainWindow::makeComparing()
{
    m_comparing = new Comparing({.session = m_session,
                                 .clock = m_player.clock(),
                                 .area = *centralWidget(),
                                 .library = [this] { return m_library->entries(); },
                                 .panel = [this] { return m_stage->panel(); },
                                 .tell = [this](const QString& text) { note(text); }},
                                this);
    connect(m_comparing, &Comparing::shown, this, [this](bool on) {
        m_player.pause();
        // These are about the run below.
        for (const char* name : {"play", "forward", "back", "next", "previous", "start", "end"})
            if (auto* action = findChild<QAction*>(QLatin1StringView(name)))
                action->setEnabled(!on);
        if (!on)
            m_stage->setFocus();
    });
}

void MainWindow::compare()
{
    m_comparing->isOn() ? m_comparing->close() : m_comparing->ask();
}

void MainWindow::makePlaylists()
{
    m_playlists = std::make_unique<Playlists>(PlaylistHost{
        .window = *this,
        .session = m_session,
        .player = m_player,
        .library = [this] { return m_library->entries(); },
        .open =
            [this](const LessonPtr& lesson, std::size_t script, const RunOptions& options,
                   const QString& file) {
                open(lesson, script, options);
                m_file = file;
            },
        .setPicture =
            [this](const std::string& panel, const std::string& variant) {
                setPanel(panel);
                setVariant(variant);
            },
        .shown = [this] { return shownEntry(); },
        .tell = [this](const QString& text) { note(text); },
        .tellProblem =
            [this](const QString& title, const QString& text) {
                auto* box = new QMessageBox(QMessageBox::Warning, title, text, QMessageBox::Ok, this);
                box->setObjectName("playlistProblem");
                box->setTextFormat(Qt::PlainText);
                box->setAttribute(Qt::WA_DeleteOnClose);
                QTimer::singleShot(0, box, [box] { box->open(); }); // the window may not be there yet
            }});
    connect(m_showPlaylist, &QAction::toggled, &m_playlists->pane(), &QWidget::setVisible);
    connect(&m_playlists->pane(), &QDockWidget::visibilityChanged, this,
            [this] { m_showPlaylist->setChecked(!m_playlists->pane().isHidden()); });
}

PlaylistEntry MainWindow::shownEntry() const
{
    const RunPtr& run = m_session.run();
    const scene::CueMark* cue = run == nullptr ? nullptr : run->cueAt(m_player.moment().step);
    const lesson::Lesson& lesson = *m_session.lesson();
    return {.lesson = m_file.isEmpty() ? QString::fromStdString(lesson.id) : QString(),
            .file = m_file,
            .script = QString::fromStdString(lesson.scripts[m_session.script()].name),
            .cue = cue == nullptr ? QString() : cue->name,
            .options = m_session.options(),
            .panel = QString::fromStdString(m_stage->panel()),
            .variant = QString::fromStdString(m_stage->variant())};
}

} // namespace il::app
