// What a widget that shows a picture offers to assistive technology; picture_access.h makes it a tree.
#pragma once

#include "scene/display_list.h"

#include <QRectF>

namespace il::app {

/// A stage inherits it beside QWidget. All of it is asked for only when somebody listens, or by tests.
class SpokenPicture {
public:
    virtual ~SpokenPicture() = default;

    virtual QString pictureName() const = 0; ///< what the run is about; empty: nothing is shown
    /// The picture at rest, valid until the widget shows another one; null when there is none.
    virtual const scene::DisplayList* pictureAtRest() = 0;
    virtual QRectF pictureRect() const = 0; ///< its place in the widget
    /// Whether that item does something when it is pressed, and doing it, as by a click on it.
    virtual bool answers(const scene::ElementId&) const { return false; }
    virtual void press(const scene::ElementId&) {}
};

} // namespace il::app
