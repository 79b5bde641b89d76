#include "lecture.h"

#include "../window/stage_widget.h"
#include "screens.h"

#include <QGuiApplication>
#include <QScreen>

#include <utility>

namespace il::app {

Lecture::Lecture(Session& session, Player& player, Gates& gates, const Clock& clock, QWidget& window)
    : QObject(&window), m_session(session), m_player(player), m_gates(gates), m_clock(clock), m_window(window)
{
}

void Lecture::begin(const Look& look, const Shown& shown)
{
    if (isOn() || shown.run == nullptr)
        return;
    m_look = look;
    m_shown = shown;
    m_presentation = new Presentation(m_player, m_gates, &m_window);
    m_presentation->setAttribute(Qt::WA_DeleteOnClose);
    m_presentation->setLook(look);
    m_presentation->setShown(shown);
    connectPresentation();
    placeWindows();
    m_presentation->activateWindow();
    m_presentation->setFocus();
    emit began();
}

void Lecture::connectPresentation()
{
    connect(m_presentation, &Presentation::digitTyped, this, &Lecture::digitTyped);
    connect(m_presentation, &Presentation::variantAsked, this, &Lecture::variantAsked);
    connect(m_presentation, &Presentation::textSizeAsked, this, &Lecture::textSizeAsked);
    connect(m_presentation, &Presentation::presenterAsked, this,
            [this] { showPresenter(m_presenter == nullptr); });
    connect(m_presentation, &Presentation::closed, this, [this] {
        m_presentation = nullptr;
        showPresenter(false);
        emit ended();
    });
}

void Lecture::end()
{
    if (m_presentation != nullptr)
        m_presentation->close();
}

/// On two screens each window gets one, the presenter's at once.
void Lecture::placeWindows()
{
    const QList<QScreen*> all = QGuiApplication::screens();
    std::vector<QRect> areas;
    for (const QScreen* screen : all)
        areas.push_back(screen->geometry());
    const int primary = static_cast<int>(all.indexOf(QGuiApplication::primaryScreen()));
    const int window = static_cast<int>(std::max<qsizetype>(0, all.indexOf(m_window.screen())));
    const Placement to = place(areas, std::max(primary, 0), window, m_swapped);
    // Full screen even where no window manager sees to it.
    m_presentation->showNormal();
    m_presentation->setGeometry(all[to.stage]->geometry());
    m_presentation->showFullScreen();
    if (to.presenter)
        showPresenter(true);
    if (m_presenter == nullptr)
        return;
    m_presenter->setCanSwap(to.presenter.has_value());
    if (!to.presenter)
        return;
    m_presenter->showNormal();
    m_presenter->setGeometry(all[*to.presenter]->availableGeometry());
    m_presenter->showMaximized();
}

void Lecture::makePresenter()
{
    m_presenter = new PresenterView(m_session, m_player, m_gates, m_clock, &QTime::currentTime, &m_window);
    m_presenter->setAttribute(Qt::WA_DeleteOnClose);
    m_presenter->setLook(m_look);
    m_presenter->setShown(m_shown);
    const QRect room = m_window.screen()->availableGeometry();
    m_presenter->resize(QSize(1180, 720).boundedTo(room.size() * 0.94));
    m_presenter->move(room.center() - m_presenter->rect().center());
    connect(m_presenter, &PresenterView::keyPressed, this, [this](const QKeyEvent& event) {
        if (m_presentation != nullptr)
            m_presentation->handleKey(event);
    });
    connect(m_presenter, &PresenterView::swapAsked, this, [this] {
        m_swapped = !m_swapped;
        placeWindows();
    });
    connect(m_presenter, &PresenterView::endAsked, this, &Lecture::end);
    connect(m_presenter, &PresenterView::closed, this, [this] {
        m_presenter = nullptr;
        emit presenterShown(false);
    });
}

void Lecture::showPresenter(bool on)
{
    if (on == (m_presenter != nullptr) || (on && !isOn()))
        return;
    if (!on) {
        m_presenter->close();
        return;
    }
    makePresenter();
    m_presenter->show();
    m_presenter->raise();
    m_presenter->setFocus(); // not its first button: Space belongs to the show
    emit presenterShown(true);
}

void Lecture::setShown(const Shown& shown)
{
    m_shown = shown;
    if (m_presentation != nullptr)
        m_presentation->setShown(shown);
    if (m_presenter != nullptr)
        m_presenter->setShown(shown);
}

void Lecture::setLook(const Look& look)
{
    m_look = look;
    if (m_presentation != nullptr)
        m_presentation->setLook(look);
    if (m_presenter != nullptr)
        m_presenter->setLook(look);
}

} // namespace il::app
