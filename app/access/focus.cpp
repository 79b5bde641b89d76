#include "focus.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QWidget>

namespace il::app {

bool moveFocusWithin(const QWidget& area, bool next)
{
    QWidget* const from = area.window()->focusWidget();
    if (from == nullptr)
        return false;
    const auto after = [next](const QWidget* one) {
        return next ? one->nextInFocusChain() : one->previousInFocusChain();
    };
    for (QWidget* to = after(from); to != from; to = after(to))
        if ((&area == to || area.isAncestorOf(to)) && to->isVisible() && to->isEnabled() &&
            (to->focusPolicy() & Qt::TabFocus) != 0 && to->focusProxy() == nullptr) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return false;
}

bool showsFocus(const QWidget& widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void drawFocus(QPainter& painter, const QRect& place, double radius)
{
    constexpr double width = 2.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QGuiApplication::palette().color(QPalette::Highlight), width));
    const double half = width / 2;
    painter.drawRoundedRect(QRectF(place).adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

} // namespace il::app
