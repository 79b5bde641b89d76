// The goals of the shown script, each with a tick once it is reached.
#pragma once

#include "../window/look.h"
#include "scheduler.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace il::app {

class Progress;

class GoalList : public QFrame {
    Q_OBJECT

public:
    explicit GoalList(QWidget* parent = nullptr);
    /// Hidden for a script without goals. A goal is reached when it was in this session or, as the progress
    /// knows, in an earlier one.
    void show(const Session& session, const Scheduler& scheduler, const Progress& progress, const Look& look);

signals:
    void tryAsked(); ///< the button that makes the user the scheduler

private:
    QLabel* m_title;
    QVBoxLayout* m_goals;
    QPushButton* m_try;
};

} // namespace il::app
