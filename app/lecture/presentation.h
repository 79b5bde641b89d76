// Full screen with nothing but the stage, and what a lecturer does to it: blank it, point, draw, answer its
// questions.
#pragma once

#include "../player.h"
#include "../run.h"
#include "../window/look.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace il::app {

class Gates;
class Overlay;
class StageWidget;

/// What the stage shows besides the player's moment.
struct Shown {
    RunPtr run; ///< null while there is none
    std::string panel, variant{};
    friend bool operator==(const Shown&, const Shown&) = default;
};

class Presentation : public QWidget {
    Q_OBJECT

public:
    static constexpr int cursorRest = 2000; ///< ms after which a cursor that rests is hidden

    Presentation(Player& player, Gates& gates, QWidget* parent);

    void setLook(const Look& look);
    void setShown(const Shown& shown);
    /// What the window's keys do; the presenter's window hands its own here. False for a key without meaning.
    bool handleKey(const QKeyEvent& event);

    void note(const QString& text); ///< for a moment, above the stage

    StageWidget& stage() { return *m_stage; }
    const Overlay& overlay() const { return *m_overlay; }

signals:
    void closed();
    void digitTyped(int digit);
    void variantAsked();
    void presenterAsked();        ///< shown or hidden
    void textSizeAsked(int step); ///< 1 larger, -1 smaller, 0 the usual one

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    bool handleBlank(const QKeyEvent& event);
    bool handleControl(const QKeyEvent& event);
    bool handleTool(const QKeyEvent& event);
    void escape();
    void click(QPointF place);
    void showGate();
    void wipeOldInk();
    void showCursor();
    void placeOverlay();

    Player& m_player;
    Gates& m_gates;
    StageWidget* m_stage;
    Overlay* m_overlay;
    QTimer m_cursorRest{this};
    QLabel* m_note;
    QTimer m_noteTimer{this};
    Look m_look;
    Shown m_shown;
    std::size_t m_inkStep = 0; ///< the step that the ink was drawn on
};

} // namespace il::app
