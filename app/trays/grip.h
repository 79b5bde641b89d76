// A bar whose pulling makes something higher or lower; with the keys Up and Down too.
#pragma once

#include <QWidget>

namespace il::app {

class Grip : public QWidget {
    Q_OBJECT

public:
    explicit Grip(QWidget* parent = nullptr);

signals:
    void moved(int up); ///< pixels; down when negative
    void finished();    ///< for now

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int m_from = 0; ///< where the mouse was, on the screen
};

} // namespace il::app
