#include "twins_page.h"

#include "../picture.h"
#include "../window/elided_label.h"
#include "../window/keys.h"
#include "../window/transport_bar.h"
#include "twins_stage.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int frameMs = 16;

/// The keys that mean something here and something else in the window.
bool isOwnKey(const QKeyEvent& event)
{
    return event.modifiers() == Qt::NoModifier &&
           (event.key() == Qt::Key_F5 || event.key() == Qt::Key_Escape);
}

} // namespace

TwinsPage::TwinsPage(const Clock& clock, QWidget* parent) : QWidget(parent), m_player(clock)
{
    setObjectName("twins");
    setAttribute(Qt::WA_StyledBackground);
    setAutoFillBackground(true);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(18, 10, 18, 8);
    row->setSpacing(8);
    m_title = new ElidedLabel(this);
    m_title->setObjectName("twinsTitle");
    m_title->setMinimumWidth(40);
    row->addWidget(m_title, 1);
    m_panel = new QComboBox(this);
    m_panel->setObjectName("twinsPanel");
    row->addWidget(m_panel);
    for (auto& [button, name] : {std::pair{&m_parting, "twinsParting"},
                                 {&m_swap, "twinsSwap"},
                                 {&m_other, "twinsOther"},
                                 {&m_export, "twinsExport"},
                                 {&m_present, "twinsPresent"},
                                 {&m_close, "twinsClose"}})
        row->addWidget(*button = addButton(name));
    m_stage = new TwinsStage(m_player, this);
    m_transport = new TransportBar(m_player, this);
    m_transport->setObjectName("transport");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_stage, 1);
    column->addWidget(m_transport);
    m_frames.setTimerType(Qt::PreciseTimer);
    m_frames.setInterval(frameMs);
    connect(&m_frames, &QTimer::timeout, &m_player, &Player::tick);
    connect(&m_player, &Player::momentChanged, this, &TwinsPage::keepTime);
    connect(&m_player, &Player::stateChanged, this, &TwinsPage::keepTime);
    connect(m_panel, &QComboBox::activated, this, &TwinsPage::choosePanel);
    connect(m_parting, &QPushButton::clicked, this, &TwinsPage::goToDivergence);
    connect(m_swap, &QPushButton::clicked, this, &TwinsPage::swap);
    connect(m_other, &QPushButton::clicked, this, &TwinsPage::otherAsked);
    connect(m_export, &QPushButton::clicked, this, &TwinsPage::exportAsked);
    connect(m_present, &QPushButton::clicked, this, &TwinsPage::present);
    connect(m_close, &QPushButton::clicked, this, &TwinsPage::closed);
    parent->installEventFilter(this);
    setGeometry(parent->rect());
}

QPushButton* TwinsPage::addButton(const char* name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TwinsPage::setTwins(const TwinsPtr& twins, const std::array<std::string, 2>& panels)
{
    m_twins = twins;
    m_panels = m_own = panels;
    m_stage->setTwins(nullptr);
    m_player.setRun(twins->clock.trace(), twins->cues);
    m_stage->setPanels(m_panels);
    m_stage->setTwins(twins);
    if (m_presentedStage != nullptr) {
        m_presentedStage->setPanels(m_panels);
        m_presentedStage->setTwins(twins);
    }
    m_transport->setDuration(twins->clock.trace().duration());
    retranslate();
}

void TwinsPage::setLook(const Look& look)
{
    m_look = look;
    m_stage->setLook(look);
    m_transport->setLook(look);
    if (m_presentedStage != nullptr)
        m_presentedStage->setLook(look);
    retranslate();
}

void TwinsPage::choosePanel(int index)
{
    const std::string id = m_panel->itemData(index).toString().toStdString();
    m_panels = id.empty() ? m_own : std::array{id, id};
    m_stage->setPanels(m_panels);
    if (m_presentedStage != nullptr)
        m_presentedStage->setPanels(m_panels);
    m_stage->setFocus();
}

void TwinsPage::swap()
{
    const std::size_t step = m_player.moment().step;
    const std::array panels{m_own[1], m_own[0]};
    setTwins(makeTwins(m_twins->right, m_twins->left), panels);
    m_player.goTo(step); // the clock is the same
}

void TwinsPage::goToDivergence()
{
    if (const auto step = m_twins->divergenceStep()) {
        m_player.pause();
        m_player.goTo(*step);
    }
}

void TwinsPage::present()
{
    if (m_presentation != nullptr) {
        m_presentation->close();
        return;
    }
    m_presentation = new QWidget(this, Qt::Window);
    m_presentation->setObjectName("twinsPresentation");
    m_presentation->setAttribute(Qt::WA_DeleteOnClose);
    m_presentation->setCursor(Qt::BlankCursor);
    m_presentation->setWindowTitle(tr("Interleave, presentation"));
    m_presentation->setAccessibleName(m_presentation->windowTitle());
    m_presentation->installEventFilter(this);
    m_presentedStage = new TwinsStage(m_player, m_presentation);
    m_presentedStage->setObjectName("presentedTwins");
    m_presentation->setFocusProxy(m_presentedStage); // which speaks; the keys come up from there
    auto* column = new QVBoxLayout(m_presentation);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_presentedStage);
    m_presentedStage->setPanels(m_panels);
    m_presentedStage->setTwins(m_twins);
    m_presentedStage->setLook(m_look);
    m_presentation->setGeometry(screen()->geometry());
    m_presentation->showFullScreen();
    m_presentation->activateWindow();
    m_presentation->setFocus();
}

