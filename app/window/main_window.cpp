#include "main_window.h"

#include "../access/focus.h"
#include "../editor/question_bar.h"
#include "../editor/script_editor.h"
#include "../language.h"
#include "../lecture/lecture.h"
#include "../lecture/presentation.h"
#include "../lecture/question_keys.h"
#include "../picture.h"
#include "../playlist/playlist_file.h"
#include "../playlist/playlist_pane.h"
#include "../playlist/playlists.h"
#include "../scheduler/scheduler.h"
#include "../twins/comparing.h"
#include "keys.h"
#include "library_pane.h"
#include "panel_tabs.h"
#include "parameter_bar.h"
#include "problem_page.h"
#include "qa_pane.h"
#include "stage_widget.h"
#include "transport_bar.h"

#include "../trays/tray_pane.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int frameMs = 16;
constexpr int libraryFrom = 1180, qaFrom = 900, trayFrom = 820; ///< window sizes that have room for the pane
constexpr int numberPause = 900; ///< ms after which a typed lesson number is taken as complete
constexpr int noteTime = 4000;

} // namespace

MainWindow::MainWindow(const Settings& settings, std::vector<LibraryEntry> library, const Clock* clock,
                       const QString& progressFile)
    : m_settings(settings), m_progress(progressFile), m_player(clock != nullptr ? *clock : m_systemClock),
      m_gates(m_session, m_player)
{
    setObjectName("mainWindow");
    setAcceptDrops(true);
    setMinimumSize(760, 480);
    resize(1500, 900);
    makeLayout();
    makeLecture();
    makeMenus();
    connectParts();
    makePlaylists();
    m_library->setProgress(&m_progress);
    m_library->setEntries(std::move(library));
    m_player.setSpeed(settings.speed);
    m_tray->setTab(trayTabFromName(settings.trayTab));
    if (settings.trayHeight > 0)
        m_tray->setWantedHeight(settings.trayHeight);
    m_player.setPausesAtCues(settings.pausesAtCues);
    install(settings.look.language);
    applyLook();
    retranslate();
    if (!settings.geometry.isEmpty())
        restoreGeometry(settings.geometry);
    arrange();
    if (!settings.library)
        m_showLibrary->setChecked(false);
    if (!settings.qa)
        m_showQa->setChecked(false);
}

MainWindow::~MainWindow()
{
    // The widgets end after the window's own members, and what they say then must find nobody.
    for (const QObject* part : findChildren<QObject*>())
        part->disconnect(this);
}

QWidget* MainWindow::makeCentre()
{
    auto* centre = new QWidget(this);
    centre->setObjectName("centre");
    centre->setAttribute(Qt::WA_StyledBackground);
    m_tabs = new PanelTabs(centre);
    m_pages = new QStackedWidget(centre);
    m_stage = new StageWidget(m_player, m_pages);
    m_problem = new ProblemPage(m_pages);
    m_pages->addWidget(m_stage);
    m_pages->addWidget(m_problem);
    m_scripts = new ScriptEditor(m_session, m_pages, m_settings.recent);
    m_parameters = new ParameterBar(centre);
    m_tray = new TrayPane(centre);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    auto* top = new QHBoxLayout;
    top->addWidget(m_tabs, 1);
    top->addWidget(m_scripts->toggle(), 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_scripts->bar());
    column->addWidget(m_pages, 1);
    column->addWidget(m_parameters);
    column->addWidget(m_tray);
    return centre;
}

void MainWindow::makeLayout()
{
    auto* all = new QWidget(this);
    m_library = new LibraryPane(all);
    m_qa = new QaPane(m_session, all);
    m_transport = new TransportBar(m_player, all);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_library);
    row->addWidget(makeCentre(), 1);
    row->addWidget(m_qa);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_transport);
    setCentralWidget(all);
    m_library->setFixedWidth(250);
    m_note = new QLabel(all);
    m_note->setObjectName("note");
    m_note->hide();
    makeComparing();
}

