// What the main window has to do with lectures: presenting, questions on the stage, text size.
#include "../lecture/lecture.h"
#include "../twins/comparing.h"
#include "main_window.h"
#include "stage_widget.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;
using scene::TextSize;

void MainWindow::makeLecture()
{
    m_lecture = new Lecture(m_session, m_player, m_gates, m_player.clock(), *this);
    connect(m_lecture, &Lecture::digitTyped, this, &MainWindow::typeDigit);
    connect(m_lecture, &Lecture::variantAsked, this, &MainWindow::nextVariant);
    connect(m_lecture, &Lecture::textSizeAsked, this, &MainWindow::changeTextSize);
    connect(m_lecture, &Lecture::began, this, &MainWindow::setGates);
    connect(m_lecture, &Lecture::presenterShown, this, [this](bool on) { m_presenterView->setChecked(on); });
    connect(m_lecture, &Lecture::ended, this, [this] {
        setGates();
        activateWindow();
        m_stage->setFocus();
    });
    connect(&m_gates, &Gates::changed, this, [this] { m_stage->setGate(m_gates.gate()); });
    connect(m_stage, &StageWidget::clicked, this, &MainWindow::clickStage);
    setGates();
}

/// Shown or hidden while presenting; asked for before, it comes with the presentation.
void MainWindow::togglePresenterView(bool on)
{
    if (on)
        present(true);
    m_lecture->showPresenter(on);
    m_presenterView->setChecked(m_lecture->presenter() != nullptr);
}

void MainWindow::present(bool on)
{
    if (on && m_comparing->isOn())
        return m_comparing->page()->present();
    if (on)
        m_lecture->begin(look(), {m_session.run(), m_stage->panel(), m_stage->variant()});
    else
        m_lecture->end();
}

Presentation* MainWindow::presentation() const
{
    return m_lecture->presentation();
}

void MainWindow::clickStage(QPointF place)
{
    if (!m_gates.gate() || m_gates.choose(m_stage->optionAt(place)))
        return;
    if (!m_gates.advance())
        m_player.play();
}

void MainWindow::setGates()
{
    const StopAtQuestions when = m_settings.questions;
    m_gates.setOn(when == StopAtQuestions::Always ||
                  (when == StopAtQuestions::WhenPresenting && m_lecture->isOn()));
}

void MainWindow::setStopAtQuestions(StopAtQuestions when)
{
    m_settings.questions = when;
    setGates();
    showChoices();
}

void MainWindow::setTextSize(TextSize size)
{
    m_settings.look.texts = size;
    applyLook();
}

/// 1: larger, -1: smaller, 0: the usual one.
void MainWindow::changeTextSize(int step)
{
    const int size = step == 0 ? 0 : std::clamp(static_cast<int>(look().texts) + step, 0, 2);
    setTextSize(static_cast<TextSize>(size));
}

void MainWindow::makeTextSizeMenu(QMenu* view)
{
    QMenu* sizes = view->addMenu(QString());
    m_texts.emplace_back(sizes, QT_TR_NOOP("Te&xt size on the stage"));
    m_textSizes = new QActionGroup(this);
    for (const auto& [size, text] : {std::pair{TextSize::Normal, QT_TR_NOOP("&Normal")},
                                     {TextSize::Large, QT_TR_NOOP("&Large")},
                                     {TextSize::Blackboard, QT_TR_NOOP("&Blackboard")}}) {
        QAction* action = addAction(sizes, "", text);
        action->setObjectName(u"textSize_"_s + scene::name(size));
        action->setData(static_cast<int>(size));
        action->setCheckable(true);
        m_textSizes->addAction(action);
    }
    connect(m_textSizes, &QActionGroup::triggered, this,
            [this](const QAction* action) { setTextSize(static_cast<TextSize>(action->data().toInt())); });
    sizes->addSeparator();
    const auto add = [&](const char* name, const char* text, const QList<QKeySequence>& keys, int step) {
        QAction* action = addAction(sizes, name, text);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, step] { changeTextSize(step); });
    };
    add("textsLarger", QT_TR_NOOP("L&arger"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, 1);
    add("textsSmaller", QT_TR_NOOP("&Smaller"), {Qt::CTRL | Qt::Key_Minus}, -1);
    add("textsUsual", QT_TR_NOOP("&Usual size"), {Qt::CTRL | Qt::Key_0}, 0);
}

void MainWindow::makeQuestionMenu(QMenu* playback)
{
    QMenu* menu = playback->addMenu(QString());
    m_texts.emplace_back(menu, QT_TR_NOOP("Stop at &questions"));
    m_questions = new QActionGroup(this);
    for (const auto& [when, name, text] :
         {std::tuple{StopAtQuestions::Never, "questionsNever", QT_TR_NOOP("&Never")},
          {StopAtQuestions::WhenPresenting, "questionsPresenting", QT_TR_NOOP("When &presenting")},
          {StopAtQuestions::Always, "questionsAlways", QT_TR_NOOP("&Always")}}) {
        QAction* action = addAction(menu, name, text);
        action->setData(static_cast<int>(when));
        action->setCheckable(true);
        m_questions->addAction(action);
    }
    connect(m_questions, &QActionGroup::triggered, this, [this](const QAction* action) {
        setStopAtQuestions(static_cast<StopAtQuestions>(action->data().toInt()));
    });
}

} // namespace il::app
