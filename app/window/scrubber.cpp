#include "scrubber.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <utility>

namespace il::app {
namespace {

constexpr double knobRadius = 8;
constexpr double cueReach = 7; ///< px; a click this near to a cue's mark means the cue

} // namespace

Scrubber::Scrubber(Player& player, QWidget* parent) : QWidget(parent), m_player(player)
{
    setObjectName("scrubber");
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&player, &Player::momentChanged, this, &Scrubber::showMoment);
    connect(&player, &Player::stateChanged, this, qOverload<>(&QWidget::update));
}

void Scrubber::setLook(const Look& look)
{
    m_look = look;
    update();
}

void Scrubber::showMoment()
{
    update();
    if (const std::size_t step = m_player.moment().step; std::exchange(m_toldStep, step) != step)
        tellValue(*this, spokenValue());
}

int Scrubber::spokenValue() const
{
    return static_cast<int>(m_player.moment().step) + 1;
}

SpokenValue::Range Scrubber::spokenRange() const
{
    return {1, std::max(1, static_cast<int>(m_player.steps())), 1};
}

QString Scrubber::valueInWords() const
{
    return tr("%1 of %2, step %3 of %4")
        .arg(scene::timeText(m_player.moment().now.ns), scene::timeText(m_duration.ns))
        .arg(spokenValue())
        .arg(spokenRange().most);
}

void Scrubber::setSpokenValue(int value)
{
    m_player.pause();
    m_player.goTo(static_cast<std::size_t>(value - 1));
}

double Scrubber::left() const
{
    return knobRadius + 2;
}
double Scrubber::length() const
{
    return width() - 2 * left();
}
double Scrubber::xOf(double fraction) const
{
    return left() + fraction * length();
}

const scene::CueMark* Scrubber::cueNear(double x) const
{
    const scene::CueMark* nearest = nullptr;
    double best = cueReach;
    for (const scene::CueMark& cue : m_player.cues()) {
        const double distance = std::abs(xOf(m_player.fractionOf(cue.step)) - x);
        if (distance <= best) {
            best = distance;
            nearest = &cue;
        }
    }
    return nearest;
}

void Scrubber::paintEvent(QPaintEvent*)
{
    const scene::Theme& theme = m_look.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0 + 3, x = xOf(m_player.fraction());
    // The line of High contrast is black: as a bar it would look like one that is full.
    const bool outlined = theme.id == scene::ThemeId::HighContrast;
    painter.setPen(outlined ? QPen(theme.line, 1) : QPen(Qt::NoPen));
    painter.setBrush(outlined ? theme.soft : theme.line);
    painter.drawRoundedRect(QRectF(left(), y - 3, length(), 6), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(left(), y - 3, x - left(), 6), 3, 3);
    for (const scene::CueMark& cue : m_player.cues()) {
        const double at = xOf(m_player.fractionOf(cue.step));
        painter.drawPolygon(QPolygonF{{at - 6, y - 13}, {at + 6, y - 13}, {at, y - 6}});
    }
    painter.setBrush(theme.surface);
    painter.setPen(QPen(theme.accent, 3));
    painter.drawEllipse(QPointF(x, y), knobRadius, knobRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.ink, 1.5, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void Scrubber::mousePressEvent(QMouseEvent* event)
{
    m_player.pause();
    const double x = event->position().x();
    const bool onMarks = event->position().y() < height() / 2.0;
    if (const scene::CueMark* cue = onMarks ? cueNear(x) : nullptr)
        m_player.goTo(cue->step);
    else
        m_player.scrub((x - left()) / length());
}

void Scrubber::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        m_player.scrub((event->position().x() - left()) / length());
}

bool Scrubber::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const scene::CueMark* cue = cueNear(help->pos().x());
    QToolTip::showText(help->globalPos(), cue != nullptr ? cue->name : QString(), this);
    return true;
}

} // namespace il::app
