#include "hints.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {

namespace {

constexpr int noteWidth = 320, gap = 12;

/// Beside a thing: below it, above it or in its middle, wherever there is room, and within the window.
QPoint placeBeside(const QRect& thing, QSize size, const QRect& window)
{
    int top = thing.bottom() + gap;
    if (top + size.height() > window.bottom())
        top = thing.top() - gap - size.height();
    if (top < window.top())
        top = thing.center().y() - size.height() / 2;
    const int left = thing.center().x() - size.width() / 2;
    return {std::clamp(left, gap, std::max(gap, window.width() - size.width() - gap)),
            std::clamp(top, gap, std::max(gap, window.height() - size.height() - gap))};
}

} // namespace

Hints::Hints(const std::vector<Hint>& hints, QWidget* window)
    : QFrame(window), m_text(new QLabel(this)), m_count(new QLabel(this)),
      m_skip(new QPushButton(tr("Skip"), this)), m_next(new QPushButton(this))
{
    for (const Hint& hint : hints)
        if (hint.about->isVisible())
            m_hints.push_back({hint.about, hint.text});
    setObjectName("hints");
    setFixedWidth(noteWidth);
    m_text->setObjectName("hint");
    m_text->setWordWrap(true);
    m_count->setProperty("kind", "heading");
    m_skip->setObjectName("skipHints");
    m_next->setObjectName("nextHint");
    m_skip->setAutoDefault(true); // Enter presses it, as in a dialog
    m_next->setAutoDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_skip);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_skip, &QPushButton::clicked, this, &Hints::dismiss);
    connect(m_next, &QPushButton::clicked, this, &Hints::next);
    window->installEventFilter(this);
    if (m_hints.empty()) {
        deleteLater();
        return;
    }
    showHint();
    show();
    m_next->setFocus();
}

void Hints::next()
{
    if (++m_at < m_hints.size())
        showHint();
    else
        dismiss();
}

void Hints::showHint()
{
    m_text->setText(m_hints[m_at].text);
    setAccessibleName(m_hints[m_at].text);
    m_count->setText(tr("%1 of %2").arg(m_at + 1).arg(m_hints.size()));
    m_next->setText(m_at + 1 < m_hints.size() ? tr("Next") : tr("Done"));
    place();
}

void Hints::place()
{
    const QWidget* about = m_at < m_hints.size() ? m_hints[m_at].about : nullptr;
    if (about == nullptr)
        return;
    adjustSize();
    const QRect thing(about->mapTo(parentWidget(), QPoint()), about->size());
    move(placeBeside(thing, size(), parentWidget()->rect()));
    raise();
}

void Hints::dismiss()
{
    hide();
    deleteLater();
    emit dismissed();
}

void Hints::keyPressEvent(QKeyEvent* event)
{
    event->key() == Qt::Key_Escape ? dismiss() : QFrame::keyPressEvent(event);
}

bool Hints::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace il::app
