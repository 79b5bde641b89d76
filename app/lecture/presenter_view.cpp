#include "presenter_view.h"

#include "../access/focus.h"
#include "../language.h"
#include "../window/qa_pane.h"
#include "still_picture.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

#include <utility>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMs = 250;

QLabel* addLabel(QWidget* parent, const char* name, int px, QFont::Weight weight)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = uiFont();
    font.setPixelSize(px);
    font.setWeight(weight);
    label->setFont(font);
    return label;
}

} // namespace

PresenterView::PresenterView(Session& session, const Player& player, Gates& gates, const Clock& clock,
                             TimeOfDay timeOfDay, QWidget* parent)
    : QWidget(parent, Qt::Window), m_session(session), m_player(player), m_gates(gates), m_clock(clock),
      m_timeOfDay(std::move(timeOfDay))
{
    setObjectName("presenterView");
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(760, 480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3, 3, 3, 3); // the focus' frame
    column->setSpacing(0);
    column->addWidget(makeTop());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makePictures(), 11);
    row->addWidget(makeWords(), 9);
    column->addLayout(row, 1);
    m_stopwatch.start(clock.nowMs());
    connect(&m_refresh, &QTimer::timeout, this, &PresenterView::showTime);
    m_refresh.start(refreshMs);
    connect(&player, &Player::momentChanged, this, &PresenterView::showMoment);
    connect(&gates, &Gates::changed, this, [this] {
        m_step.reset();
        showMoment();
    });
    retranslate();
}

QPushButton* PresenterView::addButton(QWidget* parent, const char* name)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    parent->layout()->addWidget(button);
    return button;
}

QWidget* PresenterView::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(20, 12, 20, 4);
    row->setSpacing(10);
    m_time = addLabel(top, "timeOfDay", 26, QFont::DemiBold);
    m_elapsed = addLabel(top, "elapsed", 26, QFont::DemiBold);
    for (QLabel* label : {m_time, m_elapsed})
        label->setWordWrap(false);
    row->addWidget(m_time);
    row->addSpacing(16);
    row->addWidget(m_elapsed);
    m_start = addButton(top, "timerStart");
    m_reset = addButton(top, "timerReset");
    row->addStretch(1);
    m_place = addLabel(top, "cuePlace", 17, QFont::Medium);
    m_place->setWordWrap(false);
    row->addWidget(m_place);
    m_swap = addButton(top, "swapScreens");
    m_end = addButton(top, "endPresentation");
    m_swap->hide();
    connect(m_start, &QPushButton::clicked, this, [this] {
        const double now = m_clock.nowMs();
        m_stopwatch.isRunning() ? m_stopwatch.pause(now) : m_stopwatch.start(now);
        retranslate();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_stopwatch.reset(m_clock.nowMs());
        showTime();
    });
    connect(m_swap, &QPushButton::clicked, this, &PresenterView::swapAsked);
    connect(m_end, &QPushButton::clicked, this, &PresenterView::endAsked);
    return top;
}

QWidget* PresenterView::makePictures()
{
    auto* pictures = new QWidget(this);
    auto* column = new QVBoxLayout(pictures);
    column->setContentsMargins(20, 12, 20, 20);
    column->setSpacing(8);
    m_nowTitle = addLabel(pictures, "nowTitle", 15, QFont::DemiBold);
    m_now = new StillPicture(pictures);
    m_now->setObjectName("nowPicture");
    m_nextTitle = addLabel(pictures, "nextTitle", 15, QFont::DemiBold);
    m_next = new StillPicture(pictures);
    m_next->setObjectName("nextPicture");
    m_nextCaption = addLabel(pictures, "nextCaption", 17, QFont::Normal);
    m_nextCaption->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* next = new QHBoxLayout;
    next->setSpacing(14);
    next->addWidget(m_next, 3);
    next->addWidget(m_nextCaption, 2);
    column->addWidget(m_nowTitle);
    column->addWidget(m_now, 3);
    column->addWidget(m_nextTitle);
    column->addLayout(next, 2);
    return pictures;
}

QWidget* PresenterView::makeWords()
{
    auto* words = new QWidget(this);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    m_right = addLabel(words, "rightAnswer", 17, QFont::DemiBold);
    m_right->setProperty("kind", "right");
    m_right->setContentsMargins(20, 0, 20, 0);
    m_qa = new QaPane(m_session, words);
    column->addWidget(m_right);
    column->addWidget(m_qa, 1);
    return words;
}

void PresenterView::setCanSwap(bool can)
{
    m_swap->setVisible(can);
}

