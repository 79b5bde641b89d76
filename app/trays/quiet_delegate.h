// Rows without a frame around the cell that has the focus: the whole row is marked already.
#pragma once

#include <QStyledItemDelegate>

namespace il::app {

class QuietDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

} // namespace il::app
