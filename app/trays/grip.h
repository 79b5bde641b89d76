// A bar whose pulling makes something higher or lower; with the keys Up and Down too.
#pragma once

#include "../access/spoken_value.h"

#include <QWidget>

namespace il::app {

class Grip : public QWidget, public SpokenValue {
    Q_OBJECT

public:
    explicit Grip(QWidget* parent = nullptr);

    // The height of the parent, which is what is pulled.
    int spokenValue() const override;
    Range spokenRange() const override;
    QString valueInWords() const override;
    void setSpokenValue(int value) override;
    QAccessible::Role spokenRole() const override { return QAccessible::Splitter; }

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
