// A lecture: the stage on the projector and, on a screen of its own or on demand, the presenter's window.
#pragma once

#include "presentation.h"
#include "presenter_view.h"

#include <QObject>
#include <QPointer>

namespace il::app {

class Lecture : public QObject {
    Q_OBJECT

public:
    /// All must outlive the lecture. `window` is where it begins from and its windows' owner.
    Lecture(Session& session, Player& player, Gates& gates, const Clock& clock, QWidget& window);

    void begin(const Look& look, const Shown& shown);
    void end();
    bool isOn() const { return m_presentation != nullptr; }

    /// What changes while it is on; nothing happens while it is off.
    void setShown(const Shown& shown);
    void setLook(const Look& look);
    void showPresenter(bool on);

    Presentation* presentation() const { return m_presentation; } ///< null while it is off
    PresenterView* presenter() const { return m_presenter; }      ///< null while there is none

signals:
    void began();
    void ended();
    void presenterShown(bool on);
    void digitTyped(int digit);
    void variantAsked();
    void textSizeAsked(int step);

private:
    void connectPresentation();
    void makePresenter();
    void placeWindows();

    Session& m_session;
    Player& m_player;
    Gates& m_gates;
    const Clock& m_clock;
    QWidget& m_window;
    Look m_look;
    Shown m_shown;
    QPointer<Presentation> m_presentation;
    QPointer<PresenterView> m_presenter;
    bool m_swapped = false;
};

} // namespace il::app
