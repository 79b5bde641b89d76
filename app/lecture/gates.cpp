#include "gates.h"

#include <algorithm>

namespace il::app {
namespace {

const lesson::Prediction* predictionOf(const Run& run, const scene::CueMark& cue, scene::Language language)
{
    const lesson::CueText* text = textOf(run.lesson->texts[static_cast<std::size_t>(language)], cue.name);
    return text != nullptr && text->prediction ? &*text->prediction : nullptr;
}

} // namespace

std::optional<scene::Gate> gateAt(const Run& run, const scene::CueMark& cue, const Answer& answer,
                                  scene::Language language)
{
    const lesson::Prediction* prediction = predictionOf(run, cue, language);
    if (prediction == nullptr)
        return std::nullopt;
    scene::Gate gate;
    gate.question = plainLine(filled(prediction->question, run.trace(), cue.time));
    for (const lesson::Option& option : prediction->options)
        gate.options << plainLine(filled(option.text, run.trace(), cue.time));
    gate.chosen = answer.option < gate.options.size() ? answer.option : -1;
    gate.revealed = answer.revealed;
    if (gate.revealed)
        gate.right = judge(*prediction, run.trace(), cue.time).right;
    return gate;
}

Gates::Gates(Session& session, Player& player, QObject* parent)
    : QObject(parent), m_session(session), m_player(player)
{
    connect(&session, &Session::started, this, &Gates::update);
    connect(&session, &Session::finished, this, &Gates::beginRun);
    connect(&session, &Session::answered, this, &Gates::update);
    connect(&player, &Player::momentChanged, this, &Gates::update);
}

void Gates::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_passed.clear();
    m_session.setRevealsAtOnce(!on);
    if (on)
        m_session.forgetAnswers();
    setStops();
    update();
}

void Gates::setLanguage(scene::Language language)
{
    m_language = language;
    setStops();
    update();
}

void Gates::beginRun()
{
    m_passed.clear();
    if (m_on)
        m_session.forgetAnswers();
    setStops();
}

/// Where playing must stop, whether or not it pauses at cues.
void Gates::setStops()
{
    std::vector<std::size_t> steps;
    if (const RunPtr& run = m_session.run(); m_on && run != nullptr)
        for (const scene::CueMark& cue : run->cues)
            if (m_passed.count(cue.name) == 0 && predictionOf(*run, cue, m_language) != nullptr)
                steps.push_back(cue.step);
    m_player.setStops(std::move(steps));
}

const scene::CueMark* Gates::cue() const
{
    const RunPtr& run = m_session.run();
    const std::size_t step = m_player.moment().step;
    const scene::CueMark* cue = m_on && run != nullptr ? run->cueAt(step) : nullptr;
    const bool asks = cue != nullptr && cue->step == step && m_passed.count(cue->name) == 0 &&
                      predictionOf(*run, *cue, m_language) != nullptr;
    return asks ? cue : nullptr;
}

void Gates::update()
{
    const scene::CueMark* now = cue();
    auto gate = now != nullptr ? gateAt(*m_session.run(), *now, m_session.answer(now->name), m_language)
                               : std::nullopt;
    if (gate == m_gate)
        return;
    m_gate = std::move(gate);
    emit changed();
}

bool Gates::choose(int option)
{
    if (!m_gate || m_gate->revealed || option < 0 || option >= m_gate->options.size())
        return false;
    if (const scene::CueMark* now = cue())
        m_session.choose(now->name, option);
    return true;
}

bool Gates::advance()
{
    const scene::CueMark* now = m_gate ? cue() : nullptr;
    if (now == nullptr)
        return false;
    if (!m_gate->revealed) {
        m_session.reveal(now->name);
        return true;
    }
    m_passed.insert(now->name);
    setStops();
    update();
    return false;
}

} // namespace il::app
