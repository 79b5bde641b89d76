#include "focus.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QWidget>

#include <algorithm>

namespace il::app {

namespace {

/// Of some that exclude each other, Tab comes to the one that is chosen; the arrows lead to the others.
bool isPassedOver(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    const QButtonGroup* group = button != nullptr ? button->group() : nullptr;
    return group != nullptr && group->exclusive() && group->checkedButton() != nullptr &&
           !button->isChecked();
}

bool takesFocus(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.focusProxy() == nullptr &&
           !isPassedOver(widget);
}

constexpr int lineHeight = 44;

/// Top to bottom, and what stands in a line from left to right.
void sortAsRead(QList<QWidget*>& widgets, const QWidget& area)
{
    constexpr int sameLine = 14;
    // What is higher than a line begins where its first one is: a pane comes before what lies in it.
    const auto middle = [&area](const QWidget* one) {
        return one->mapTo(&area, QPoint(one->width() / 2, std::min(one->height(), lineHeight) / 2));
    };
    std::stable_sort(widgets.begin(), widgets.end(),
                     [&](const QWidget* a, const QWidget* b) { return middle(a).y() < middle(b).y(); });
    for (auto line = widgets.begin(); line != widgets.end();) {
        const auto end = std::find_if(line, widgets.end(), [&](const QWidget* one) {
            return middle(one).y() - middle(*line).y() > sameLine;
        });
        std::stable_sort(line, end,
                         [&](const QWidget* a, const QWidget* b) { return middle(a).x() < middle(b).x(); });
        line = end;
    }
}

} // namespace

bool moveFocus(std::initializer_list<const QWidget*> areas, bool next)
{
    QList<QWidget*> all;
    for (const QWidget* area : areas) {
        QList<QWidget*> inside;
        for (QWidget* widget : area->findChildren<QWidget*>())
            if (widget->window() == area->window() && takesFocus(*widget))
                inside.append(widget);
        sortAsRead(inside, *area);
        all += inside;
    }
    if (all.isEmpty())
        return false;
    const qsizetype from = all.indexOf(all.front()->window()->focusWidget());
    const qsizetype count = all.size();
    const qsizetype to = next ? (from + 1) % count : (from <= 0 ? count : from) - 1;
    if (to == from)
        return false;
    all[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

namespace {

/// To the control of that name, or else the first one, or else what is around.
void giveFocusIn(QWidget& area, const QString& name)
{
    QWidget* successor = nullptr;
    for (QWidget* widget : area.findChildren<QWidget*>())
        if (takesFocus(*widget) && (successor == nullptr || widget->objectName() == name))
            successor = widget;
    for (QWidget* around = &area; successor == nullptr && around != nullptr; around = around->parentWidget())
        if (takesFocus(*around))
            successor = around;
    if (successor != nullptr)
        successor->setFocus(Qt::OtherFocusReason);
}

} // namespace

FocusKeeper::FocusKeeper(QWidget& area) : m_area(area)
{
    const QWidget* focused = area.window()->focusWidget();
    if (focused != nullptr && area.isAncestorOf(focused))
        m_name = focused->objectName().isNull() ? QLatin1String("") : focused->objectName();
}

FocusKeeper::~FocusKeeper()
{
    if (m_name.isNull())
        return;
    // Layouts show what is new when the event loop comes round.
    QMetaObject::invokeMethod(
        &m_area, [area = &m_area, name = m_name] { giveFocusIn(*area, name); }, Qt::QueuedConnection);
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
