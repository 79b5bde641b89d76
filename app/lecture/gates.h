// Questions that stop the show: which one stands on the stage now, and what has become of it.
#pragma once

#include "../player.h"
#include "../session.h"

#include "scene/gate.h"
#include "scene/words.h"

#include <QObject>

#include <optional>
#include <set>

namespace il::app {

/// The question of a cue as the stage shows it, judged by the run; nothing when the cue asks none.
std::optional<scene::Gate> gateAt(const Run& run, const scene::CueMark& cue, const Answer& answer,
                                  scene::Language language);

/// A question is up from when the player is at its cue until somebody goes on after the verdict. It shares
/// its answer with the Q&A pane: both are the session's.
class Gates : public QObject {
    Q_OBJECT

public:
    Gates(Session& session, Player& player, QObject* parent = nullptr);

    /// Off at first. Only when it is on does playback stop at questions, and is a choice kept secret until
    /// it is revealed. Each run, and switching on, asks anew.
    void setOn(bool on);
    bool isOn() const { return m_on; }
    void setLanguage(scene::Language language);

    const std::optional<scene::Gate>& gate() const { return m_gate; } ///< what stands on the stage
    /// False when no such option is there to be chosen (any more).
    bool choose(int option);
    /// What a step forward means to a question: true when it has revealed the verdict, which is all that
    /// this step does; false when there is nothing (more) to wait for, and the question has gone.
    bool advance();

signals:
    void changed(); ///< gate()

private:
    const scene::CueMark* cue() const; ///< of the question that is up; null for none
    void update();
    void setStops();
    void beginRun();

    Session& m_session;
    Player& m_player;
    scene::Language m_language = scene::Language::English;
    bool m_on = false;
    std::set<QString> m_passed; ///< cues of this run that have been answered and left
    std::optional<scene::Gate> m_gate;
};

} // namespace il::app
