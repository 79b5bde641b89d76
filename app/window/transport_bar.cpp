#include "transport_bar.h"

#include "scrubber.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array speeds{0.25, 0.5, 1.0, 2.0, 4.0};

QString speedText(double speed)
{
    return QString::number(speed) + u'×';
}

} // namespace

QToolButton* TransportBar::addButton(const char* name, const char* kind, void (Player::*action)())
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("kind", kind);
    button->setFocusPolicy(Qt::TabFocus);
    const bool big = qstrcmp(kind, "play") == 0;
    button->setFixedSize(big ? QSize(46, 46) : QSize(38, 38));
    button->setIconSize(big ? QSize(24, 24) : QSize(20, 20));
    connect(button, &QToolButton::clicked, &m_player, action);
    layout()->addWidget(button);
    return button;
}

TransportBar::TransportBar(Player& player, QWidget* parent) : QWidget(parent), m_player(player)
{
    setObjectName("transport");
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 18, 8);
    row->setSpacing(12);
    m_previousCue = addButton("previousCue", "round", &Player::previousCue);
    m_back = addButton("stepBack", "round", &Player::stepBack);
    m_play = addButton("playPause", "play", &Player::toggle);
    m_forward = addButton("stepForward", "round", &Player::stepForward);
    m_nextCue = addButton("nextCue", "round", &Player::nextCue);
    m_scrubber = new Scrubber(player, this);
    m_time = new QLabel(this);
    m_time->setObjectName("time");
    m_speed = new QToolButton(this);
    m_speed->setObjectName("speed");
    m_speed->setProperty("kind", "chip");
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_speed);
    for (const double speed : speeds)
        connect(menu->addAction(speedText(speed)), &QAction::triggered, &player,
                [&player, speed] { player.setSpeed(speed); });
    m_speed->setMenu(menu);
    m_pauseAtCues = new QPushButton(this);
    m_pauseAtCues->setObjectName("pauseAtCues");
    m_pauseAtCues->setProperty("kind", "toggle");
    m_pauseAtCues->setCheckable(true);
    m_pauseAtCues->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_scrubber, 1);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    row->addWidget(m_pauseAtCues);
    connect(m_pauseAtCues, &QPushButton::clicked, &player, &Player::setPausesAtCues);
    connect(&player, &Player::momentChanged, this, &TransportBar::showMoment);
    connect(&player, &Player::stateChanged, this, &TransportBar::showState);
    retranslate();
}

void TransportBar::setLook(const Look& look)
{
    m_look = look;
    const scene::Theme& theme = look.colours();
    m_previousCue->setIcon(icon(Glyph::PreviousCue, theme.ink));
    m_back->setIcon(icon(Glyph::StepBack, theme.ink));
    m_forward->setIcon(icon(Glyph::StepForward, theme.ink));
    m_nextCue->setIcon(icon(Glyph::NextCue, theme.ink));
    m_scrubber->setLook(look);
    showState();
}

void TransportBar::setDuration(trace::SimTime duration)
{
    m_duration = duration;
    m_scrubber->setDuration(duration);
    // As wide as it gets, so that the scrubber doesn't twitch while playing.
    const QString widest = u"888.8 µs / "_s + scene::timeText(duration.ns);
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(widest));
    showMoment();
    showState();
}

void TransportBar::showMoment()
{
    m_time->setText(scene::timeText(m_player.moment().now.ns) + u" / "_s + scene::timeText(m_duration.ns));
    m_back->setEnabled(m_player.moment().step > 0);
    m_forward->setEnabled(m_player.moment().step + 1 < m_player.steps());
}

void TransportBar::showState()
{
    const scene::Theme& theme = m_look.colours();
    m_play->setIcon(icon(m_player.isPlaying() ? Glyph::Pause : Glyph::Play, theme.background));
    m_pauseAtCues->setChecked(m_player.pausesAtCues());
    m_speed->setText(speedText(m_player.speed()));
    retranslate();
}

void TransportBar::retranslate()
{
    const auto name = [](QWidget* widget, const QString& text, const QString& key) {
        widget->setAccessibleName(text);
        widget->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key));
    };
    name(m_previousCue, tr("Previous cue"), tr("Page Up"));
    name(m_back, tr("One step back"), u"←"_s);
    name(m_play, m_player.isPlaying() ? tr("Pause") : tr("Play"), tr("Space"));
    name(m_forward, tr("One step forward"), u"→"_s);
    name(m_nextCue, tr("Next cue"), tr("Page Down"));
    name(m_scrubber, tr("Place in the run"), {});
    name(m_speed, tr("Speed"), {});
    m_pauseAtCues->setText(tr("Pause at cues"));
    name(m_pauseAtCues, tr("Pause at cues"), {});
}

void TransportBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace il::app
