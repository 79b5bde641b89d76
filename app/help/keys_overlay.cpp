#include "keys_overlay.h"

#include "key_list.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 420, columnGap = 44, most = 3,
              room = 32; // pixels; columns; pixels around the card

/// Each key of "→  ←" as a cap of its own.
QWidget* caps(const QString& keys, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const QString& key : keys.split(u"  "_s)) {
        auto* cap = new QLabel(key, box);
        cap->setProperty("kind", "keycap");
        row->addWidget(cap);
    }
    row->addStretch(1);
    return box;
}

QWidget* groupBox(const KeyGroup& group, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(1, 1);
    auto* title = new QLabel(group.title, box);
    title->setProperty("kind", "heading");
    grid->addWidget(title, 0, 0, 1, 2);
    for (int row = 0; row < std::ssize(group.keys); ++row) {
        const KeyHelp& key = group.keys[static_cast<std::size_t>(row)];
        grid->addWidget(caps(key.keys, box), row + 1, 0, Qt::AlignTop);
        auto* does = new QLabel(key.does, box);
        does->setWordWrap(true);
        grid->addWidget(does, row + 1, 1);
    }
    return box;
}

QString inWords(const std::vector<KeyGroup>& groups)
{
    QStringList lines;
    for (const KeyGroup& group : groups)
        for (const KeyHelp& key : group.keys)
            lines.append(key.keys + u": "_s + key.does);
    return lines.join(u'\n');
}

/// Rows that a group takes, its title and the gap below it too.
int rowsOf(const KeyGroup& group)
{
    return static_cast<int>(group.keys.size()) + 2;
}

QWidget* columnOf(const std::vector<KeyGroup>& groups, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    for (const KeyGroup& group : groups)
        column->addWidget(groupBox(group, box));
    column->addStretch(1);
    return box;
}

/// The groups in their order, in columns about as long as each other.
std::vector<std::vector<KeyGroup>> inColumns(int columns)
{
    std::vector<KeyGroup> groups = keyGroups();
    const int rows = std::accumulate(groups.begin(), groups.end(), 0,
                                     [](int sum, const KeyGroup& group) { return sum + rowsOf(group); });
    std::vector<std::vector<KeyGroup>> result(static_cast<std::size_t>(columns));
    int before = 0;
    for (KeyGroup& group : groups) {
        const int middle = before + rowsOf(group) / 2;
        before += rowsOf(group);
        result[static_cast<std::size_t>(std::min(middle * columns / rows, columns - 1))].push_back(
            std::move(group));
    }
    return result;
}

} // namespace

KeysOverlay::KeysOverlay(QWidget* window) : QWidget(window), m_before(window->focusWidget())
{
    setObjectName("keysOverlay");
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(inWords(keyGroups()));
    auto* card = new QFrame(this);
    card->setObjectName("popup");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(28, 22, 28, 22);
    auto* title = new QLabel(tr("Keys"), card);
    title->setObjectName("overlayTitle");
    m_area = new QScrollArea(card);
    m_area->setObjectName("keysArea");
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    column->addWidget(title);
    column->addWidget(m_area);
    (new QGridLayout(this))->addWidget(card, 0, 0, Qt::AlignCenter);
    window->installEventFilter(this);
    raise();
    show();
    place(); // now that the texts have their fonts
    setFocus();
}

void KeysOverlay::place()
{
    setGeometry(parentWidget()->rect());
    const int columns = std::clamp((width() - 2 * room) / (columnWidth + columnGap), 1, most);
    if (columns != m_columns)
        fill(columns);
    const int wide = std::min(width() - 5 * room, columns * columnWidth + (columns - 1) * columnGap);
    m_area->widget()->ensurePolished();
    m_area->setFixedSize(wide + m_area->verticalScrollBar()->sizeHint().width(),
                         std::min(height() - 4 * room, m_area->widget()->heightForWidth(wide)));
}

void KeysOverlay::fill(int columns)
{
    m_columns = columns;
    auto* inside = new QWidget;
    inside->setObjectName("keysInside");
    auto* row = new QHBoxLayout(inside);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(columnGap);
    for (const std::vector<KeyGroup>& groups : inColumns(columns))
        row->addWidget(columnOf(groups, inside), 1);
    m_area->setWidget(inside);
}

void KeysOverlay::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    if (m_before)
        m_before->setFocus();
}

bool KeysOverlay::scroll(int key)
{
    QScrollBar& bar = *m_area->verticalScrollBar();
    switch (bar.maximum() > 0 ? key : Qt::Key_unknown) {
    case Qt::Key_Down:
        bar.triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return true;
    case Qt::Key_Up:
        bar.triggerAction(QAbstractSlider::SliderSingleStepSub);
        return true;
    case Qt::Key_PageDown:
        bar.triggerAction(QAbstractSlider::SliderPageStepAdd);
        return true;
    case Qt::Key_PageUp:
        bar.triggerAction(QAbstractSlider::SliderPageStepSub);
        return true;
    default:
        return false;
    }
}

void KeysOverlay::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (!scroll(event->key()))
        close();
}

void KeysOverlay::mousePressEvent(QMouseEvent*)
{
    close();
}

void KeysOverlay::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, 115)); // a shadow, in dark themes too
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace il::app
