#include "stage_widget.h"

#include "scene/replay.h"
#include "scene/tween.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace il::app {
namespace {

constexpr double flattest = 2.1, tallest = 1.3; ///< a stage's width over its height
constexpr double cornerRadius = 12;

} // namespace

StageWidget::StageWidget(const Player& player, QWidget* parent) : QWidget(parent), m_player(player)
{
    setObjectName("stage");
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&player, &Player::momentChanged, this, &StageWidget::showMoment);
}

void StageWidget::setRun(RunPtr run)
{
    m_run = std::move(run);
    forget();
}

void StageWidget::setPanel(const std::string& panel)
{
    m_panel = panel;
    forget();
}

void StageWidget::setLook(const Look& look)
{
    m_look = look;
    forget();
}

void StageWidget::setFramed(bool framed)
{
    m_framed = framed;
    forget();
}

void StageWidget::forget()
{
    m_shown.reset();
    m_before.reset();
    showMoment();
}

void StageWidget::resizeEvent(QResizeEvent*)
{
    forget();
}

void StageWidget::showMoment()
{
    m_still = {};
    if (!m_player.isMoving())
        describe();
    update();
}

QRectF StageWidget::pictureRect() const
{
    const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double width = std::min(all.width(), all.height() * flattest);
    const double height = std::min(all.height(), all.width() / tallest);
    return {all.center().x() - width / 2, all.center().y() - height / 2, width, height};
}

PictureOf StageWidget::wanted() const
{
    const Moment& moment = m_player.moment();
    return {.step = moment.step,
            .now = moment.now,
            .panel = m_panel,
            .pixels = pictureRect().size(),
            .theme = m_look.theme,
            .language = m_look.language};
}

const scene::DisplayList& StageWidget::made(const PictureOf& wanted, std::optional<Made>& place)
{
    if (!place || !(place->of == wanted))
        place = Made{wanted, picture(*m_run, wanted)};
    return place->list;
}

/// What somebody who can't see the stage is told about it.
void StageWidget::describe()
{
    if (m_run == nullptr)
        return;
    const PictureOf now = wanted();
    QStringList parts;
    for (const scene::Item& item : made(now, m_shown).items)
        if (!item.accessible.isEmpty())
            parts.append(item.accessible);
    setAccessibleDescription(captionAt(*m_run, now.step, now.language) + '\n' + parts.join('\n'));
}

void StageWidget::drawPicture(QPainter& painter)
{
    const Moment& moment = m_player.moment();
    PictureOf now = wanted();
    const scene::DisplayList& to = made(now, m_shown);
    if (moment.progress >= 1) {
        scene::replay(to, painter, pictureRect());
        return;
    }
    now.step = moment.fromStep;
    now.now = moment.fromNow;
    const scene::DisplayList& from = made(now, m_before);
    scene::replay(scene::tween(from, to, moment.progress), painter, pictureRect());
}

void StageWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const scene::Theme& theme = m_look.colours();
    if (m_run == nullptr)
        return;
    if (!m_still.isNull()) {
        painter.drawPixmap(0, 0, m_still);
        return;
    }
    QPixmap pixmap(size() * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(m_framed ? Qt::transparent : theme.background);
    QPainter inside(&pixmap);
    inside.setRenderHint(QPainter::Antialiasing);
    QPainterPath corners;
    corners.addRoundedRect(pictureRect(), m_framed ? cornerRadius : 0, m_framed ? cornerRadius : 0);
    if (m_framed)
        inside.setClipPath(corners);
    drawPicture(inside);
    if (m_framed) {
        inside.setClipping(false);
        inside.setPen(QPen(theme.line, theme.strokeWidth));
        inside.setBrush(Qt::NoBrush);
        inside.drawPath(corners);
    }
    inside.end();
    painter.drawPixmap(0, 0, pixmap);
    if (!m_player.isMoving())
        m_still = pixmap;
}

} // namespace il::app
