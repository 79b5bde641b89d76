// The controls of an experiment: what is varied, from where to where, and what is measured.
#pragma once

#include "experiment.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace il::app {

class ExperimentBar : public QWidget {
    Q_OBJECT

public:
    explicit ExperimentBar(QWidget* parent = nullptr);
    void setParameters(std::vector<SweepParameter> parameters); ///< keeps the choice where it can
    void retranslate();
    /// Shows how far an experiment is; `of` 0: none is under way.
    void showProgress(std::size_t done, std::size_t of);

    bool isReady() const;                    ///< there is something to vary
    const SweepParameter& parameter() const; ///< when ready
    std::vector<double> values() const;
    charts::Measure measure() const;
    void setMeasure(charts::Measure measure);

signals:
    void startAsked();
    void cancelAsked();
    void measureChosen();

private:
    void showRange();

    std::vector<SweepParameter> m_parameters;
    bool m_running = false;
    QComboBox *m_what, *m_measure;
    QDoubleSpinBox *m_from, *m_to;
    QLabel* m_dash;
    QPushButton* m_run;
};

} // namespace il::app
