// Full screen with nothing but the stage.
#pragma once

#include "../player.h"
#include "../run.h"
#include "look.h"

#include <QWidget>

namespace il::app {

class StageWidget;

class Presentation : public QWidget {
    Q_OBJECT

public:
    Presentation(Player& player, QWidget* parent);
    void setLook(const Look& look);
    StageWidget& stage() { return *m_stage; }

signals:
    void closed();
    void digitTyped(int digit);
    void variantAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    Player& m_player;
    StageWidget* m_stage;
};

} // namespace il::app