void TwinsPage::keepTime()
{
    if (m_player.isMoving() == m_frames.isActive())
        return;
    m_player.isMoving() ? m_frames.start() : m_frames.stop();
}

bool TwinsPage::handleKey(const QKeyEvent& event)
{
    if (handlePlaybackKey(m_player, event))
        return true;
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_D:
        goToDivergence();
        return true;
    case Qt::Key_X:
        swap();
        return true;
    case Qt::Key_F5:
        present();
        return true;
    case Qt::Key_Escape:
        m_presentation != nullptr ? static_cast<void>(m_presentation->close()) : emit closed();
        return true;
    default:
        return false;
    }
}

void TwinsPage::keyPressEvent(QKeyEvent* event)
{
    // The window beneath has another run: its keys must not get there.
    if (!handleKey(*event) && event->modifiers() != Qt::NoModifier)
        QWidget::keyPressEvent(event);
}

bool TwinsPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool TwinsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (watched == m_presentation && event->type() == QEvent::KeyPress &&
        handleKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void TwinsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TwinsPage::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& tip, const QString& key) {
        button->setText(text);
        button->setAccessibleName(tip);
        button->setToolTip(key.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, key));
    };
    name(m_parting, tr("First difference"), tr("To the moment at which the runs part"), u"D"_s);
    name(m_swap, u"⇄"_s, tr("Change sides"), u"X"_s);
    name(m_other, tr("Another…"), tr("Compare with something else"), {});
    name(m_export, tr("Export…"), tr("Export both as one picture"), {});
    name(m_present, tr("Present F5"), tr("Present full screen"), {});
    name(m_close, tr("Back"), tr("Back to the one run"), tr("Esc"));
    m_stage->setAccessibleName(tr("Pictures of both runs"));
    m_panel->setAccessibleName(tr("Picture"));
    m_panel->setToolTip(tr("Picture"));
    const QSignalBlocker quiet(m_panel);
    m_panel->clear();
    m_panel->addItem(tr("Each its own picture"), QString());
    const scene::Words& words = scene::Words::of(m_look.language);
    for (const auto& panel : scene::panels())
        m_panel->addItem(words.translate("Panels", panel->info().title),
                         QString::fromStdString(panel->info().id));
    const bool own = m_panels == m_own;
    m_panel->setCurrentIndex(own ? 0 : m_panel->findData(QString::fromStdString(m_panels[0])));
    if (m_twins == nullptr)
        return;
    m_title->setText(twinTitle(*m_twins, m_look.language));
    m_parting->setEnabled(m_twins->divergence.has_value());
    if (!m_twins->divergence)
        m_parting->setToolTip(m_twins->left->trace().info().source == m_twins->right->trace().info().source
                                  ? tr("Both runs do the same.")
                                  : tr("Only runs of the same program can be followed to where they part."));
}

} // namespace il::app
