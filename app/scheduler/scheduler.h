// A person in the scheduler's place: the run stops at each of its choices and waits to be told.
#pragma once

#include "hand.h"

#include "../player.h"
#include "../session.h"

#include <QObject>

#include <optional>
#include <set>

namespace il::app {

/// Runs are deterministic and short, so each answer that isn't the usual one runs the program again from its
/// start with the choices made so far; the player goes on where it was. The player can't go beyond the choice
/// that is due.
class Scheduler : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    Scheduler(Session& session, Player& player, QObject* parent = nullptr);

    /// Whether the session's run is scheduled by hand.
    bool isOn() const;
    void setOn(bool on); ///< from the start, with no choice made; off: the lesson's own schedule again

    struct Due {
        std::size_t choice = 0, step = 0; ///< its number; the step before it
    };
    /// The next choice to be made; nothing when all are made, or while the program runs again.
    std::optional<Due> due() const;
    /// It is due and the player has come to it.
    bool isAsking() const;
    /// Answers it. False when nothing is asked or it has no such option.
    bool choose(std::uint32_t option);
    bool canUndo() const { return m_hand.made() > 0; }
    void undo(); ///< the last choice is due again; nothing happens when there is none
    /// All further choices are left to the usual policy.
    void leaveTheRest();

    /// The schedule that was made so far: "hand:5=1".
    QString text() const { return QString::fromStdString(m_hand.text()); }
    /// Plays a schedule from its start; then its choices can be undone. False when it is none of those that
    /// text() gives; what is wrong is told by Session::failed.
    bool replay(const QString& text);

    /// Goals of the shown script that were reached in this session, by their index.
    bool isReached(std::size_t goal) const;
    void forgetReached(); ///< as if none had been reached

signals:
    void changed(); ///< whether it is on, what is due, what is reached
    void goalReached(const QString& id);

private:
    void runAgain(std::size_t from);
    void take();
    void showDue(std::size_t from, bool plays);
    void lookAtGoals();
    QString keyOf(const lesson::Goal& goal) const;

    Session& m_session;
    Player& m_player;
    Hand m_hand;
    std::optional<std::size_t> m_from; ///< the step to go on from, when the run has come; none: its start
    bool m_replays = false;            ///< the run makes choices that aren't in m_hand yet
    bool m_asked = false;              ///< this object has asked for the run that is to come
    std::set<QString> m_reached;
};

} // namespace il::app
