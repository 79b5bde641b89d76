#include "lesson_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

namespace il::app {

namespace {

constexpr int lineHeight = 34, passageHeight = 20, headingHeight = 38;
constexpr int passageSize = 13;

} // namespace

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(HeadingRole).toBool())
        return {option.rect.width(), headingHeight};
    return {option.rect.width(), lineHeight + (index.data(PassageRole).isValid() ? passageHeight : 0)};
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

/// What was found stands out by weight and a line as well as by colour.
void LessonDelegate::paintMarked(QPainter& painter, const QRect& place, const MarkedText& text,
                                 const QFont& font, bool selected) const
{
    const scene::Theme& theme = m_look.colours();
    QFont heavy = font;
    heavy.setWeight(QFont::DemiBold);
    const QFontMetricsF widest(heavy);
    const MarkedText shown = excerpt(text, place.width(), [&widest](QStringView part) {
        return widest.horizontalAdvance(part.toString());
    });
    QTextCharFormat found;
    found.setFontWeight(QFont::DemiBold);
    found.setFontUnderline(true);
    if (!selected)
        found.setForeground(theme.readable(theme.accent));
    QList<QTextLayout::FormatRange> formats;
    for (const Range& mark : shown.marks)
        formats.append({static_cast<int>(mark.begin), static_cast<int>(mark.length), found});
    QTextLayout layout(shown.text, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setNumColumns(static_cast<int>(shown.text.size()));
    layout.endLayout();
    layout.draw(&painter, {double(place.left()), place.center().y() - layout.boundingRect().height() / 2});
}

void LessonDelegate::paintPassage(QPainter& painter, const QRect& row, const QModelIndex& index,
                                  bool selected) const
{
    const scene::Theme& theme = m_look.colours();
    QFont font = painter.font();
    font.setPixelSize(passageSize);
    painter.setFont(font);
    const QString where = tr("%1: ").arg(index.data(WhereRole).toString());
    const int width = QFontMetrics(font).horizontalAdvance(where) + 2;
    QRect place = row.adjusted(10, lineHeight - 5, -10, 0);
    place.setHeight(passageHeight);
    painter.setPen(selected ? theme.on(theme.accent) : theme.ink2);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, where);
    painter.setPen(selected ? theme.on(theme.accent) : theme.ink);
    paintMarked(painter, place.adjusted(width, 0, 0, 0), index.data(PassageRole).value<MarkedText>(), font,
                selected);
}

void LessonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const scene::Theme& theme = m_look.colours();
    QRect rect = option.rect;
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
    if (index.data(PassageRole).isValid()) {
        paintPassage(*painter, option.rect, index, selected);
        rect.setHeight(lineHeight);
    }
    const double seen = index.data(SeenRole).toDouble();
    const bool isFind = index.data(TitleRole).isValid(); // which needs the room for what was found
    const QString count =
        index.data(selected && seen == 0 && !isFind ? CountWordsRole : CountRole).toString();
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
    const QVariant marked = index.data(TitleRole);
    if (marked.isValid())
        paintMarked(*painter, place, marked.value<MarkedText>(), font, selected);
    else
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    painter->restore();
}

void LessonList::keyPressEvent(QKeyEvent* event)
{
    const auto isHeading = [this](int row) { return item(row)->data(HeadingRole).toBool(); };
    int above = currentRow() - 1;
    while (above >= 0 && isHeading(above))
        --above;
    switch (event->key()) {
    case Qt::Key_Up:
        if (above < 0)
            return event->ignore();
        QListWidget::keyPressEvent(event);
        break;
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
