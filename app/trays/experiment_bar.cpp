#include "experiment_bar.h"

#include "../access/access.h"

#include "chart_pictures.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace il::app {

ExperimentBar::ExperimentBar(QWidget* parent)
    : QWidget(parent), m_what(new QComboBox(this)), m_measure(new QComboBox(this)),
      m_from(new QDoubleSpinBox(this)), m_to(new QDoubleSpinBox(this)),
      m_dash(new QLabel(QStringLiteral("–"), this)), m_run(new QPushButton(this))
{
    setObjectName("experimentBar");
    m_what->setObjectName("sweepParameter");
    m_from->setObjectName("sweepFrom");
    m_to->setObjectName("sweepTo");
    m_measure->setObjectName("sweepMeasure");
    m_run->setObjectName("sweepRun");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_dash),
          static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_measure), static_cast<QWidget*>(m_run)})
        row->addWidget(widget);
    for (int i = 0; i < charts::measures; ++i)
        m_measure->addItem(QString(), i);
    m_measure->setCurrentIndex(static_cast<int>(charts::Measure::SpeedUp));
    connect(m_what, &QComboBox::activated, this, &ExperimentBar::showRange);
    connect(m_measure, &QComboBox::activated, this, &ExperimentBar::measureChosen);
    connect(m_run, &QPushButton::clicked, this,
            [this] { m_running ? emit cancelAsked() : emit startAsked(); });
    retranslate();
}

void ExperimentBar::setParameters(std::vector<SweepParameter> parameters)
{
    const int chosen = m_what->currentIndex();
    const bool same =
        std::equal(parameters.begin(), parameters.end(), m_parameters.begin(), m_parameters.end(),
                   [](const auto& a, const auto& b) { return a.id == b.id; });
    m_parameters = std::move(parameters);
    m_what->clear();
    for (const SweepParameter& parameter : m_parameters)
        m_what->addItem(parameter.label);
    m_what->setCurrentIndex(same && chosen >= 0 ? chosen : 0);
    m_run->setEnabled(isReady());
    if (!same)
        showRange();
}

bool ExperimentBar::isReady() const
{
    return m_what->currentIndex() >= 0;
}

const SweepParameter& ExperimentBar::parameter() const
{
    return m_parameters[static_cast<std::size_t>(m_what->currentIndex())];
}

void ExperimentBar::showRange()
{
    if (!isReady())
        return;
    const SweepParameter& chosen = parameter();
    for (QDoubleSpinBox* box : {m_from, m_to}) {
        box->setDecimals(chosen.whole ? 0 : 3);
        box->setRange(chosen.least, chosen.most);
        box->setStepType(chosen.whole ? QAbstractSpinBox::DefaultStepType
                                      : QAbstractSpinBox::AdaptiveDecimalStepType);
    }
    m_from->setValue(chosen.from);
    m_to->setValue(chosen.to);
}

std::vector<double> ExperimentBar::values() const
{
    return sweepValues(parameter(), m_from->value(), m_to->value());
}

charts::Measure ExperimentBar::measure() const
{
    return static_cast<charts::Measure>(m_measure->currentData().toInt());
}

void ExperimentBar::setMeasure(charts::Measure measure)
{
    m_measure->setCurrentIndex(static_cast<int>(measure));
}

void ExperimentBar::showProgress(std::size_t done, std::size_t of)
{
    m_running = of > 0;
    m_run->setText(m_running ? tr("Cancel (%1 of %2)").arg(done).arg(of) : tr("Run experiment"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to)})
        widget->setEnabled(!m_running);
}

void ExperimentBar::retranslate()
{
    nameChoice(*m_what, tr("What the experiment varies"));
    m_from->setAccessibleName(tr("First value"));
    m_to->setAccessibleName(tr("Last value"));
    nameChoice(*m_measure, tr("What is measured"));
    for (int i = 0; i < m_measure->count(); ++i)
        m_measure->setItemText(i, titleOf(static_cast<charts::Measure>(i)));
    if (!m_running)
        m_run->setText(tr("Run experiment"));
}

} // namespace il::app
