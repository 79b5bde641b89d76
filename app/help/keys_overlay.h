// All keys at a glance, over the window; any key or click puts it away. Where they don't fit, the arrow and
// page keys scroll.
#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace il::app {

class KeysOverlay : public QWidget {
    Q_OBJECT

public:
    /// Covers `window` and follows its size until it is closed, then gives the focus back and deletes itself.
    explicit KeysOverlay(QWidget* window);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool) override { return false; } ///< Tab closes it as other keys do
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void fill(int columns);
    bool scroll(int key);

    QPointer<QWidget> m_before; ///< had the focus
    QScrollArea* m_area;
    int m_columns = 0;
};

} // namespace il::app
