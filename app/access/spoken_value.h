// What a bar that is pulled offers to assistive technology: a number, its range, and what it means in words.
#pragma once

#include <QAccessible>
#include <QString>

class QWidget;

namespace il::app {

/// Scrubber and grip inherit it beside QWidget.
class SpokenValue {
public:
    struct Range {
        int least = 0, most = 0, step = 1;
    };
    virtual ~SpokenValue() = default;
    virtual int spokenValue() const = 0;
    virtual Range spokenRange() const = 0;
    virtual QString valueInWords() const = 0;   ///< "5.1 ms of 8.14 ms, step 40 of 51"
    virtual void setSpokenValue(int value) = 0; ///< within the range
    virtual QAccessible::Role spokenRole() const { return QAccessible::Slider; }
};

/// Says that the value of the widget is another one, if somebody listens.
void tellValue(QWidget& widget, int value);

} // namespace il::app
