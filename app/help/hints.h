// What somebody who opens the program for the first time should know: a few notes, each beside the thing it
// is about.
#pragma once

#include "../access/focus.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QLabel;
class QPushButton;

namespace il::app {

struct Hint {
    QWidget* about; ///< a hint about a thing that isn't visible is left out
    QString text;
};

class Hints : public QFrame {
    Q_OBJECT

public:
    /// Shows one after the other over `window` until they end or are dismissed, then deletes itself.
    Hints(const std::vector<Hint>& hints, QWidget* window);

signals:
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override; ///< Esc dismisses
    bool focusNextPrevChild(bool next) override { return moveFocus({this}, next); }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void next();
    void showHint();
    void place();
    void dismiss();

    struct Note {
        QPointer<QWidget> about;
        QString text;
    };
    std::vector<Note> m_hints;
    std::size_t m_at = 0;
    QLabel *m_text, *m_count;
    QPushButton *m_skip, *m_next;
};

} // namespace il::app