void MainWindow::connectParts()
{
    connect(m_library, &LibraryPane::chosen, this, &MainWindow::openLesson);
    connect(m_library, &LibraryPane::placeChosen, this, &MainWindow::openPlace);
    connect(m_tabs, &PanelTabs::panelChosen, this, [this](const QString& id) { setPanel(id.toStdString()); });
    connect(m_tabs, &PanelTabs::variantAsked, this, &MainWindow::nextVariant);
    connect(m_tabs, &PanelTabs::scriptChosen, this, [this](int script) {
        m_session.setScript(static_cast<std::size_t>(script));
        setPanel(m_session.metadata().panel);
        m_qa->showLesson();
    });
    connectScripts();
    connect(m_parameters, &ParameterBar::optionsChosen, &m_session, &Session::setOptions);
    connect(m_tray, &TrayPane::left, m_stage, qOverload<>(&QWidget::setFocus));
    connect(m_tray, &TrayPane::stepAsked, &m_player, &Player::goTo);
    connect(&m_session, &Session::finished, this, &MainWindow::showRun);
    connect(&m_session, &Session::failed, this, &MainWindow::note);
    connect(&m_session, &Session::answered, this, &MainWindow::learn);
    connect(&m_player, &Player::momentChanged, this, &MainWindow::showMoment);
    connect(&m_player, &Player::stateChanged, this, [this] {
        m_settings.pausesAtCues = m_player.pausesAtCues();
        m_settings.speed = m_player.speed();
        showChoices();
        keepTime();
    });
    connect(&m_frames, &QTimer::timeout, &m_player, &Player::tick);
    m_frames.setTimerType(Qt::PreciseTimer);
    m_frames.setInterval(frameMs);
    m_numberTimer.setSingleShot(true);
    m_noteTimer.setSingleShot(true);
    connect(&m_numberTimer, &QTimer::timeout, this, &MainWindow::commitNumber);
    connect(&m_noteTimer, &QTimer::timeout, m_note, &QWidget::hide);
    makeSchedule();
}

void MainWindow::connectScripts()
{
    connect(m_scripts, &ScriptEditor::noted, this, &MainWindow::note);
    connect(m_scripts, &ScriptEditor::openAsked, this, &MainWindow::openFile);
    connect(m_scripts, &ScriptEditor::runReady, this,
            [this](const LessonPtr& lesson, const RunOptions& options, const QString& file, bool again) {
                const auto [panel, variant] = std::pair(m_stage->panel(), m_stage->variant());
                open(lesson, 0, options);
                m_file = file;
                m_scripts->setShown(file);
                if (again)
                    setPanel(panel), setVariant(variant);
            });
    connect(m_scripts, &ScriptEditor::reloadAsked, this, [this](const QString& path) {
        const std::size_t step = m_player.moment().step;
        showFile(path, m_session.options());
        m_resumeAt = step;
    });
    // Whoever wants to see something moves the editor out of the way.
    connect(m_tabs, &PanelTabs::panelChosen, m_scripts, &ScriptEditor::showStage);
    connect(m_tabs, &PanelTabs::scriptChosen, m_scripts, &ScriptEditor::showStage);
    connect(&m_player, &Player::stateChanged, this, [this] {
        if (m_player.isPlaying())
            m_scripts->showStage();
    });
}

/// Frames are drawn only while something moves.
void MainWindow::keepTime()
{
    if (m_player.isMoving() == m_frames.isActive())
        return;
    m_player.isMoving() ? m_frames.start() : m_frames.stop();
}

void MainWindow::openFirst()
{
    for (const LibraryEntry& entry : m_library->entries())
        if (entry.lesson != nullptr)
            return open(entry.lesson);
    script::Diagnostic none;
    none.id = "no-lessons";
    none.file = "interleave";
    showProblems(tr("The library"), {none});
}

