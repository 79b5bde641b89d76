#include "overlay.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace il::app {
namespace {

constexpr double penWidth = 0.0055, halo = 0.0028; ///< of the picture's height
constexpr double smallestLight = 0.06, largestLight = 0.5;
constexpr int shade = 170; ///< alpha of what the spotlight leaves dark

} // namespace

Overlay::Overlay(QWidget* parent) : QWidget(parent)
{
    setObjectName("overlay");
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
}

void Overlay::setLook(const Look& look)
{
    m_look = look;
    update();
}

void Overlay::setPicture(const QRectF& place)
{
    m_picture = place;
    update();
}

void Overlay::take(Tool tool)
{
    m_tool = tool;
    m_drawing = false;
    m_light = mapFromGlobal(QCursor::pos());
    if (!rect().contains(m_light.toPoint()))
        m_light = m_picture.center();
    emit toolChanged();
    update();
}

void Overlay::takePen(InkColour colour)
{
    m_colour = colour;
    take(Tool::Pen);
}

void Overlay::nextPen()
{
    if (m_tool != Tool::Pen)
        takePen(InkColour::Accent);
    else if (m_colour == InkColour::Accent)
        takePen(InkColour::Bad);
    else if (m_colour == InkColour::Bad)
        takePen(InkColour::Good);
    else
        take(Tool::Arrow);
}

void Overlay::wipe()
{
    m_drawing = false;
    if (m_ink.empty())
        return;
    m_ink.clear();
    update();
}

void Overlay::undo()
{
    m_drawing = false;
    if (!m_ink.empty())
        m_ink.pop_back();
    update();
}

void Overlay::setBlank(Blank blank)
{
    m_blank = blank;
    update();
}

QPointF Overlay::partOf(QPointF place) const
{
    if (m_picture.isEmpty())
        return {};
    const QPointF inside = place - m_picture.topLeft();
    return {inside.x() / m_picture.width(), inside.y() / m_picture.height()};
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_tool != Tool::Pen || m_blank != Blank::None) {
        emit clicked(event->position());
        return;
    }
    m_drawing = true;
    m_ink.push_back(InkStroke{m_colour, {partOf(event->position())}});
    update();
}

void Overlay::mouseMoveEvent(QMouseEvent* event)
{
    emit moved();
    m_light = event->position();
    if (m_drawing) {
        m_ink.back().points.push_back(partOf(event->position()));
        update(smoothPath(m_ink.back(), m_picture).boundingRect().toAlignedRect().adjusted(-16, -16, 16, 16));
    } else if (m_tool == Tool::Spotlight) {
        update();
    }
}

void Overlay::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_drawing = false;
}

/// The wheel makes the spotlight wider or narrower.
void Overlay::wheelEvent(QWheelEvent* event)
{
    if (m_tool != Tool::Spotlight)
        return event->ignore();
    const double factor = event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1;
    m_lightSize = std::clamp(m_lightSize * factor, smallestLight, largestLight);
    update();
}

void Overlay::drawInk(QPainter& painter) const
{
    const scene::Theme& theme = m_look.colours();
    const double unit = m_picture.height();
    // A rim of the stage's own colour keeps a line apart from what it crosses.
    QColor rim = theme.background;
    rim.setAlpha(200);
    for (const InkStroke& stroke : m_ink) {
        const QPainterPath path = smoothPath(stroke, m_picture);
        const auto line = [&](const QColor& color, double width) {
            painter.strokePath(path, QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        };
        line(rim, unit * (penWidth + halo));
        line(inkColour(stroke.colour, theme), unit * penWidth);
    }
}

void Overlay::drawSpotlight(QPainter& painter) const
{
    const double radius = m_lightSize * m_picture.height();
    QPainterPath dark;
    dark.addRect(rect());
    QPainterPath light;
    light.addEllipse(m_light, radius, radius);
    painter.fillPath(dark.subtracted(light), QColor(0, 0, 0, shade));
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_blank != Blank::None) {
        painter.fillRect(rect(), m_blank == Blank::Black ? Qt::black : Qt::white);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_ink.empty())
        drawInk(painter);
    if (m_tool == Tool::Spotlight)
        drawSpotlight(painter);
}

} // namespace il::app
