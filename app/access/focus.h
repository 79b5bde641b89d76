// Where the keyboard's focus may go, and that it is seen.
#pragma once

#include <QString>

#include <initializer_list>

class QPainter;
class QRect;
class QWidget;

namespace il::app {

/// For focusNextPrevChild(): to the next (or previous) control, round and round through these areas, and
/// through each as one reads it, line by line. Qt's own order is that in which widgets were made, so that
/// what is made anew for each run would come last; and it leads beneath a widget that covers others. False
/// when there is no other control.
bool moveFocus(std::initializer_list<const QWidget*> areas, bool next);

/// Lives while the controls in `area` are made anew. If one of them had the focus, its namesake gets it;
/// without one, the first control there, or else what is around. Otherwise the keyboard's user would be
/// thrown out.
class FocusKeeper {
public:
    explicit FocusKeeper(QWidget& area);
    ~FocusKeeper();
    FocusKeeper(const FocusKeeper&) = delete;
    FocusKeeper& operator=(const FocusKeeper&) = delete;

private:
    QWidget& m_area;
    QString m_name; ///< of what had the focus; null: nothing in the area
};

/// Whether `widget`, that draws itself, should show that it has the focus: when the keyboard is what the user
/// gets about with. Somebody who clicks sees no frame around half the window.
bool showsFocus(const QWidget& widget);
/// The frame that shows it, just inside `place`.
void drawFocus(QPainter& painter, const QRect& place, double radius = 0);

} // namespace il::app
