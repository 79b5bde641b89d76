// The goals of the shown script, each with a tick once it is reached.
#pragma once

#include "../window/look.h"
#include "scheduler.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace il::app {

class GoalList : public QFrame {
    Q_OBJECT

public:
    explicit GoalList(QWidget* parent = nullptr);
    /// Hidden for a script without goals.
    void show(const Session& session, const Scheduler& scheduler, const Look& look);

signals:
    void tryAsked(); ///< the button that makes the user the scheduler

private:
    QLabel* m_title;
    QVBoxLayout* m_goals;
    QPushButton* m_try;
};

} // namespace il::app
