// The list of lessons: groups as headings, each lesson with its number of cues.
#pragma once

#include "../search/excerpt.h"
#include "look.h"

#include <QListWidget>
#include <QStyledItemDelegate>

namespace il::app {

enum LessonRole {
    IdRole = Qt::UserRole,
    CountRole,
    CountWordsRole,
    HeadingRole,
    BrokenRole,
    SeenRole,
    TipRole,     ///< the tooltip, without the progress
    TitleRole,   ///< MarkedText: the title with what was found in it
    WhereRole,   ///< what the passage below the title is of its lesson
    PassageRole, ///< MarkedText; rows without it are one line high
    HitRole,     ///< which of the finds it is
};

class LessonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setLook(const Look& look) { m_look = look; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintSeen(QPainter& painter, const QRectF& ring, double seen, bool selected) const;
    void paintPassage(QPainter& painter, const QRect& row, const QModelIndex& index, bool selected) const;
    void paintMarked(QPainter& painter, const QRect& place, const MarkedText& text, const QFont& font,
                     bool selected) const;

    Look m_look;
};

/// Leaves the keys that play to the window; up, down and Enter are its own, but for up from the first lesson.
class LessonList : public QListWidget {
    Q_OBJECT

public:
    using QListWidget::QListWidget;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace il::app

Q_DECLARE_METATYPE(il::app::MarkedText)
