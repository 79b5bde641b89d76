// Lays widgets out in a row that wraps, as words in a paragraph.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace il::app {

class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent, int gap = 8) : QLayout(parent), m_gap(gap)
    {
        setContentsMargins(0, 0, 0, 0);
    }

    void addItem(QLayoutItem* item) override { m_items.emplace_back(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override; ///< the caller owns it then
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;
    Qt::Orientations expandingDirections() const override { return {}; }

private:
    int place(const QRect& rect, bool move) const; ///< returns the height needed

    int m_gap;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace il::app
