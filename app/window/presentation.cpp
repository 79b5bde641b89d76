#include "presentation.h"

#include "keys.h"
#include "stage_widget.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace il::app {

Presentation::Presentation(Player& player, QWidget* parent)
    : QWidget(parent, Qt::Window), m_player(player), m_stage(new StageWidget(player, this))
{
    setObjectName("presentation");
    setCursor(Qt::BlankCursor);
    m_stage->setObjectName("presentedStage");
    m_stage->setFramed(false);
    m_stage->setFocusPolicy(Qt::NoFocus);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stage);
}

void Presentation::setLook(const Look& look)
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, look.colours().background);
    setPalette(colours);
    setAutoFillBackground(true);
    setWindowTitle(tr("Interleave, presentation"));
    setAccessibleName(windowTitle());
    m_stage->setLook(look);
}

void Presentation::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_0;
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F5)
        close();
    else if (digit >= 0 && digit <= 9)
        emit digitTyped(digit);
    else if (event->key() == Qt::Key_V && event->modifiers() == Qt::NoModifier)
        emit variantAsked();
    else if (!handlePlaybackKey(m_player, *event))
        QWidget::keyPressEvent(event);
}

void Presentation::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closed();
}

} // namespace il::app
