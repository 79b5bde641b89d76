#include "goal_list.h"

#include "../progress.h"
#include "goals.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace il::app {
using namespace Qt::StringLiterals;

GoalList::GoalList(QWidget* parent)
    : QFrame(parent), m_title(new QLabel(this)), m_goals(new QVBoxLayout), m_try(new QPushButton(this))
{
    setObjectName("goals");
    m_title->setObjectName("goalsTitle");
    m_try->setObjectName("tryGoals");
    m_try->setFocusPolicy(Qt::TabFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    m_goals->setSpacing(6);
    column->addWidget(m_title);
    column->addLayout(m_goals);
    column->addWidget(m_try, 0, Qt::AlignLeft);
    connect(m_try, &QPushButton::clicked, this, &GoalList::tryAsked);
    hide();
}

void GoalList::show(const Session& session, const Scheduler& scheduler, const Progress& progress,
                    const Look& look)
{
    while (QLayoutItem* item = m_goals->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const bool has = session.lesson() != nullptr && !session.metadata().goals.empty();
    setVisible(has);
    if (!has)
        return;
    m_try->setText(tr("Be the scheduler"));
    m_try->setVisible(!scheduler.isOn());
    const auto& goals = session.metadata().goals;
    const lesson::Lesson& lesson = *session.lesson();
    const QString id = QString::fromStdString(lesson.id);
    const QString script = QString::fromStdString(lesson.scripts[session.script()].name);
    int count = 0;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const bool reached =
            scheduler.isReached(i) || progress.isReached(id, script, QString::fromStdString(goals[i].id));
        count += reached ? 1 : 0;
        const QString text = textOf(goals[i], look.language);
        auto* label = new QLabel((reached ? u"✓  "_s : u"○  "_s) + text, this);
        label->setObjectName(u"goal_"_s + QString::fromStdString(goals[i].id));
        label->setAccessibleName(reached ? tr("Reached: %1").arg(text) : tr("Not reached yet: %1").arg(text));
        label->setProperty("kind", reached ? "right" : "plain");
        label->setWordWrap(true);
        m_goals->addWidget(label);
    }
    m_title->setText(count == 0
                         ? tr("Can you bring it about?")
                         : tr("Can you bring it about? %1 of %2 reached").arg(count).arg(goals.size()));
}

} // namespace il::app
