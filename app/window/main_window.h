// The main window: library, stage, questions and answers, transport.
#pragma once

#include "../lecture/gates.h"
#include "../library.h"
#include "../player.h"
#include "../playlist/playlist.h"
#include "../progress.h"
#include "../search/search.h"
#include "../session.h"
#include "settings.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <memory>

class QActionGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace il::app {

class Comparing;
class LibraryPane;
class Lecture;
class PanelTabs;
class ParameterBar;
class Playlists;
class Presentation;
class ProblemPage;
class QaPane;
class ScriptEditor;
class Scheduler;
class StageWidget;
class TransportBar;
class TrayPane;

/// Real time, for the player.
class SystemClock : public Clock {
public:
    SystemClock() { m_timer.start(); }
    double nowMs() const override { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }

private:
    QElapsedTimer m_timer;
};

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `clock` must outlive the window; without one it is real time. `progressFile`: see Progress.
    MainWindow(const Settings& settings, std::vector<LibraryEntry> library, const Clock* clock = nullptr,
               const QString& progressFile = {});
    ~MainWindow() override;

    void openFirst(); ///< the library's first lesson
    void open(const LessonPtr& lesson, std::size_t script = 0, const RunOptions& options = {});
    void openLesson(const QString& id); ///< one of the library's
    void openFile(
        const QString& path);    ///< a script or a lesson's folder; problems are shown in place of the stage
    void openNumber(int number); ///< the lesson with that number, if there is one
    /// One of the library's at what was found there: the cue, or the first step at the line.
    void openPlace(const QString& id, const Place& place);
    /// What was open at the end of the last session, at the step that was shown; the first lesson when that
    /// is gone. The playlist too, if there was one.
    void resume(const LastSession& last);
    LastSession lastSession() const;

    void setLanguage(scene::Language language);
    void setTheme(scene::ThemeId theme);
    void setPanel(const std::string& id); ///< in its first variant
    void nextVariant();                   ///< of the panel that is shown, if it has several
    void setTextSize(scene::TextSize size);
    void setStopAtQuestions(StopAtQuestions when);
    void present(bool on);

    Player& player() { return m_player; }
    Session& session() { return m_session; }
    Progress& progress() { return m_progress; }
    const Look& look() const { return m_settings.look; }
    ScriptEditor& scripts() { return *m_scripts; }
    Comparing& comparing() { return *m_comparing; }
    Playlists& playlists() { return *m_playlists; }
    Presentation* presentation() const; ///< null while there is none
    const Gates& gates() const { return m_gates; }

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeLayout();
    QWidget* makeCentre();
    void connectParts();
    void connectScripts();
    void applyLook();
    void arrange();
    void showFile(const QString& path, const RunOptions& options);
    void resumeRun(const LastSession& last);
    void showRun();
    void showMoment();
    void setVariant(const std::string& id);
    void learn(); ///< the user's progress, from what is shown
    void showProblems(const QString& subject, const Diagnostics& problems);
    void keepTime();
    void typeDigit(int digit);
    void commitNumber();
    LessonPtr lessonOf(int number) const; ///< null when there is none
    void note(const QString& text);       ///< for a few seconds, above the stage
    void placeNote();

    // main_window_lists.cpp
    void makeComparing();
    void compare(); ///< begins, or ends it
    void makePlaylists();
    PlaylistEntry shownEntry() const;
    void goTo(const Place& place);
    // main_window_lecture.cpp
    void makeLecture();
    void makeTextSizeMenu(QMenu* view);
    void makeQuestionMenu(QMenu* playback);
    void changeTextSize(int step);
    void togglePresenterView(bool on);
    void setGates();
    void clickStage(QPointF place);

    // main_window_schedule.cpp
    void makeSchedule();
    void offerChoice();
    void elementClicked(const QStringList& ids, const QPoint& at); ///< global
    void tellGoal(const QString& id);
    void askWhy();
    void showWhy(trace::ThreadId thread, const QPoint& at); ///< global

    // main_window_menus.cpp
    void makeMenus();
    QAction* addAction(QMenu* menu, const char* name, const char* text);
    void makeFileMenu();
    void makeViewMenu();
    void makePlaybackMenu();
    void makeOtherMenus();
    void retranslate();
    void showChoices(); ///< the menus' check marks
    void askForFile();
    void askForExport();
    void copyPicture();
    void showKeys();
    void showHints();

    Settings m_settings;
    SystemClock m_systemClock;
    Session m_session;
    Progress m_progress;
    Player m_player;
    Gates m_gates;
    QTimer m_frames;
    Lecture* m_lecture = nullptr;

    Comparing* m_comparing = nullptr;
    std::unique_ptr<Playlists> m_playlists; ///< no child: lets go of the player at its end

    LibraryPane* m_library;
    PanelTabs* m_tabs;
    StageWidget* m_stage;
    ProblemPage* m_problem;
    QStackedWidget* m_pages;
    ScriptEditor* m_scripts;
    ParameterBar* m_parameters;
    TrayPane* m_tray;
    QaPane* m_qa;
    TransportBar* m_transport;
    Scheduler* m_scheduler = nullptr;
    QLabel* m_note;
    QTimer m_noteTimer, m_numberTimer;
    QString m_typed;                ///< digits of a lesson's number
    QString m_file;                 ///< that is open, rather than one of the library's lessons
    bool m_fitsPanel = false;       ///< shows each run in the panel that it is most about
    std::size_t m_resumeAt = 0;     ///< the step to show when the next run is there
    std::optional<Place> m_goingTo; ///< likewise
    bool m_fitsLibrary = true, m_fitsQa = true, m_fitsTray = true;

    /// Menus and actions with the source text that they show in the current language.
    std::vector<std::pair<QObject*, const char*>> m_texts;
    QActionGroup *m_languages, *m_themes, *m_panels, *m_speeds, *m_textSizes, *m_questions;
    QAction *m_showLibrary, *m_showQa, *m_pauseAtCues, *m_playPause, *m_nextVariant, *m_presenterView,
        *m_showPlaylist;
    QPushButton *m_present, *m_compare;
};

} // namespace il::app
