// The lecturer's own window: what to say, what comes next, and how late it is.
#pragma once

#include "../picture.h"
#include "../session.h"
#include "gates.h"
#include "presentation.h"
#include "stopwatch.h"

#include <QTime>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace il::app {

class QaPane;
class StillPicture;

class PresenterView : public QWidget {
    Q_OBJECT

public:
    using TimeOfDay = std::function<QTime()>;

    /// `clock` drives the timer, `timeOfDay` is what the clock shows.
    PresenterView(Session& session, const Player& player, Gates& gates, const Clock& clock,
                  TimeOfDay timeOfDay, QWidget* parent);

    void setLook(const Look& look);
    void setShown(const Shown& shown);
    void showTime();           ///< clock and timer; by itself a few times a second
    void setCanSwap(bool can); ///< there is another screen to swap with

signals:
    void keyPressed(const QKeyEvent& event);
    void swapAsked();
    void endAsked();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTop();
    QWidget* makePictures();
    QWidget* makeWords();
    QPushButton* addButton(QWidget* parent, const char* name);
    void showMoment();
    void showNext();
    void showRightAnswer();
    void retranslate();
    PictureOf pictureAt(const scene::CueMark* cue) const;

    Session& m_session;
    const Player& m_player;
    Gates& m_gates;
    const Clock& m_clock;
    TimeOfDay m_timeOfDay;
    Stopwatch m_stopwatch;
    QTimer m_refresh;
    Look m_look;
    Shown m_shown;
    std::optional<std::size_t> m_step; ///< whose words and next cue are shown

    QLabel *m_time, *m_elapsed, *m_place, *m_nowTitle, *m_nextTitle, *m_nextCaption, *m_right;
    QPushButton *m_start, *m_reset, *m_swap, *m_end;
    StillPicture *m_now, *m_next;
    QaPane* m_qa;
};

} // namespace il::app
