#include "charts_page.h"

#include "../access/access.h"
#include "../picture.h"
#include "../window/flow_layout.h"
#include "chart_files.h"
#include "experiment_bar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr QSize fileSize(1920, 1080);

} // namespace

ChartsPage::ChartsPage(QWidget* parent)
    : TrayPage(parent), m_tools(makeTools()), m_bar(new ExperimentBar(this)), m_says(new QLabel(this)),
      m_views(new QStackedWidget(this)), m_chart(new charts::ChartWidget(m_views)),
      m_table(new QTableWidget(m_views))
{
    setObjectName("chartsPage");
    m_says->setObjectName("chartSays");
    m_says->setProperty("kind", "hint");
    m_chart->setObjectName("chart");
    m_chart->setFocusPolicy(Qt::TabFocus);
    m_table->setObjectName("chartTable");
    m_table->setProperty("kind", "log");
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_views->addWidget(m_chart);
    m_views->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(4);
    m_bar->hide();
    auto* line = new QWidget(this);
    auto* row = new FlowLayout(line, 10);
    row->addWidget(m_bar);
    row->addWidget(m_says);
    column->addWidget(line);
    column->addWidget(m_views, 1);
    connectParts();
    retranslate();
}

/// First of all, so that the Tab key comes to them first.
QWidget* ChartsPage::makeTools()
{
    auto* tools = new QWidget(this);
    m_kinds = new QComboBox(tools);
    m_kinds->setObjectName("chartKind");
    for (int i = 0; i < chartKinds; ++i)
        m_kinds->addItem(QString(), i);
    m_asTable = new QPushButton(tools);
    m_asTable->setObjectName("chartAsTable");
    m_asTable->setProperty("kind", "toggle");
    m_asTable->setCheckable(true);
    m_export = new QPushButton(tools);
    m_export->setObjectName("chartExport");
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addStretch(1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_kinds), static_cast<QWidget*>(m_asTable), static_cast<QWidget*>(m_export)})
        row->addWidget(widget);
    return tools;
}

void ChartsPage::connectParts()
{
    connect(m_kinds, &QComboBox::activated, this,
            [this](int index) { setKind(static_cast<ChartKind>(index)); });
    connect(m_asTable, &QPushButton::toggled, this, [this](bool on) {
        m_views->setCurrentWidget(on ? static_cast<QWidget*>(m_table) : m_chart);
        show();
    });
    connect(m_export, &QPushButton::clicked, this, &ChartsPage::askForExport);
    connect(m_bar, &ExperimentBar::startAsked, this, &ChartsPage::runExperiment);
    connect(m_bar, &ExperimentBar::cancelAsked, &m_experiment, &Experiment::cancel);
    connect(m_bar, &ExperimentBar::measureChosen, this, &ChartsPage::show);
    connect(&m_experiment, &Experiment::changed, this, &ChartsPage::showExperiment);
    connect(m_chart, &charts::ChartWidget::clicked, this, &ChartsPage::goTo);
}

void ChartsPage::takeFocus()
{
    m_kinds->setFocus();
}

void ChartsPage::setRun(const RunPtr& run)
{
    if (run == m_run)
        return;
    const bool sameScript =
        m_run != nullptr && run != nullptr && run->lesson == m_run->lesson && run->script == m_run->script;
    m_run = run;
    m_charts = run == nullptr ? RunCharts() : RunCharts(run);
    if (!sameScript)
        m_experiment.clear();
    setParameters();
    showExperiment();
}

void ChartsPage::setLook(const Look& look)
{
    m_look = look;
    m_chart->setStyle(chartStyle(look.colours()));
    retranslate();
    setParameters();
    show();
}

void ChartsPage::setParameters()
{
    if (m_run != nullptr)
        m_bar->setParameters(
            sweepParameters(m_run->shown().metadata, m_run->config.version, m_look.language));
}

void ChartsPage::showMoment(const Moment& moment)
{
    m_moment = moment;
    if (m_kind != ChartKind::Experiment)
        show();
}

void ChartsPage::setKind(ChartKind kind)
{
    m_kind = kind;
    m_kinds->setCurrentIndex(static_cast<int>(kind));
    m_bar->setVisible(kind == ChartKind::Experiment);
    show();
}

