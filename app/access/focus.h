// Where the keyboard's focus may go, and that it is seen.
#pragma once

class QPainter;
class QRect;
class QWidget;

namespace il::app {

/// For focusNextPrevChild() of a widget that covers others: to the next (or previous) control in `area`,
/// round and round, so that the focus never gets beneath it. False when there is none.
bool moveFocusWithin(const QWidget& area, bool next);

/// Whether `widget`, that draws itself, should show that it has the focus: when the keyboard is what the user
/// gets about with. Somebody who clicks sees no frame around half the window.
bool showsFocus(const QWidget& widget);
/// The frame that shows it, just inside `place`.
void drawFocus(QPainter& painter, const QRect& place, double radius = 0);

} // namespace il::app
