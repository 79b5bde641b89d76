// What the program remembers from one time to the next.
#pragma once

#include "../run.h"
#include "look.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace il::app {

/// When playback stops at questions, which then stand on the stage.
enum class StopAtQuestions : std::uint8_t { Never, WhenPresenting, Always };

/// What the window was about when it was closed.
struct LastSession {
    QString lesson; ///< its id; empty for none and for a file of the user's own
    QString file;   ///< that file's (or lesson folder's) path
    std::size_t script = 0;
    RunOptions options{};
    std::string panel{}, variant{};
    std::size_t step = 0;
    QString playlist{};                 ///< its file; empty for none
    std::optional<std::size_t> entry{}; ///< of the playlist, when that was shown
    bool playlistShown = true;          ///< its pane

    friend bool operator==(const LastSession&, const LastSession&) = default;
};

struct Settings {
    Look look{};
    StopAtQuestions questions = StopAtQuestions::WhenPresenting;
    bool pausesAtCues = true;
    double speed = 1;
    bool library = true, qa = true; ///< the panes, where there is room
    bool welcomed = false;          ///< the hints for the first time have been dismissed
    QByteArray geometry{};
    QString exportFolder{}; ///< where the last export went
    LastSession session{};
    QStringList recent{}; ///< scripts opened last, newest first
    QString trayTab{};    ///< see trayTabFromName
    int trayHeight = 0;   ///< pixels; 0: as at the first start

    /// What isn't there, or makes no sense, is as it is at the first start; a broken file is no obstacle.
    static Settings load(scene::Language languageAtFirst);
    void save() const;
};

} // namespace il::app
