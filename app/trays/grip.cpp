#include "grip.h"

#include "../access/focus.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace il::app {
namespace {

constexpr int keyStep = 24;

} // namespace

Grip::Grip(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(10);
    setCursor(Qt::SizeVerCursor);
    setFocusPolicy(Qt::TabFocus);
}

int Grip::spokenValue() const
{
    return parentWidget() != nullptr ? parentWidget()->height() : 0;
}

SpokenValue::Range Grip::spokenRange() const
{
    return {0, window()->height(), keyStep};
}

QString Grip::valueInWords() const
{
    return tr("%1 pixels").arg(spokenValue());
}

void Grip::setSpokenValue(int value)
{
    emit moved(value - spokenValue());
    emit finished();
}

void Grip::mousePressEvent(QMouseEvent* event)
{
    m_from = event->globalPosition().toPoint().y();
}

void Grip::mouseMoveEvent(QMouseEvent* event)
{
    const int now = event->globalPosition().toPoint().y();
    emit moved(m_from - now);
    m_from = now;
}

void Grip::mouseReleaseEvent(QMouseEvent*)
{
    emit finished();
}

void Grip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return QWidget::keyPressEvent(event);
    setSpokenValue(spokenValue() + (event->key() == Qt::Key_Up ? keyStep : -keyStep));
    tellValue(*this, spokenValue());
}

void Grip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid));
    painter.drawRoundedRect(QRectF(width() / 2.0 - 18, height() / 2.0 - 1.5, 36, 3), 1.5, 1.5);
    if (hasFocus())
        drawFocus(painter, QRect(width() / 2 - 26, 0, 52, height()), height() / 2.0);
}

} // namespace il::app
