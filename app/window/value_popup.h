// A small pop-up that asks for one value: cores, seed, or a parameter of the script.
#pragma once

#include "lesson/lesson.h"

#include <QFrame>

#include <functional>

namespace il::app {

/// What is asked for and what it may be.
struct Asked {
    QString label;
    lesson::Value value;
    std::optional<double> min, max;
    QStringList choices; ///< not empty: one of these
    QString unit;        ///< "ms"
};

/// Shows itself below `anchor` and deletes itself; `done` gets the value on Enter or the button.
class ValuePopup : public QFrame {
    Q_OBJECT

public:
    static ValuePopup* ask(QWidget* anchor, const Asked& asked,
                           std::function<void(const lesson::Value&)> done);

private:
    ValuePopup(QWidget* anchor, const Asked& asked, std::function<void(const lesson::Value&)> done);
    QWidget* makeEditor(const Asked& asked);
    void accept();

    std::function<lesson::Value()> m_value; ///< reads the editor; set while that is made
    QWidget* m_editor;
    std::function<void(const lesson::Value&)> m_done;
};

} // namespace il::app
