#include "access.h"

#include "listener.h"
#include "picture_access.h"
#include "spoken_value.h"

#include <QAccessibleWidget>
#include <QComboBox>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace il::app {
namespace {

class ValueWidget final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    ValueWidget(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text which) const override
    {
        const SpokenValue* bar = this->bar();
        return which == QAccessible::Value && bar != nullptr ? bar->valueInWords()
                                                             : QAccessibleWidget::text(which);
    }
    QVariant currentValue() const override { return bar() != nullptr ? bar()->spokenValue() : QVariant(); }
    void setCurrentValue(const QVariant& value) override
    {
        const SpokenValue::Range range = this->range();
        if (SpokenValue* pulled = bar())
            pulled->setSpokenValue(std::clamp(value.toInt(), range.least, std::max(range.least, range.most)));
    }
    QVariant minimumValue() const override { return range().least; }
    QVariant maximumValue() const override { return range().most; }
    QVariant minimumStepSize() const override { return range().step; }

private:
    /// Null while the widget is being destroyed.
    SpokenValue* bar() const { return dynamic_cast<SpokenValue*>(object()); }
    SpokenValue::Range range() const
    {
        return bar() != nullptr ? bar()->spokenRange() : SpokenValue::Range();
    }
};

/// For widgets that have no accessible interface of their own, and whose role isn't "some widget".
constexpr std::array<std::pair<const char*, QAccessible::Role>, 4> roles{{
    {"il::charts::ChartWidget", QAccessible::Chart},
    {"il::app::PresenterView", QAccessible::Window},
    {"il::app::KeysOverlay", QAccessible::Dialog},
    {"il::app::Hints", QAccessible::HelpBalloon},
}};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr)
        return nullptr;
    if (dynamic_cast<SpokenPicture*>(object) != nullptr)
        return new PictureInterface(widget);
    if (const auto* value = dynamic_cast<SpokenValue*>(object))
        return new ValueWidget(widget, value->spokenRole());
    for (const auto& [kind, role] : roles)
        if (object->inherits(kind))
            return new QAccessibleWidget(widget, role);
    return nullptr;
}

} // namespace

void installAccess()
{
    QAccessible::installFactory(make); // the same one isn't installed twice
}

void nameChoice(QComboBox& box, const QString& name)
{
    box.setAccessibleName(name);
    box.setToolTip(name);
}

void tellValue(QWidget& widget, int value)
{
    if (!somebodyListens())
        return;
    QAccessibleValueChangeEvent event(&widget, value);
    tell(event);
}

} // namespace il::app
