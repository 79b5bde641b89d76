#include "stage_widget.h"

#include "../access/focus.h"
#include "../access/listener.h"

#include "scene/replay.h"
#include "scene/tween.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace il::app {
namespace {

constexpr double flattest = 2.1, tallest = 1.3; ///< a stage's width over its height
constexpr double cornerRadius = 12;
constexpr int frameWidth = 13; ///< holds the corners and the border

} // namespace

StageWidget::StageWidget(const Player& player, QWidget* parent) : QWidget(parent), m_player(player)
{
    setObjectName("stage");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&player, &Player::momentChanged, this, &StageWidget::showMoment);
    connect(&player, &Player::stateChanged, this, &StageWidget::tellNews);
}

void StageWidget::setRun(RunPtr run)
{
    m_run = std::move(run);
    m_memo = {};
    m_told.reset();
    forget();
}

void StageWidget::setPanel(const std::string& panel)
{
    m_panel = panel;
    forget();
}

void StageWidget::setVariant(const std::string& variant)
{
    m_variant = variant;
    forget();
}

void StageWidget::setLook(const Look& look)
{
    m_look = look;
    forget();
}

void StageWidget::setGate(std::optional<scene::Gate> gate)
{
    if (gate == m_gate)
        return;
    m_gate = std::move(gate);
    showMoment();
}

int StageWidget::optionAt(QPointF place) const
{
    if (!m_gate || !m_shown)
        return -1;
    const QTransform toStage = scene::stageToTarget(m_shown->list.size, pictureRect()).inverted();
    return scene::gateOptionAt(m_shown->list, toStage.map(place));
}

void StageWidget::setOffer(std::optional<Offer> offer)
{
    if (std::exchange(m_offer, offer) != offer)
        forget();
}

/// Of the picture at rest: while it moves, what is clicked is where it will be.
QStringList StageWidget::elementsAt(const QPoint& point) const
{
    QStringList ids;
    if (!m_shown)
        return ids;
    const QRectF place = pictureRect();
    const double scale = place.width() / m_shown->list.size.width();
    const QPointF there = (QPointF(point) - place.topLeft()) / scale;
    const auto& items = m_shown->list.items;
    for (auto item = items.rbegin(); item != items.rend(); ++item)
        if (scene::bounds(*item).contains(there))
            ids.append(item->id);
    return ids;
}

QRect StageWidget::placeOf(const QString& prefix) const
{
    if (!m_shown)
        return {};
    const QRectF place = pictureRect();
    const double scale = place.width() / m_shown->list.size.width();
    for (const scene::Item& item : m_shown->list.items)
        if (item.id.startsWith(prefix)) {
            const QRectF there = scene::bounds(item);
            return QRectF(place.topLeft() + there.topLeft() * scale, there.size() * scale).toAlignedRect();
        }
    return {};
}

void StageWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->pos()))
        return;
    emit clicked(event->position());
    emit elementClicked(elementsAt(event->pos()), event->pos());
}

void StageWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_framed)
        return; // a projector shows no cursor
    const QStringList ids = elementsAt(event->pos());
    const bool any = std::any_of(ids.begin(), ids.end(), [this](const QString& id) { return answers(id); });
    setCursor(any ? Qt::PointingHandCursor : Qt::ArrowCursor);
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
    m_canvas.reset();
    showMoment();
    update();
}

void StageWidget::resizeEvent(QResizeEvent*)
{
    forget();
}

void StageWidget::showMoment()
{
    m_current = false;
    tellNews();
    if (!isVisible())
        return;
    const double ratio = devicePixelRatioF();
    for (const QRect& part : refresh())
        update(QRectF(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio).toAlignedRect());
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
            .variant = m_variant,
            .choice = m_offer && m_offer->step == moment.step ? std::optional(m_offer->choice) : std::nullopt,
            .pixels = pictureRect().size(),
            .theme = m_look.theme,
            .language = m_look.language,
            .texts = m_look.texts,
            .gate = m_gate};
}

