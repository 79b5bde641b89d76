// What the window has to do with scheduling by hand and with "why?".
#include "../lecture/lecture.h"
#include "../scheduler/goal_list.h"
#include "../scheduler/goals.h"
#include "../scheduler/scheduler_menu.h"
#include "main_window.h"
#include "qa_pane.h"
#include "stage_widget.h"
#include "why_popup.h"

#include "scene/choice_strip.h"

#include <QMenuBar>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// The thread that one of these items stands for.
std::optional<trace::ThreadId> threadOf(const QStringList& ids)
{
    for (const QString& id : ids) {
        const bool isLane = id.startsWith(u"lane/thread/"_s);
        if (!isLane && !id.startsWith(u"thread/"_s))
            continue;
        bool isNumber = false;
        const uint number = id.section(u'/', isLane ? 2 : 1, isLane ? 2 : 1).toUInt(&isNumber);
        if (isNumber && number < trace::noThread)
            return static_cast<trace::ThreadId>(number);
    }
    return std::nullopt;
}

} // namespace

void MainWindow::makeSchedule()
{
    m_scheduler = new Scheduler(m_session, m_player, this);
    auto* menu = new SchedulerMenu(m_session, *m_scheduler, menuBar());
    menuBar()->insertMenu(menuBar()->actions().last(), menu);
    connect(menu, &SchedulerMenu::note, this, &MainWindow::note);
    connect(menu, &SchedulerMenu::whyAsked, this, &MainWindow::askWhy);
    connect(m_scheduler, &Scheduler::changed, this, &MainWindow::offerChoice);
    connect(m_scheduler, &Scheduler::goalReached, this, &MainWindow::tellGoal);
    connect(&m_progress, &Progress::changed, m_scheduler, [this](const QString& changed) {
        if (changed.isEmpty())
            m_scheduler->forgetReached();
    });
    connect(m_lecture, &Lecture::began, this, &MainWindow::offerChoice);
    connect(&m_qa->goals(), &GoalList::tryAsked, m_scheduler, [this] {
        m_scheduler->setOn(true);
        m_stage->setFocus();
    });
    connect(m_stage, &StageWidget::elementClicked, this, [this](const QStringList& ids, const QPoint& at) {
        elementClicked(ids, m_stage->mapToGlobal(at));
    });
}

/// The stages show what is due, the pane what is reached.
void MainWindow::offerChoice()
{
    const auto due = m_scheduler->due();
    const auto offer = due ? std::optional(StageWidget::Offer{due->choice, due->step}) : std::nullopt;
    m_stage->setOffer(offer);
    if (Presentation* presentation = m_lecture->presentation())
        presentation->stage().setOffer(offer);
    m_qa->goals().show(m_session, *m_scheduler, m_progress, look());
}

void MainWindow::elementClicked(const QStringList& ids, const QPoint& at)
{
    if (m_gates.gate())
        return; // the click answers the question
    for (const QString& id : ids)
        if (const auto option = scene::choiceOptionOf(id)) {
            m_scheduler->choose(*option);
            return;
        }
    if (const auto thread = threadOf(ids))
        showWhy(*thread, at);
}

void MainWindow::tellGoal(const QString& id)
{
    const lesson::Lesson& lesson = *m_session.lesson();
    m_progress.reach(QString::fromStdString(lesson.id),
                     QString::fromStdString(lesson.scripts[m_session.script()].name), id);
    for (const lesson::Goal& goal : m_session.metadata().goals)
        if (goal.id == id.toStdString())
            note(tr("Goal reached: %1").arg(app::textOf(goal, look().language)));
}

void MainWindow::askWhy()
{
    if (m_session.run() == nullptr)
        return;
    const auto threads = threadsToAsk(*m_session.run(), m_player.moment().step);
    const auto placeOf = [this](trace::ThreadId thread) {
        const QRect place = m_stage->placeOf(u"thread/%1/"_s.arg(thread));
        const QPoint below = place.isEmpty() ? m_stage->rect().center() : place.bottomLeft() + QPoint(0, 6);
        return m_stage->mapToGlobal(below);
    };
    if (threads.empty())
        return note(tr("No thread has started yet: step forward, then ask."));
    if (threads.size() == 1)
        return showWhy(threads.front().first, placeOf(threads.front().first));
    auto* menu = new QMenu(this);
    menu->setObjectName("whyThreads");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const trace::ThreadId thread = threads[i].first;
        QString name = threads[i].second;
        name.replace(u'&', u"&&"_s);
        QAction* action = menu->addAction(i < 10 ? u"&%1  "_s.arg(i) + name : name);
        action->setObjectName(u"why_thread_%1"_s.arg(thread));
        const QPoint place = placeOf(thread);
        connect(action, &QAction::triggered, this, [this, thread, place] { showWhy(thread, place); });
    }
    menu->popup(m_stage->mapToGlobal(m_stage->rect().center()));
}

void MainWindow::showWhy(trace::ThreadId thread, const QPoint& at)
{
    const RunPtr& run = m_session.run();
    const Moment& moment = m_player.moment();
    if (run == nullptr || thread >= run->trace().atStep(moment.step).threads.size())
        return;
    m_player.pause();
    auto* popup = new WhyPopup(run, moment.step, moment.now, thread, look(), this);
    connect(popup, &WhyPopup::stepAsked, &m_player, &Player::goTo);
    popup->showAt(at);
}

} // namespace il::app
