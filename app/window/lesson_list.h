// The list of lessons: groups as headings, each lesson with its number of cues.
#pragma once

#include "look.h"

#include <QListWidget>
#include <QStyledItemDelegate>

namespace il::app {

enum LessonRole { IdRole = Qt::UserRole, CountRole, CountWordsRole, HeadingRole, BrokenRole, SeenRole };

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

    Look m_look;
};

/// Leaves the keys that play to the window; up, down and Enter are its own.
class LessonList : public QListWidget {
    Q_OBJECT

public:
    using QListWidget::QListWidget;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace il::app