charts::Picture ChartsPage::picture() const
{
    const scene::Theme& theme = m_look.colours();
    switch (m_kind) {
    case ChartKind::Utilisation:
        return m_charts.utilisation(m_moment.now, theme);
    case ChartKind::Waiting:
        return m_charts.waiting(m_moment.now, theme);
    case ChartKind::Locks:
        return m_charts.locks(m_moment.now, theme);
    case ChartKind::Experiment:
        break;
    }
    const SweepParameter& parameter =
        m_experiment.sweep().lesson != nullptr ? m_experiment.sweep().parameter : m_bar->parameter();
    return experimentPicture(m_experiment.samples(), parameter, m_bar->measure(), theme);
}

void ChartsPage::show()
{
    if (m_run == nullptr)
        return;
    charts::Picture shown = picture();
    m_says->setText(m_experiment.problem().isEmpty() || m_kind != ChartKind::Experiment
                        ? shown.description
                        : m_experiment.problem());
    m_says->setToolTip(m_says->text());
    if (m_asTable->isChecked())
        showTable(tableOf(shown));
    m_chart->setPicture(std::move(shown));
}

void ChartsPage::showTable(const charts::Table& table)
{
    m_table->setColumnCount(static_cast<int>(table.header.size()));
    m_table->setRowCount(static_cast<int>(table.rows.size()));
    m_table->setHorizontalHeaderLabels(table.header);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QStringList& cells = table.rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < m_table->columnCount(); ++column) {
            QTableWidgetItem* item = m_table->item(row, column);
            if (item == nullptr)
                m_table->setItem(row, column, item = new QTableWidgetItem);
            item->setText(cells.value(column));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void ChartsPage::runExperiment()
{
    if (m_run == nullptr || !m_bar->isReady())
        return;
    m_experiment.start({m_run->lesson, m_run->script, m_run->options, m_bar->parameter(), m_bar->values()});
    showExperiment();
}

void ChartsPage::showExperiment()
{
    m_bar->showProgress(m_experiment.samples().size(),
                        m_experiment.isRunning() ? m_experiment.sweep().values.size() : 0);
    show();
}

void ChartsPage::goTo(double x)
{
    if (m_kind != ChartKind::Utilisation)
        return;
    const double part = x / m_chart->picture().xTo;
    const auto time = static_cast<std::int64_t>(part * static_cast<double>(m_run->trace().duration().ns));
    emit stepAsked(m_run->trace().stepAt(trace::nanoseconds(time)));
}

bool ChartsPage::exportTo(const QString& path)
{
    if (m_run == nullptr)
        return false;
    charts::Picture shown = picture();
    shown.title = titleOf(*m_run->lesson, m_run->script, m_look.language) + u" · "_s + shown.title;
    const auto written = writeChart(shown, chartStyle(m_look.colours()), path, fileSize);
    m_says->setText(written ? tr("Saved: %1").arg(path) : written.error());
    return written.has_value();
}

void ChartsPage::askForExport()
{
    if (m_run == nullptr)
        return;
    QString filter;
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export chart"), nameOf(m_kind) + u".png"_s,
        tr("Pictures (*.png)") + u";;"_s + tr("Drawings (*.svg)") + u";;"_s + tr("Numbers (*.csv)"), &filter);
    if (path.isEmpty())
        return;
    if (!chartFormatOf(path))
        path += filter.contains(u"svg"_s) ? u".svg"_s : filter.contains(u"csv"_s) ? u".csv"_s : u".png"_s;
    exportTo(path);
}

void ChartsPage::retranslate()
{
    for (int i = 0; i < m_kinds->count(); ++i)
        m_kinds->setItemText(i, titleOf(static_cast<ChartKind>(i)));
    nameChoice(*m_kinds, tr("Which chart"));
    m_asTable->setText(tr("As table"));
    m_asTable->setToolTip(tr("The chart's numbers as a table"));
    m_export->setText(tr("Export chart…"));
    m_export->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_export->setToolTip(tr("As PNG, SVG or CSV (Ctrl+Shift+E)"));
    m_chart->setAccessibleName(tr("Chart"));
    m_table->setAccessibleName(tr("The chart's numbers"));
    m_bar->retranslate();
}

} // namespace il::app
