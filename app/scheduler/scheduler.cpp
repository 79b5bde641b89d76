#include "scheduler.h"

#include "goals.h"

#include <utility>

namespace il::app {

Scheduler::Scheduler(Session& session, Player& player, QObject* parent)
    : QObject(parent), m_session(session), m_player(player)
{
    connect(&session, &Session::started, this, &Scheduler::changed);
    connect(&session, &Session::finished, this, &Scheduler::take);
    connect(&player, &Player::momentChanged, this, &Scheduler::lookAtGoals);
}

bool Scheduler::isOn() const
{
    return m_session.lesson() != nullptr && Hand::isText(m_session.options().schedule.value_or(""));
}

void Scheduler::setOn(bool on)
{
    if (m_session.lesson() == nullptr || on == isOn())
        return;
    m_hand = {};
    m_from.reset();
    RunOptions options = m_session.options();
    options.schedule = on ? std::optional(m_hand.text()) : std::nullopt;
    m_asked = true;
    m_session.setOptions(options);
    emit changed();
}

std::optional<Scheduler::Due> Scheduler::due() const
{
    if (!isOn() || m_session.isRunning() || m_session.run() == nullptr)
        return std::nullopt;
    const trace::Trace& trace = m_session.run()->trace();
    if (m_hand.made() >= trace.choices().size())
        return std::nullopt;
    return Due{m_hand.made(), trace.stepBefore(trace.choices()[m_hand.made()])};
}

bool Scheduler::isAsking() const
{
    const auto next = due();
    return next && m_player.moment().step == next->step;
}

bool Scheduler::choose(std::uint32_t option)
{
    const auto next = due();
    if (!next || m_player.moment().step != next->step)
        return false;
    const trace::Choice& choice = m_session.run()->trace().choices()[next->choice];
    if (option >= choice.options)
        return false;
    m_hand.choose(option);
    if (option == choice.chosen)
        showDue(next->step, true);
    else
        runAgain(next->step);
    return true;
}

void Scheduler::undo()
{
    if (!canUndo() || m_session.isRunning() || m_session.run() == nullptr)
        return;
    const trace::Trace& trace = m_session.run()->trace();
    const std::uint32_t option = m_hand.undo();
    const std::size_t step = trace.stepBefore(trace.choices()[m_hand.made()]);
    if (option != 0)
        return runAgain(step);
    m_player.pause();
    m_player.goTo(step);
    showDue(step, false);
}

void Scheduler::leaveTheRest()
{
    if (!due())
        return;
    const auto choices = m_session.run()->trace().choices();
    while (m_hand.made() < choices.size())
        m_hand.choose(choices[m_hand.made()].chosen);
    showDue(m_player.moment().step, true);
}

bool Scheduler::replay(const QString& text)
{
    const std::string schedule = text.trimmed().toStdString();
    if (m_session.lesson() == nullptr || !Hand::isText(schedule) || !machine::Schedule::parse(schedule))
        return false;
    m_hand = {};
    m_from.reset();
    m_replays = true;
    m_asked = true;
    RunOptions options = m_session.options();
    options.schedule = schedule;
    m_session.setOptions(options);
    return true;
}

void Scheduler::runAgain(std::size_t from)
{
    m_from = from;
    m_asked = true;
    RunOptions options = m_session.options();
    options.schedule = m_hand.text();
    m_session.setOptions(options);
    emit changed();
}

/// The session has another run; the player shows its beginning.
void Scheduler::take()
{
    const bool asked = std::exchange(m_asked, false);
    const bool replays = std::exchange(m_replays, false);
    const auto from = std::exchange(m_from, std::nullopt);
    if (!isOn()) {
        m_hand = {};
        emit changed();
        return;
    }
    // Another parameter, say: the choices were made for another run. Or it is a session that is restored.
    const bool isStale = !asked && m_hand.made() > 0;
    m_hand = isStale ? Hand() : m_hand;
    if (isStale && m_session.options().schedule != m_hand.text())
        return runAgain(0);
    if (replays || (!asked && m_session.options().schedule != m_hand.text()))
        for (const trace::Choice& choice : m_session.run()->trace().choices())
            m_hand.choose(choice.chosen);
    if (from)
        m_player.showStep(*from);
    showDue(from.value_or(0), asked);
}

void Scheduler::showDue(std::size_t from, bool plays)
{
    const auto next = due();
    m_player.setLast(next ? std::optional(next->step) : std::nullopt);
    const std::size_t last = next ? next->step : m_player.steps() - 1;
    if (plays && from < last)
        m_player.play();
    emit changed();
    lookAtGoals();
}

QString Scheduler::keyOf(const lesson::Goal& goal) const
{
    const lesson::Lesson& lesson = *m_session.lesson();
    return QString::fromStdString(lesson.id + '/' + lesson.scripts[m_session.script()].name + '/' + goal.id);
}

bool Scheduler::isReached(std::size_t goal) const
{
    const auto& goals = m_session.metadata().goals;
    return goal < goals.size() && m_reached.count(keyOf(goals[goal])) > 0;
}

void Scheduler::forgetReached()
{
    m_reached.clear();
    emit changed();
}

/// A goal counts when the run that reaches it has been seen to its end.
void Scheduler::lookAtGoals()
{
    if (!isOn() || m_session.isRunning() || m_session.run() == nullptr || due() ||
        m_player.moment().step + 1 < m_player.steps())
        return;
    const auto& goals = m_session.metadata().goals;
    const std::vector<bool> reached = goalsReached(goals, m_session.run()->trace());
    for (std::size_t i = 0; i < goals.size(); ++i)
        if (reached[i] && m_reached.insert(keyOf(goals[i])).second) {
            emit changed();
            emit goalReached(QString::fromStdString(goals[i].id));
        }
}

} // namespace il::app
