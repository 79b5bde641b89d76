// Charts of the run that follow the playhead, and experiments; as a picture or as a table of the same
// numbers.
#pragma once

#include "chart_pictures.h"
#include "tray_page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace il::charts {
class ChartWidget;
}

namespace il::app {

class ExperimentBar;

class ChartsPage : public TrayPage {
    Q_OBJECT

public:
    explicit ChartsPage(QWidget* parent = nullptr);
    void setRun(const RunPtr& run) override;
    void setLook(const Look& look) override;
    void showMoment(const Moment& moment) override;
    int leastHeight() const override { return 190; }
    QWidget* tools() override { return m_tools; }
    void takeFocus() override;

    ChartKind kind() const { return m_kind; }
    void setKind(ChartKind kind);
    charts::Picture picture() const; ///< what is shown
    Experiment& experiment() { return m_experiment; }
    /// Writes what is shown, by the suffix as PNG, SVG or CSV, and says in the page how that went.
    bool exportTo(const QString& path);

private:
    QWidget* makeTools();
    void connectParts();
    void show();
    void showTable(const charts::Table& table);
    void runExperiment();
    void showExperiment();
    void setParameters();
    void askForExport();
    void goTo(double x);
    void retranslate();

    RunPtr m_run;
    Look m_look;
    Moment m_moment;
    RunCharts m_charts;
    ChartKind m_kind = ChartKind::Utilisation;
    Experiment m_experiment;
    QWidget* m_tools;
    QComboBox* m_kinds;
    ExperimentBar* m_bar;
    QPushButton *m_asTable, *m_export;
    QLabel* m_says;
    QStackedWidget* m_views;
    charts::ChartWidget* m_chart;
    QTableWidget* m_table;
};

} // namespace il::app
