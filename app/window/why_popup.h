// "Why?": the chain of causes of a thread's state in words, beside the thread.
#pragma once

#include "../run.h"
#include "look.h"

#include <QFrame>

namespace il::app {

/// Shows itself at `at` (global), within the screen, and deletes itself: Esc or a click elsewhere closes it.
class WhyPopup : public QFrame {
    Q_OBJECT

public:
    WhyPopup(const RunPtr& run, std::size_t step, trace::SimTime now, trace::ThreadId thread,
             const Look& look, QWidget* parent);
    void showAt(const QPoint& at);

signals:
    void stepAsked(std::size_t step); ///< a link

private:
    void addSentence(const QString& plain, const QString& rich, int index);
};

/// The threads that can be asked about at that step, with what they are called.
std::vector<std::pair<trace::ThreadId, QString>> threadsToAsk(const Run& run, std::size_t step);

} // namespace il::app
