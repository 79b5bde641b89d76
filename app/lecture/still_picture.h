// A small picture that doesn't move.
#pragma once

#include "scene/display_list.h"

#include <QImage>
#include <QWidget>

namespace il::app {

class StillPicture : public QWidget {
    Q_OBJECT

public:
    explicit StillPicture(QWidget* parent) : QWidget(parent) {}

    void setList(scene::DisplayList list); ///< an empty one clears it
    void setOutline(const QColor& outline) { m_outline = outline; }
    QSize sizeHint() const override { return {480, 270}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    scene::DisplayList m_list;
    QColor m_outline;
    QImage m_image; ///< of the list, in the widget's size
};

} // namespace il::app
