#include "twins_stage.h"

#include "../access/focus.h"
#include "../access/listener.h"

#include "scene/tween.h"

#include <QPaintEvent>
#include <QPainter>

#include <utility>

namespace il::app {

TwinsStage::TwinsStage(const Player& player, QWidget* parent) : QWidget(parent), m_player(player)
{
    setObjectName("twinsStage");
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&player, &Player::momentChanged, this, &TwinsStage::showMoment);
    connect(&player, &Player::stateChanged, this, &TwinsStage::tellNews);
}

void TwinsStage::setTwins(TwinsPtr twins)
{
    m_twins = std::move(twins);
    m_memo = {};
    m_told.reset();
    forget();
}

void TwinsStage::setPanels(const std::array<std::string, 2>& panels)
{
    m_panels = panels;
    forget();
}

void TwinsStage::setLook(const Look& look)
{
    m_look = look;
    forget();
}

TwinPictureOf TwinsStage::wanted() const
{
    const Moment& moment = m_player.moment();
    return {.step = moment.step,
            .now = moment.now,
            .panels = m_panels,
            .pixels = QSizeF(size()),
            .theme = m_look.theme,
            .language = m_look.language};
}

void TwinsStage::forget()
{
    m_shown.reset();
    m_before.reset();
    m_canvas.reset();
    showMoment();
}

void TwinsStage::resizeEvent(QResizeEvent*)
{
    forget();
}

void TwinsStage::showMoment()
{
    tellNews();
    update();
}

const scene::DisplayList& TwinsStage::made(const TwinPictureOf& wanted, std::optional<Made>& place)
{
    if (!place || !(place->of == wanted))
        place = Made{wanted, twinPicture(*m_twins, wanted, &m_memo)};
    return place->list;
}

/// As StageWidget's.
void TwinsStage::tellNews()
{
    if (m_twins == nullptr || m_player.isMoving() || !somebodyListens())
        return;
    TwinPictureOf now = wanted();
    now.now = {};
    now.pixels = {};
    if (std::exchange(m_told, now) != now)
        m_news.changed();
}

QString TwinsStage::pictureName() const
{
    return m_twins != nullptr ? twinTitle(*m_twins, m_look.language) : QString();
}

const scene::DisplayList* TwinsStage::pictureAtRest()
{
    return m_twins != nullptr ? &made(wanted(), m_shown) : nullptr;
}

scene::DisplayList TwinsStage::listNow()
{
    const Moment& moment = m_player.moment();
    TwinPictureOf now = wanted();
    const scene::DisplayList& to = made(now, m_shown);
    if (moment.progress >= 1)
        return to;
    now.step = moment.fromStep;
    now.now = moment.fromNow;
    return scene::tween(made(now, m_before), to, moment.progress);
}

void TwinsStage::refresh()
{
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (!m_canvas || m_canvas->image().size() != pixels)
        m_canvas.emplace(pixels, QRectF(QPointF(0, 0), QSizeF(pixels)), m_look.colours().background);
    m_canvas->show(listNow());
    if (!m_player.isMoving())
        m_canvas->settle();
}

void TwinsStage::paintEvent(QPaintEvent*)
{
    if (m_twins == nullptr || size().isEmpty())
        return;
    refresh();
    QPainter painter(this);
    painter.drawImage(QRectF(rect()), m_canvas->image());
    if (showsFocus(*this) && !parentWidget()->isWindow())
        drawFocus(painter, rect());
}

} // namespace il::app
