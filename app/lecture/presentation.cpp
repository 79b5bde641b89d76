#include "presentation.h"

#include "../window/keys.h"
#include "../window/stage_widget.h"
#include "gates.h"
#include "overlay.h"
#include "question_keys.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace il::app {
namespace {

constexpr int noteTime = 2000; ///< ms

} // namespace

Presentation::Presentation(Player& player, Gates& gates, QWidget* parent)
    : QWidget(parent, Qt::Window), m_player(player), m_gates(gates), m_stage(new StageWidget(player, this)),
      m_overlay(new Overlay(this)), m_note(new QLabel(this))
{
    setObjectName("presentation");
    m_stage->setObjectName("presentedStage");
    m_stage->setFramed(false);
    setFocusProxy(m_stage); // which speaks; the keys come up from there
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stage);
    m_cursorRest.setObjectName("cursorRest");
    m_cursorRest.setSingleShot(true);
    m_cursorRest.setInterval(cursorRest);
    connect(&m_cursorRest, &QTimer::timeout, this, [this] { m_overlay->setCursor(Qt::BlankCursor); });
    connect(m_overlay, &Overlay::moved, this, &Presentation::showCursor);
    connect(m_overlay, &Overlay::toolChanged, this, &Presentation::showCursor);
    connect(m_overlay, &Overlay::clicked, this, &Presentation::click);
    connect(m_stage, &StageWidget::clicked, this, &Presentation::click); // a screen reader's press
    connect(&player, &Player::momentChanged, this, &Presentation::wipeOldInk);
    connect(&gates, &Gates::changed, this, &Presentation::showGate);
    m_overlay->setCursor(Qt::BlankCursor);
    m_note->setObjectName("note");
    m_note->hide();
    m_noteTimer.setSingleShot(true);
    m_noteTimer.setInterval(noteTime);
    connect(&m_noteTimer, &QTimer::timeout, m_note, &QWidget::hide);
    showGate();
}

void Presentation::setLook(const Look& look)
{
    if (look.language != m_look.language || look.texts != m_look.texts)
        m_overlay->wipe(); // what it points at has moved
    m_look = look;
    QPalette colours = palette();
    colours.setColor(QPalette::Window, look.colours().background);
    setPalette(colours);
    setAutoFillBackground(true);
    setWindowTitle(tr("Interleave, presentation"));
    setAccessibleName(windowTitle());
    m_stage->setLook(look);
    m_overlay->setLook(look);
}

void Presentation::setShown(const Shown& shown)
{
    if (shown == m_shown)
        return;
    m_overlay->wipe();
    m_stage->setPanel(shown.panel);
    m_stage->setVariant(shown.variant);
    if (shown.run != m_shown.run)
        m_stage->setRun(shown.run);
    m_shown = shown;
}

void Presentation::note(const QString& text)
{
    m_note->setText(text);
    m_note->adjustSize();
    m_note->move((width() - m_note->width()) / 2, height() / 40);
    m_note->raise();
    m_note->show();
    m_noteTimer.start();
}

void Presentation::showGate()
{
    m_overlay->wipe();
    m_stage->setGate(m_gates.gate());
}

/// Ink belongs to the picture it was drawn on: on the next one it would point at things that have moved on.
void Presentation::wipeOldInk()
{
    if (m_player.moment().step != m_inkStep)
        m_overlay->wipe();
    m_inkStep = m_player.moment().step;
}

void Presentation::showCursor()
{
    const Tool tool = m_overlay->tool();
    m_overlay->setCursor(tool == Tool::Pen         ? Qt::CrossCursor
                         : tool == Tool::Spotlight ? Qt::BlankCursor
                                                   : Qt::ArrowCursor);
    m_cursorRest.start();
}

void Presentation::click(QPointF place)
{
    if (m_overlay->blank() != Blank::None)
        return m_overlay->setBlank(Blank::None);
    if (m_gates.choose(m_stage->optionAt(place)))
        return;
    if (!m_gates.advance())
        m_player.nextCue();
}

/// A blank stage comes back by what blanked it, or by a key that would have moved it; that is all such a key
/// does then.
bool Presentation::handleBlank(const QKeyEvent& event)
{
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int key = event.key();
    const bool black = key == Qt::Key_B || key == Qt::Key_Period;
    const bool white = key == Qt::Key_W || key == Qt::Key_Comma;
    if (m_overlay->blank() == Blank::None) {
        if (plain && (black || white))
            m_overlay->setBlank(black ? Blank::Black : Blank::White);
        return plain && (black || white);
    }
    const bool steps = isForwardKey(event) || key == Qt::Key_PageUp || key == Qt::Key_Left ||
                       key == Qt::Key_Home || key == Qt::Key_End;
    if (!black && !white && !steps && key != Qt::Key_Escape)
        return false;
    m_overlay->setBlank(Blank::None);
    return true;
}

bool Presentation::handleControl(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_L:
        m_overlay->take(m_overlay->tool() == Tool::Spotlight ? Tool::Arrow : Tool::Spotlight);
        return true;
    case Qt::Key_P:
        m_overlay->tool() == Tool::Pen ? m_overlay->take(Tool::Arrow) : m_overlay->nextPen();
        return true;
    case Qt::Key_A:
        m_overlay->take(Tool::Arrow);
        return true;
    case Qt::Key_E:
        m_overlay->wipe();
        return true;
    case Qt::Key_Z:
        m_overlay->undo();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // its key without Shift
        emit textSizeAsked(1);
        return true;
    case Qt::Key_Minus:
        emit textSizeAsked(-1);
        return true;
    case Qt::Key_0:
        emit textSizeAsked(0);
        return true;
    default:
        return false;
    }
}

bool Presentation::handleTool(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_S:
        m_overlay->take(m_overlay->tool() == Tool::Spotlight ? Tool::Arrow : Tool::Spotlight);
        return true;
    case Qt::Key_P:
        m_overlay->nextPen();
        return true;
    case Qt::Key_E:
    case Qt::Key_C:
        m_overlay->wipe();
        return true;
    case Qt::Key_Backspace:
        m_overlay->undo();
        return true;
    case Qt::Key_V:
        emit variantAsked();
        return true;
    case Qt::Key_F5:
        close();
        return true;
    case Qt::Key_F6:
        emit presenterAsked();
        return true;
    case Qt::Key_Escape:
        escape();
        return true;
    default:
        return false;
    }
}

/// Puts the tool away first.
void Presentation::escape()
{
    if (m_overlay->tool() == Tool::Arrow)
        close();
    else
        m_overlay->take(Tool::Arrow);
}

bool Presentation::handleKey(const QKeyEvent& event)
{
    if (handleBlank(event))
        return true;
    if ((event.modifiers() & Qt::ControlModifier) != 0)
        return handleControl(event);
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (handleQuestionKey(m_gates, event) || handlePlaybackKey(m_player, event) || handleTool(event))
        return true;
    const int digit = event.key() - Qt::Key_0;
    if (digit < 0 || digit > 9)
        return false;
    emit digitTyped(digit);
    return true;
}

void Presentation::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

void Presentation::placeOverlay()
{
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    const QRectF picture = m_stage->pictureRect();
    m_overlay->setPicture(picture.translated(m_stage->pos()));
}

void Presentation::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    placeOverlay();
}

void Presentation::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closed();
}

} // namespace il::app
