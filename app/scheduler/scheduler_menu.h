// The menu "Schedule": be the scheduler, undo, keep, share, replay.
#pragma once

#include "schedule_store.h"
#include "scheduler.h"

#include <QMenu>

namespace il::app {

class SchedulerMenu : public QMenu {
    Q_OBJECT

public:
    SchedulerMenu(Session& session, Scheduler& scheduler, QWidget* parent);

signals:
    void note(const QString& text); ///< to be told
    void whyAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QAction* add(const char* name, const QKeySequence& keys);
    void retranslate();
    void showState();
    void showSaved();
    void copy();
    void paste();
    void askForName();
    void save(const QString& name);
    QString script() const;

    Session& m_session;
    Scheduler& m_scheduler;
    ScheduleStore m_store;
    QAction *m_toggle, *m_undo, *m_rest, *m_save, *m_copy, *m_paste, *m_why;
    QMenu* m_saved;
};

} // namespace il::app