void MainWindow::open(const LessonPtr& lesson, std::size_t script, const RunOptions& options)
{
    m_file.clear();
    m_scripts->setShown({});
    m_resumeAt = 0;
    m_goingTo.reset();
    m_pages->setCurrentWidget(m_stage);
    m_stage->setRun(nullptr);
    m_session.open(lesson, script, options);
    m_library->setCurrent(lesson->id);
    m_tabs->setLesson(lesson, script);
    setPanel(m_session.metadata().panel);
    m_qa->showLesson();
    const lesson::Text& text = lesson->texts[static_cast<std::size_t>(look().language)];
    setWindowTitle(QString::fromStdString(text.title) + u" - Interleave"_s);
    m_stage->setFocus();
}

void MainWindow::openLesson(const QString& id)
{
    for (const LibraryEntry& entry : m_library->entries()) {
        if (entry.folder.id != id.toStdString())
            continue;
        if (entry.lesson != nullptr)
            open(entry.lesson);
        else
            showProblems(id, entry.problems);
    }
}

void MainWindow::openFile(const QString& path)
{
    if (isPlaylistName(path) && !QFileInfo(path).isDir()) {
        if (!m_playlists->open(path) && m_session.lesson() == nullptr)
            openFirst();
        return;
    }
    showFile(path, {});
}

void MainWindow::showFile(const QString& path, const RunOptions& options)
{
    const bool editing = m_scripts->isInFront();
    const std::filesystem::path file(path.toStdString());
    const auto opened = QFileInfo(path).isDir() ? loadLesson(file) : loadFile(file);
    if (opened) {
        open(*opened, 0, options);
        m_file = QFileInfo(path).absoluteFilePath();
    } else {
        showProblems(QFileInfo(path).fileName(), opened.error());
    }
    m_scripts->setShown(path);
    if (editing)
        m_scripts->edit();
}

LessonPtr MainWindow::lessonOf(int number) const
{
    for (const LibraryEntry& entry : m_library->entries())
        if (entry.lesson != nullptr && entry.order() == number)
            return entry.lesson;
    return nullptr;
}

void MainWindow::openNumber(int number)
{
    if (const LessonPtr lesson = lessonOf(number))
        return open(lesson);
    note(tr("There is no lesson %1.").arg(number));
}

void MainWindow::resume(const LastSession& last)
{
    resumeRun(last);
    if (!last.playlist.isEmpty())
        m_playlists->reopen(last.playlist, last.entry, last.playlistShown);
}

void MainWindow::resumeRun(const LastSession& last)
{
    LessonPtr lesson;
    if (!last.file.isEmpty() && QFileInfo::exists(last.file))
        openFile(last.file), lesson = m_session.lesson();
    for (const LibraryEntry& entry : m_library->entries())
        if (last.file.isEmpty() && entry.folder.id == last.lesson.toStdString())
            lesson = entry.lesson;
    if (lesson == nullptr)
        return m_session.lesson() == nullptr ? openFirst() : void();
    const QString file = m_file;
    open(lesson, last.script < lesson->scripts.size() ? last.script : 0, last.options);
    m_file = file;
    m_scripts->setShown(file);
    m_resumeAt = last.step;
    if (panelOfId(last.panel) == nullptr)
        return;
    setPanel(last.panel);
    setVariant(last.variant);
}

LastSession MainWindow::lastSession() const
{
    LastSession last;
    if (m_session.lesson() != nullptr)
        last = {.lesson = QString::fromStdString(m_session.lesson()->id),
                .file = m_file,
                .script = m_session.script(),
                .options = m_session.options(),
                .panel = m_stage->panel(),
                .variant = m_stage->variant(),
                .step = m_player.moment().step};
    last.playlist = m_playlists->path();
    last.entry = m_playlists->current();
    last.playlistShown = !m_playlists->pane().isHidden();
    return last;
}

