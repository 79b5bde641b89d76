// Two runs on the stage: both pictures, their figures, one transport; in the window or full screen.
#pragma once

#include "../access/focus.h"
#include "../player.h"
#include "../window/look.h"

#include "twins.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace il::app {

class TransportBar;
class TwinsStage;

/// Covers its parent as long as it is shown. Keys are those of the window; besides, D goes to where the runs
/// part, X changes sides, F5 is full screen, Esc back.
class TwinsPage : public QWidget {
    Q_OBJECT

public:
    /// `clock` must outlive the page.
    TwinsPage(const Clock& clock, QWidget* parent);

    void setTwins(const TwinsPtr& twins, const std::array<std::string, 2>& panels);
    void setLook(const Look& look);

    const TwinsPtr& twins() const { return m_twins; }
    Player& player() { return m_player; }
    TwinsStage& stage() { return *m_stage; }
    QWidget* presentation() const { return m_presentation; } ///< null while there is none

    void swap();
    void goToDivergence();
    void present();

signals:
    void closed();
    void otherAsked();  ///< something else is to be compared with
    void exportAsked(); ///< of what is shown

protected:
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override { return moveFocus({this}, next); }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QPushButton* addButton(const char* name);
    void choosePanel(int index);
    void retranslate();
    bool handleKey(const QKeyEvent& event);
    void keepTime();

    TwinsPtr m_twins;
    std::array<std::string, 2> m_panels{"gil", "gil"}, m_own{"gil", "gil"};
    Look m_look;
    Player m_player;
    QTimer m_frames{this};
    QLabel* m_title;
    QComboBox* m_panel;
    QPushButton *m_parting, *m_swap, *m_other, *m_export, *m_present, *m_close;
    TwinsStage* m_stage;
    TransportBar* m_transport;
    QPointer<QWidget> m_presentation;
    QPointer<TwinsStage> m_presentedStage;
};

} // namespace il::app