const scene::DisplayList& StageWidget::made(const PictureOf& wanted, std::optional<Made>& place)
{
    if (!place || !(place->of == wanted))
        place = Made{wanted, picture(*m_run, wanted, &m_memo)};
    return place->list;
}

/// Once per step: not while it moves or plays, nor for a scrubber that is pulled within one.
void StageWidget::tellNews()
{
    if (m_run == nullptr || m_player.isMoving() || !somebodyListens())
        return;
    PictureOf now = wanted();
    now.now = {};
    now.pixels = {};
    if (std::exchange(m_told, now) != now)
        m_news.changed();
}

QString StageWidget::pictureName() const
{
    return m_run != nullptr ? titleOf(*m_run->lesson, m_run->script, m_look.language) : QString();
}

const scene::DisplayList* StageWidget::pictureAtRest()
{
    return m_run != nullptr ? &made(wanted(), m_shown) : nullptr;
}

bool StageWidget::answers(const scene::ElementId& id) const
{
    return id.startsWith(u"thread/") || id.startsWith(u"lane/thread/") || id.startsWith(u"choice/option/") ||
           id.startsWith(u"gate/option/");
}

void StageWidget::press(const scene::ElementId& id)
{
    const QRect place = placeOf(id);
    emit clicked(place.center());
    emit elementClicked({id}, place.center());
}

scene::DisplayList StageWidget::listNow()
{
    const Moment& moment = m_player.moment();
    PictureOf now = wanted();
    const scene::DisplayList& to = made(now, m_shown);
    if (moment.progress >= 1)
        return to;
    now.choice.reset();
    now.step = moment.fromStep;
    now.now = moment.fromNow;
    now.gate.reset();
    return scene::tween(made(now, m_before), to, moment.progress);
}

/// Brings the canvas up to date; returns what has changed on it, in device pixels.
std::vector<QRect> StageWidget::refresh()
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_run == nullptr || pixels.isEmpty())
        return {};
    if (!m_canvas || m_canvas->image().size() != pixels) {
        const QRectF place = pictureRect();
        m_canvas.emplace(pixels, QRectF(place.topLeft() * ratio, place.size() * ratio),
                         m_look.colours().background);
        m_current = false;
    }
    if (std::exchange(m_current, true))
        return {};
    std::vector<QRect> parts = m_canvas->show(listNow());
    if (!m_player.isMoving()) {
        const std::vector<QRect> all = m_canvas->settle();
        parts.insert(parts.end(), all.begin(), all.end());
    }
    return parts;
}

void StageWidget::paintEvent(QPaintEvent* event)
{
    if (m_run == nullptr)
        return;
    refresh();
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    const auto copy = [&](const QRectF& place) {
        painter.drawImage(place, m_canvas->image(), QRectF(place.topLeft() * ratio, place.size() * ratio));
    };
    if (!m_framed) {
        for (const QRect& part : event->region())
            copy(part);
        return;
    }
    // All but a narrow frame is plain copies; the frame is cut round.
    const QRect inner =
        pictureRect().toAlignedRect().adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth);
    for (const QRect& part : event->region().intersected(inner))
        copy(part);
    if (const QRegion edge = event->region().subtracted(inner); !edge.isEmpty())
        drawFrame(painter, edge);
}

/// The picture's edge with its round corners and its border, as far as it lies in `region`.
void StageWidget::drawFrame(QPainter& painter, const QRegion& region) const
{
    const scene::Theme& theme = m_look.colours();
    QPainterPath corners;
    corners.addRoundedRect(pictureRect(), cornerRadius, cornerRadius);
    QBrush picture(m_canvas->image());
    const double ratio = devicePixelRatioF();
    picture.setTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    painter.setClipRegion(region);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(corners, picture);
    painter.strokePath(corners, QPen(theme.line, theme.strokeWidth));
    if (showsFocus(*this))
        drawFocus(painter, pictureRect().toAlignedRect(), cornerRadius);
}

} // namespace il::app
