// The tray below the stage: output, events, variables and charts of the run, behind tabs.
#pragma once

#include "tray_page.h"

#include <QWidget>

#include <array>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace il::app {

class Grip;

class TrayPane : public QWidget {
    Q_OBJECT

public:
    enum Tab : int { Output, Events, Variables, Charts };
    static constexpr int tabs = 4;

    explicit TrayPane(QWidget* parent = nullptr);

    void setRun(const RunPtr& run);
    void setLook(const Look& look);
    void showMoment(const Moment& moment);

    void setOpen(bool open);
    bool isOpen() const { return m_open; }
    Tab tab() const { return m_tab; }
    void setTab(Tab tab);                         ///< without opening the tray
    void openTab(Tab tab);                        ///< and gives it the focus
    TrayPage* page(Tab tab);                      ///< made when it is first wanted
    int wantedHeight() const { return m_height; } ///< as the user has set it; what is shown may be less
    void setWantedHeight(int height);

signals:
    void toggled(bool open);          ///< by the user
    void left();                      ///< by Esc: the focus belongs elsewhere now
    void stepAsked(std::size_t step); ///< an event or a place in a chart was chosen

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead();
    void showTools();
    TrayPage* makePage(Tab tab);
    void refresh();
    void place();
    int roomAbove() const;
    void retranslate();

    RunPtr m_run;
    Look m_look;
    Moment m_moment;
    bool m_open = true;
    Tab m_tab = Output;
    int m_height = 0;
    bool m_runIsNew = true, m_lookIsNew = true; ///< to the page that is shown
    std::array<TrayPage*, tabs> m_made{};
    std::array<QPushButton*, tabs> m_buttons{};
    QHBoxLayout* m_head;
    QToolButton* m_toggle;
    Grip* m_grip;
    QStackedWidget* m_pages;
};

/// "output", "events", ...: in settings. The first for an unknown name.
QString nameOf(TrayPane::Tab tab);
TrayPane::Tab trayTabFromName(const QString& name);

} // namespace il::app
