// The event log: everything that happens in the run, filtered, following the playhead; a choice jumps there.
#pragma once

#include "tray_page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace il::app {

class EventModel;

class EventsPage : public TrayPage {
    Q_OBJECT

public:
    explicit EventsPage(QWidget* parent = nullptr);
    void setRun(const RunPtr& run) override;
    void setLook(const Look& look) override;
    void showMoment(const Moment& moment) override;
    QWidget* tools() override { return m_tools; }
    void takeFocus() override;

private:
    void makeTable();
    void filter();
    void jump(int row);
    void follow();
    void count();
    void fillThreads();
    void retranslate();

    RunPtr m_run;
    std::size_t m_step = SIZE_MAX;
    EventModel* m_model;
    QWidget* m_tools;
    QLineEdit* m_text;
    QComboBox* m_threads;
    QLabel* m_count;
    QTableView* m_table;
};

} // namespace il::app