void PresenterView::setLook(const Look& look)
{
    m_look = look;
    setPalette(app::palette(look.colours()));
    for (StillPicture* picture : {m_now, m_next})
        picture->setOutline(look.colours().line);
    setAutoFillBackground(true);
    m_qa->setLook(look);
    m_step.reset();
    showMoment();
}

void PresenterView::setShown(const Shown& shown)
{
    const bool otherRun = shown.run != m_shown.run;
    m_shown = shown;
    if (otherRun)
        m_qa->showLesson();
    m_step.reset();
    showMoment();
}

PictureOf PresenterView::pictureAt(const scene::CueMark* cue) const
{
    PictureOf wanted;
    wanted.step = cue != nullptr ? cue->step : m_player.moment().step;
    wanted.now = m_shown.run->trace().steps()[wanted.step].time;
    wanted.panel = m_shown.panel;
    wanted.variant = m_shown.variant;
    wanted.theme = m_look.theme;
    wanted.language = m_look.language;
    wanted.texts = m_look.texts;
    wanted.gate = cue == nullptr ? m_gates.gate() : std::nullopt;
    return wanted;
}

void PresenterView::showMoment()
{
    // The player's run is the one shown, except for a moment while another one comes in.
    const std::size_t step = m_player.moment().step;
    if (m_shown.run == nullptr || step >= m_shown.run->trace().steps().size() ||
        std::exchange(m_step, step) == step)
        return;
    m_now->setList(picture(*m_shown.run, pictureAt(nullptr)));
    m_place->setText(tr("Cue %1 of %2").arg(m_shown.run->cuesReached(step)).arg(m_shown.run->cues.size()));
    m_qa->showStep(step);
    showNext();
    showRightAnswer();
}

void PresenterView::showNext()
{
    const Run& run = *m_shown.run;
    const std::size_t reached = run.cuesReached(m_player.moment().step);
    if (reached >= run.cues.size()) {
        m_nextTitle->setText(tr("Next: the end of the run"));
        m_next->setList({});
        m_nextCaption->clear();
        return;
    }
    const scene::CueMark& next = run.cues[reached];
    m_nextTitle->setText(tr("Next: %1").arg(next.name));
    m_next->setList(picture(run, pictureAt(&next)));
    m_nextCaption->setText(captionAt(run, next.step, m_look.language));
}

/// For the lecturer's eyes only, and before the class has answered.
void PresenterView::showRightAnswer()
{
    const Run& run = *m_shown.run;
    const scene::CueMark* cue = run.cueAt(m_player.moment().step);
    const auto gate =
        cue != nullptr ? gateAt(run, *cue, {.option = -1, .revealed = true}, m_look.language) : std::nullopt;
    m_right->setVisible(gate.has_value());
    if (!gate)
        return;
    QStringList right;
    for (int i = 0; i < gate->options.size(); ++i)
        if (gate->right[static_cast<std::size_t>(i)])
            right << u"%1. %2"_s.arg(i + 1).arg(gate->options[i]);
    m_right->setText(right.isEmpty() ? tr("Only you see this: none of the options holds in this run.")
                                     : tr("Only you see this: %1").arg(right.join(u"; "_s)));
}

void PresenterView::showTime()
{
    m_time->setText(m_timeOfDay().toString(u"HH:mm"_s));
    m_elapsed->setText(elapsedText(m_stopwatch.elapsed(m_clock.nowMs())));
}

void PresenterView::retranslate()
{
    setWindowTitle(tr("Interleave, presenter view"));
    setAccessibleName(windowTitle());
    m_start->setText(m_stopwatch.isRunning() ? tr("Pause timer") : tr("Start timer"));
    m_reset->setText(tr("Reset"));
    m_reset->setAccessibleName(tr("Reset timer"));
    m_swap->setText(tr("Swap screens"));
    m_end->setText(tr("End"));
    m_end->setAccessibleName(tr("End the presentation"));
    m_nowTitle->setText(tr("On the stage"));
    m_now->setAccessibleName(tr("Picture of what is on the stage"));
    m_next->setAccessibleName(tr("Picture of the next cue"));
    m_time->setAccessibleName(tr("Clock"));
    m_elapsed->setAccessibleName(tr("Timer"));
    showTime();
}

void PresenterView::keyPressEvent(QKeyEvent* event)
{
    emit keyPressed(*event);
}

void PresenterView::paintEvent(QPaintEvent*)
{
    if (!showsFocus(*this))
        return;
    QPainter painter(this);
    drawFocus(painter, rect());
}

void PresenterView::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closed();
}

void PresenterView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_step.reset();
        showMoment();
    }
    QWidget::changeEvent(event);
}

} // namespace il::app
