// Of the main window: two runs beside each other, runs after each other, and what was searched for.
#include "../editor/script_editor.h"
#include "../playlist/playlist_pane.h"
#include "../playlist/playlists.h"
#include "../twins/comparing.h"
#include "library_pane.h"
#include "main_window.h"
#include "stage_widget.h"

#include <QAction>
#include <QMessageBox>
#include <QStackedWidget>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// The first step at which some thread is at the script's line.
std::optional<std::size_t> stepAtLine(const trace::Trace& trace, int line)
{
    const auto events = trace.events();
    for (std::size_t i = 0; i < events.size(); ++i) {
        const trace::Event& event = events[i];
        if (event.kind != trace::EventKind::Line || event.object != static_cast<std::uint32_t>(line))
            continue;
        const auto file = static_cast<trace::StringId>(event.value & 0xFFFF'FFFF);
        if (file == 0 || trace.string(file) == trace.info().file)
            return trace.stepOf(static_cast<std::uint32_t>(i));
    }
    return std::nullopt;
}

} // namespace

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

void MainWindow::openPlace(const QString& id, const Place& place)
{
    LessonPtr lesson;
    for (const LibraryEntry& entry : m_library->entries())
        if (entry.folder.id == id.toStdString())
            lesson = entry.lesson;
    if (lesson == nullptr)
        return openLesson(id);
    const bool isShown = m_session.lesson() == lesson && m_session.script() == place.script &&
                         m_session.run() != nullptr && !m_session.isRunning();
    if (!isShown) {
        open(lesson, place.script);
        m_goingTo = place;
        return;
    }
    m_pages->setCurrentWidget(m_stage);
    m_player.pause();
    m_stage->setFocus();
    goTo(place);
}

void MainWindow::goTo(const Place& place)
{
    const Run& run = *m_session.run();
    if (!place.cue.isEmpty()) {
        const auto cue = std::find_if(run.cues.begin(), run.cues.end(), [&place](const scene::CueMark& mark) {
            return mark.name == place.cue;
        });
        cue != run.cues.end() ? m_player.showStep(cue->step)
                              : note(tr("The run doesn't reach the cue \"%1\".").arg(place.cue));
    } else if (place.field == Field::Code) {
        const auto step = stepAtLine(run.trace(), place.number);
        step ? m_player.showStep(*step) : note(tr("The run doesn't come to line %1.").arg(place.number));
    }
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
