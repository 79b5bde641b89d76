#include "scheduler_menu.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QInputDialog>

namespace il::app {
using namespace Qt::StringLiterals;

SchedulerMenu::SchedulerMenu(Session& session, Scheduler& scheduler, QWidget* parent)
    : QMenu(parent), m_session(session), m_scheduler(scheduler)
{
    setObjectName("scheduleMenu");
    m_toggle = add("beTheScheduler", Qt::Key_S);
    m_toggle->setCheckable(true);
    m_undo = add("undoChoice", QKeySequence::Undo);
    m_rest = add("leaveTheRest", {});
    addSeparator();
    m_save = add("saveSchedule", {});
    m_saved = addMenu(QString());
    m_saved->setObjectName("savedSchedules");
    m_copy = add("copySchedule", Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_paste = add("pasteSchedule", Qt::CTRL | Qt::SHIFT | Qt::Key_V);
    addSeparator();
    m_why = add("why", Qt::Key_Y);
    connect(m_toggle, &QAction::triggered, &scheduler, &Scheduler::setOn);
    connect(m_undo, &QAction::triggered, &scheduler, &Scheduler::undo);
    connect(m_rest, &QAction::triggered, &scheduler, &Scheduler::leaveTheRest);
    connect(m_save, &QAction::triggered, this, &SchedulerMenu::askForName);
    connect(m_copy, &QAction::triggered, this, &SchedulerMenu::copy);
    connect(m_paste, &QAction::triggered, this, &SchedulerMenu::paste);
    connect(m_why, &QAction::triggered, this, &SchedulerMenu::whyAsked);
    connect(m_saved, &QMenu::aboutToShow, this, &SchedulerMenu::showSaved);
    connect(&scheduler, &Scheduler::changed, this, &SchedulerMenu::showState);
    connect(&session, &Session::finished, this, &SchedulerMenu::showState);
    retranslate();
    showState();
}

QAction* SchedulerMenu::add(const char* name, const QKeySequence& keys)
{
    QAction* action = addAction(QString());
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

void SchedulerMenu::retranslate()
{
    setTitle(tr("S&chedule"));
    m_toggle->setText(tr("You are the &scheduler"));
    m_undo->setText(tr("&Undo the last choice"));
    m_rest->setText(tr("&Leave the rest to the system"));
    m_save->setText(tr("Sa&ve this schedule…"));
    m_saved->setTitle(tr("&Replay a saved one"));
    m_copy->setText(tr("&Copy this schedule as text"));
    m_paste->setText(tr("&Paste a schedule and replay it"));
    m_why->setText(tr("&Why is a thread where it is?"));
}

void SchedulerMenu::showState()
{
    const bool isOn = m_scheduler.isOn();
    m_toggle->setEnabled(m_session.lesson() != nullptr);
    m_toggle->setChecked(isOn);
    m_undo->setEnabled(isOn && m_scheduler.canUndo());
    m_rest->setEnabled(isOn && m_scheduler.due().has_value());
    m_save->setEnabled(isOn);
    m_copy->setEnabled(isOn);
    m_paste->setEnabled(m_session.lesson() != nullptr);
    m_saved->setEnabled(m_session.lesson() != nullptr);
    m_why->setEnabled(m_session.run() != nullptr);
}

QString SchedulerMenu::script() const
{
    const lesson::Lesson& lesson = *m_session.lesson();
    return QString::fromStdString(lesson.id + '/' + lesson.scripts[m_session.script()].name);
}

void SchedulerMenu::showSaved()
{
    m_saved->clear();
    for (const NamedSchedule& saved : m_store.of(script())) {
        QString text = saved.name;
        QAction* action = m_saved->addAction(text.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, saved] {
            if (!m_scheduler.replay(saved.schedule))
                emit note(tr("This is no schedule: %1").arg(saved.schedule.left(60)));
        });
    }
    if (m_saved->isEmpty())
        m_saved->addAction(tr("None is saved for this script"))->setEnabled(false);
}

void SchedulerMenu::copy()
{
    QApplication::clipboard()->setText(m_scheduler.text());
    emit note(tr("Copied: %1").arg(m_scheduler.text()));
}

void SchedulerMenu::paste()
{
    const QString text = QApplication::clipboard()->text().trimmed();
    if (!m_scheduler.replay(text))
        emit note(tr("This is no schedule: %1").arg(text.left(60).simplified()));
}

void SchedulerMenu::askForName()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName("nameSchedule");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the schedule"));
    dialog->setLabelText(tr("What it is to be called:"));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, &SchedulerMenu::save);
    dialog->open();
}

void SchedulerMenu::save(const QString& name)
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty())
        return;
    const bool saved = m_store.save(script(), {wanted, m_scheduler.text()});
    emit note(saved ? tr("Saved: %1").arg(wanted)
                    : tr("\"%1\" can't be written.").arg(ScheduleStore::defaultPath()));
}

void SchedulerMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

} // namespace il::app
