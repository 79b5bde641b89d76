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

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;
constexpr int wide = 1100; ///< at which hardly a line wraps

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
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    auto* list = new QWidget;
    list->setObjectName("keysList");
    fill(*new QGridLayout(list));
    m_scroll->setWidget(list);
    (new QVBoxLayout(m_card))->addWidget(m_scroll);
    m_card->layout()->setContentsMargins(1, 1, 1, 1);
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
    grid.setVerticalSpacing(20);
    auto* title = new QLabel(tr("Keys"), card);
    title->setObjectName("overlayTitle");
    grid.addWidget(title, 0, 0, 1, columns);
    int place = columns;
    for (const KeyGroup& group : keyGroups()) {
        grid.addWidget(groupBox(group, card), place / columns, place % columns);
        ++place;
    }
}

/// As large as the list, or as there is room; the rest is scrolled to.
void KeysOverlay::placeCard()
{
    const QWidget* list = m_scroll->widget();
    const QSize room = size() - QSize(24, 24);
    QSize wanted = list->sizeHint().expandedTo({std::min(wide, room.width()), 0}) + QSize(2, 2);
    wanted.setHeight(list->heightForWidth(wanted.width()) + 2);
    if (wanted.height() > room.height())
        wanted.rwidth() += m_scroll->verticalScrollBar()->sizeHint().width();
    m_card->resize(wanted.boundedTo(room));
    m_card->move(rect().center() - m_card->rect().center());
}

void KeysOverlay::resizeEvent(QResizeEvent*)
{
    placeCard();
}

/// Any key closes it, but those that show the rest of a long list.
void KeysOverlay::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    QScrollBar* bar = m_scroll->verticalScrollBar();
    const int page = bar->pageStep() * 9 / 10, line = 40;
    const int by = event->key() == Qt::Key_Down       ? line
                   : event->key() == Qt::Key_Up       ? -line
                   : event->key() == Qt::Key_PageDown ? page
                   : event->key() == Qt::Key_PageUp   ? -page
                                                      : 0;
    if (by == 0 || bar->maximum() == 0)
        close();
    else
        bar->setValue(bar->value() + by);
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