void MainWindow::showProblems(const QString& subject, const Diagnostics& problems)
{
    m_player.pause();
    m_library->setCurrent({});
    m_qa->clear();
    m_problem->show(subject, problems);
    m_pages->setCurrentWidget(m_problem);
    m_scripts->setShown({});
    setWindowTitle(subject + u" - Interleave"_s);
}

void MainWindow::showRun()
{
    const RunPtr& run = m_session.run();
    m_stage->setRun(run);
    if (m_fitsPanel && m_stage->panel() != run->panel)
        setPanel({});
    m_lecture->setShown({run, m_stage->panel(), m_stage->variant()});
    m_tabs->setRun(run);
    m_parameters->setRun(run);
    m_tray->setRun(run);
    m_qa->showRun();
    m_transport->setDuration(run->trace().duration());
    m_player.setRun(run->trace(), run->cues);
    if (const std::size_t step = std::exchange(m_resumeAt, 0); step > 0 && step < m_player.steps())
        m_player.scrub(m_player.fractionOf(step));
    if (const auto place = std::exchange(m_goingTo, std::nullopt))
        goTo(*place);
}

void MainWindow::learn()
{
    const RunPtr& run = m_session.run();
    const scene::CueMark* cue = run == nullptr ? nullptr : run->cueAt(m_player.moment().step);
    if (cue == nullptr)
        return;
    const QString lesson = QString::fromStdString(run->lesson->id);
    m_progress.see(lesson, cue->name);
    const lesson::CueText* text =
        textOf(run->lesson->texts[static_cast<std::size_t>(look().language)], cue->name);
    const Answer answer = m_session.answer(cue->name);
    const int choice = answer.option;
    if (text == nullptr || !text->prediction || choice < 0 || !answer.revealed)
        return;
    const Verdict verdict = judge(*text->prediction, run->trace(), cue->time);
    if (static_cast<std::size_t>(choice) < verdict.right.size())
        m_progress.predict(lesson, cue->name, verdict.right[static_cast<std::size_t>(choice)]);
}

void MainWindow::showMoment()
{
    if (m_session.run() == nullptr)
        return;
    m_qa->showStep(m_player.moment().step);
    m_tray->showMoment(m_player.moment());
    learn();
    keepTime();
}

void MainWindow::setPanel(const std::string& id)
{
    m_fitsPanel = id.empty();
    const bool ran = m_fitsPanel && m_session.run() != nullptr;
    m_stage->setPanel(ran ? m_session.run()->panel : id);
    setVariant({});
}

void MainWindow::nextVariant()
{
    const scene::Panel* panel = panelOfId(m_stage->panel());
    const scene::Words& words = scene::Words::of(look().language);
    if (panel == nullptr)
        return;
    if (const auto next = app::nextVariant(*panel, m_stage->variant(), words))
        setVariant(next->id);
}

void MainWindow::setVariant(const std::string& id)
{
    m_tabs->setPanel(m_stage->panel(), id);
    m_stage->setVariant(id);
    m_lecture->setShown({m_session.run(), m_stage->panel(), id});
    showChoices();
}

void MainWindow::setLanguage(scene::Language language)
{
    m_settings.look.language = language;
    install(language);
    applyLook();
    retranslate();
}

void MainWindow::setTheme(scene::ThemeId theme)
{
    m_settings.look.theme = theme;
    applyLook();
}

void MainWindow::applyLook()
{
    const Look& now = look();
    qApp->setPalette(app::palette(now.colours()));
    qApp->setStyleSheet(app::styleSheet(now.colours()));
    m_library->setLook(now);
    m_tabs->setLook(now);
    m_stage->setLook(now);
    m_problem->setLook(now);
    m_scripts->setLook(now);
    m_parameters->setLook(now);
    m_tray->setLook(now);
    m_qa->setLook(now);
    m_transport->setLook(now);
    m_comparing->setLook(now);
    m_playlists->setLook(now);
    m_lecture->setLook(now);
    m_gates.setLanguage(now.language);
    showChoices();
    offerChoice();
    if (m_session.run() != nullptr)
        showMoment();
}

