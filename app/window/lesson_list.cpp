#include "lesson_list.h"

#include <QKeyEvent>
#include <QPainter>

namespace il::app {

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), index.data(HeadingRole).toBool() ? 38 : 34};
}

/// A ring that closes as the lesson's cues are seen, and then bears a tick.
void LessonDelegate::paintSeen(QPainter& painter, const QRectF& ring, double seen, bool selected) const
{
    const scene::Theme& theme = m_look.colours();
    const QColor color = selected ? theme.on(theme.accent) : theme.mark(theme.accent);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawArc(ring, 90 * 16, -static_cast<int>(seen * 360 * 16));
    if (seen >= 1) {
        const QPointF low = ring.center() + QPointF(-0.5, 2.5);
        painter.drawPolyline(QPolygonF{low + QPointF(-2.5, -2.5), low, low + QPointF(3.5, -4.5)});
    }
}

void LessonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const scene::Theme& theme = m_look.colours();
    const QRect rect = option.rect;
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font = option.font;
    if (index.data(HeadingRole).toBool()) {
        font.setPixelSize(13);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(theme.ink2);
        painter->drawText(rect.adjusted(6, 0, -6, -5), Qt::AlignLeft | Qt::AlignBottom, text);
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRectF box = QRectF(rect).adjusted(0.5, 1, -0.5, -1);
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? theme.accent : theme.soft);
        painter->drawRoundedRect(box, 8, 8);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(selected ? theme.ink : theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7);
    }
    const double seen = index.data(SeenRole).toDouble();
    const QString count = index.data(selected && seen == 0 ? CountWordsRole : CountRole).toString();
    font.setPixelSize(13);
    const int countWidth = QFontMetrics(font).horizontalAdvance(count);
    painter->setFont(font);
    painter->setPen(selected ? theme.on(theme.accent) : theme.ink2);
    painter->drawText(rect.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    const int ringWidth = seen > 0 ? 20 : 0;
    if (seen > 0)
        paintSeen(*painter, QRectF(rect.right() - 10 - countWidth - ringWidth, rect.center().y() - 6, 13, 13),
                  seen, selected);
    font.setPixelSize(15);
    const bool broken = index.data(BrokenRole).toBool();
    painter->setFont(font);
    painter->setPen(selected ? theme.on(theme.accent) : broken ? theme.readable(theme.bad) : theme.ink);
    const QRect place = rect.adjusted(10, 0, -18 - countWidth - ringWidth, 0);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    painter->restore();
}

void LessonList::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        QListWidget::keyPressEvent(event);
        break;
    default:
        event->ignore();
        break;
    }
}

} // namespace il::app
