// What the program remembers from one time to the next.
#pragma once

#include "look.h"

#include <QByteArray>

namespace il::app {

/// When playback stops at questions, which then stand on the stage.
enum class StopAtQuestions : std::uint8_t { Never, WhenPresenting, Always };

struct Settings {
    Look look;
    StopAtQuestions questions = StopAtQuestions::WhenPresenting;
    bool pausesAtCues = true;
    QByteArray geometry;

    /// What isn't there, or makes no sense, is as it is at the first start; a broken file is no obstacle.
    static Settings load(scene::Language languageAtFirst);
    void save() const;
};

} // namespace il::app