void MainWindow::note(const QString& text)
{
    m_note->setText(text);
    m_note->show();
    m_note->raise();
    placeNote();
    m_noteTimer.start(noteTime);
    if (m_lecture->isOn())
        presentation()->note(text);
}

/// On the stage; in several lines when it is wider.
void MainWindow::placeNote()
{
    const int most = std::max(m_pages->width() - 40, 200);
    m_note->setWordWrap(false);
    const bool wraps = m_note->sizeHint().width() > most;
    m_note->setWordWrap(wraps);
    m_note->resize(wraps ? QSize(most, m_note->heightForWidth(most)) : m_note->sizeHint());
    const QPoint middle = m_pages->mapTo(centralWidget(), QPoint(m_pages->width() / 2, 18));
    m_note->move(middle.x() - m_note->width() / 2, middle.y());
}

void MainWindow::typeDigit(int digit)
{
    if (m_scheduler->isOn()) { // digits answer choices then, and open no lessons
        m_scheduler->choose(static_cast<std::uint32_t>(digit - 1));
        return;
    }
    m_typed += QString::number(digit);
    m_typed.truncate(4);
    const LessonPtr lesson = lessonOf(m_typed.toInt());
    const QString name = tr("Lesson %1").arg(m_typed);
    note(lesson == nullptr ? name : name + u" · "_s + titleOf(*lesson, 0, look().language));
    m_numberTimer.start(numberPause);
}

void MainWindow::commitNumber()
{
    m_numberTimer.stop();
    m_note->hide();
    const int number = m_typed.toInt();
    m_typed.clear();
    openNumber(number);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_0;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (handleQuestionKey(m_gates, *event))
        return;
    if (plain && digit >= 0 && digit <= 9)
        typeDigit(digit);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_typed.isEmpty())
        commitNumber();
    else if (event->key() == Qt::Key_Escape)
        m_stage->setFocus();
    else if (plain && event->key() == Qt::Key_V)
        nextVariant();
    else if (plain && event->key() == Qt::Key_Backspace)
        m_scheduler->undo();
    else if (!handlePlaybackKey(m_player, *event))
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus({menuBar(), m_library, m_tabs->parentWidget(), m_qa, &m_playlists->pane(), m_transport},
                     next);
}

/// Panes that a small window has no room for are hidden; the View menu still shows them.
void MainWindow::arrange()
{
    const auto cross = [](bool& fits, bool now) { return std::exchange(fits, now) != now; };
    if (cross(m_fitsLibrary, width() >= libraryFrom))
        m_showLibrary->setChecked(m_fitsLibrary);
    if (cross(m_fitsQa, width() >= qaFrom))
        m_showQa->setChecked(m_fitsQa);
    if (cross(m_fitsTray, height() >= trayFrom))
        m_tray->setOpen(m_fitsTray);
    m_library->setFixedWidth(width() >= 1400 ? 250 : 220);
    m_qa->setFixedWidth(std::clamp(width() * 22 / 100, 280, 420));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    arrange();
    placeNote();
}

/// The hints come when everything has its place.
void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_settings.welcomed)
        QTimer::singleShot(0, this, &MainWindow::showHints);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_scripts->mayClose() || !m_playlists->mayClose())
        return event->ignore();
    m_settings.recent = m_scripts->recent();
    m_settings.trayTab = nameOf(m_tray->tab());
    m_settings.trayHeight = m_tray->wantedHeight();
    m_settings.geometry = saveGeometry();
    m_settings.session = lastSession();
    m_settings.library = m_showLibrary->isChecked() || !m_fitsLibrary;
    m_settings.qa = m_showQa->isChecked() || !m_fitsQa;
    m_settings.save();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openFile(event->mimeData()->urls().front().toLocalFile());
}

} // namespace il::app
