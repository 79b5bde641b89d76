// All keys at a glance, over the window; any key or click puts it away.
#pragma once

#include "../window/look.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QScrollArea;

namespace il::app {

class KeysOverlay : public QWidget {
    Q_OBJECT

public:
    /// Covers `window` and follows its size until it is closed, then deletes itself.
    KeysOverlay(const Look& look, QWidget* window);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool) override { return false; } ///< Tab closes it as other keys do
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(QGridLayout& grid);
    void placeCard();

    Look m_look;
    QFrame* m_card;
    QScrollArea* m_scroll;
};

} // namespace il::app
