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
#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;

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
        grid->addWidget(caps(key.keys, box), row + 1, 0);
        auto* does = new QLabel(key.does, box);
        does->setWordWrap(true);
        grid->addWidget(does, row + 1, 1);
    }
    grid->setRowStretch(static_cast<int>(group.keys.size()) + 1, 1);
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

} // namespace

KeysOverlay::KeysOverlay(const Look& look, QWidget* window)
    : QWidget(window), m_look(look), m_card(new QFrame(this)), m_scroll(new QScrollArea(m_card))
{
    setObjectName("keysOverlay");
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(inWords(keyGroups()));
    m_card->setObjectName("popup");
    m_scroll->setObjectName("keysScroll");
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* all = new QWidget;
    fill(*new QGridLayout(all));
    m_scroll->setWidget(all);
    m_scroll->viewport()->setAutoFillBackground(false);
    all->setAutoFillBackground(false);
    auto* frame = new QVBoxLayout(m_card);
    frame->setContentsMargins(6, 6, 6, 6);
    frame->addWidget(m_scroll);
    window->installEventFilter(this);
    setGeometry(window->rect());
    raise();
    show();
    setFocus();
}

void KeysOverlay::fill(QGridLayout& grid)
{
    QWidget* card = grid.parentWidget();
    grid.setContentsMargins(28, 22, 28, 22);
    grid.setHorizontalSpacing(44);
    grid.setVerticalSpacing(16);
    auto* title = new QLabel(tr("Keys"), card);
    title->setObjectName("overlayTitle");
    grid.addWidget(title, 0, 0, 1, columns);
    std::array<QVBoxLayout*, columns> lists{};
    for (std::size_t column = 0; column < columns; ++column) {
        lists[column] = new QVBoxLayout;
        lists[column]->setSpacing(20);
        grid.addLayout(lists[column], 1, static_cast<int>(column));
        grid.setColumnStretch(static_cast<int>(column), 1);
    }
    std::size_t place = 0;
    for (const KeyGroup& group : keyGroups())
        lists[place++ % columns]->addWidget(groupBox(group, card));
    for (QVBoxLayout* list : lists)
        list->addStretch(1);
}

/// As much of the list as the window has room for.
void KeysOverlay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    constexpr int margin = 16, widest = 1000, frame = 16;
    const int inside = std::min(widest, width() - 2 * margin);
    const int wanted = m_scroll->widget()->layout()->totalHeightForWidth(inside - frame) + frame;
    m_card->resize(inside, std::min(wanted, height() - 2 * margin));
    m_card->move((width() - m_card->width()) / 2, (height() - m_card->height()) / 2);
}

/// Those for up and down scroll where there is more to see.
void KeysOverlay::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    QScrollBar* bar = m_scroll->verticalScrollBar();
    const int key = event->key();
    const bool byPage = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (bar->maximum() == 0 || (!byPage && key != Qt::Key_Up && key != Qt::Key_Down)) {
        close();
        return;
    }
    const int step = byPage ? bar->pageStep() : 3 * bar->singleStep();
    bar->setValue(bar->value() + (key == Qt::Key_PageUp || key == Qt::Key_Up ? -step : step));
}

void KeysOverlay::mousePressEvent(QMouseEvent*)
{
    close();
}

void KeysOverlay::paintEvent(QPaintEvent*)
{
    QColor veil = m_look.colours().ink;
    veil.setAlphaF(0.45F);
    QPainter(this).fillRect(rect(), veil);
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace il::app
