#include "events_page.h"

#include "../access/access.h"

#include "event_model.h"
#include "quiet_delegate.h"

#include "scene/parts.h"
#include "trace/census.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace il::app {

EventsPage::EventsPage(QWidget* parent)
    : TrayPage(parent), m_model(new EventModel(this)), m_tools(new QWidget(this)),
      m_text(new QLineEdit(m_tools)), m_threads(new QComboBox(m_tools)), m_count(new QLabel(m_tools)),
      m_table(new QTableView(this))
{
    setObjectName("eventsPage");
    m_text->setObjectName("eventFilter");
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(320);
    m_threads->setObjectName("eventThread");
    m_count->setObjectName("eventCount");
    m_count->setProperty("kind", "hint");
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(m_text, 2);
    row->addWidget(m_threads);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->addWidget(m_table, 1);
    makeTable();
    connect(m_text, &QLineEdit::textChanged, this, &EventsPage::filter);
    connect(m_text, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_threads, &QComboBox::activated, this, &EventsPage::filter);
    connect(m_model, &EventModel::filtered, this, [this] {
        count();
        follow();
    });
    retranslate();
}

void EventsPage::makeTable()
{
    m_table->setObjectName("events");
    m_table->setProperty("kind", "log");
    m_table->setModel(m_model);
    m_table->setItemDelegate(new QuietDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(24);
    QHeaderView* head = m_table->horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(EventModel::What, QHeaderView::Stretch);
    head->resizeSection(EventModel::Time, 140);
    head->resizeSection(EventModel::Thread, 110);
    head->resizeSection(EventModel::Line, 70);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { jump(index.row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { jump(index.row()); });
}

void EventsPage::takeFocus()
{
    m_table->setFocus();
}

void EventsPage::setRun(const RunPtr& run)
{
    if (run == m_run)
        return;
    m_run = run;
    m_step = SIZE_MAX;
    m_threads->setCurrentIndex(0);
    fillThreads();
    m_model->setRun(run);
    filter();
}

void EventsPage::setLook(const Look& look)
{
    m_model->setLook(look);
    retranslate();
}

void EventsPage::fillThreads()
{
    const int chosen = m_threads->currentIndex();
    m_threads->clear();
    m_threads->addItem(tr("All threads"), -1);
    if (m_run != nullptr) {
        const auto& names = m_run->trace().census().threadNames;
        for (std::size_t i = 0; i < names.size(); ++i)
            m_threads->addItem(
                scene::threadLabel(m_run->trace().string(names[i]), static_cast<trace::ThreadId>(i)), int(i));
    }
    m_threads->setCurrentIndex(std::clamp(chosen, 0, m_threads->count() - 1));
}

void EventsPage::filter()
{
    const int thread = m_threads->currentData().toInt();
    m_model->setFilter(m_text->text(),
                       thread < 0 ? std::nullopt : std::optional(static_cast<trace::ThreadId>(thread)));
    count();
    follow();
}

void EventsPage::count()
{
    const QLocale locale(QLocale::English); // both languages group digits alike
    const QString all = locale.toString(static_cast<qulonglong>(m_model->total()));
    if (m_model->isFiltering())
        m_count->setText(tr("Searching…"));
    else if (static_cast<std::size_t>(m_model->rowCount()) == m_model->total())
        m_count->setText(tr("%1 events").arg(all));
    else
        m_count->setText(tr("%1 of %2 events").arg(locale.toString(m_model->rowCount()), all));
}

void EventsPage::jump(int row)
{
    if (m_run != nullptr && row >= 0 && row < m_model->rowCount())
        emit stepAsked(m_run->trace().stepOf(m_model->eventAt(row)));
}

void EventsPage::showMoment(const Moment& moment)
{
    if (moment.step == m_step)
        return;
    m_step = moment.step;
    follow();
}

/// Marks the step's last event, unless another of its events is marked already.
void EventsPage::follow()
{
    if (m_run == nullptr || m_step == SIZE_MAX)
        return;
    const auto steps = m_run->trace().steps();
    const std::size_t step = std::min(m_step, steps.size() - 1);
    const std::uint32_t begin = step == 0 ? 0 : steps[step - 1].end, end = steps[step].end;
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        const std::uint32_t marked = m_model->eventAt(current.row());
        if (marked >= begin && marked < end)
            return;
    }
    const int row = end == 0 ? -1 : m_model->rowUpTo(end - 1);
    if (row < 0) {
        m_table->setCurrentIndex({});
        m_table->scrollToTop();
        return;
    }
    const QModelIndex now = m_model->index(row, EventModel::What);
    m_table->setCurrentIndex(now);
    m_table->scrollTo(now);
}

void EventsPage::retranslate()
{
    m_text->setPlaceholderText(tr("Filter: words, names, values"));
    m_text->setAccessibleName(tr("Filter the events by text"));
    nameChoice(*m_threads, tr("Filter the events by thread"));
    m_table->setAccessibleName(tr("Events of the run; Enter jumps to one"));
    m_table->setToolTip(tr("Click or press Enter to jump there"));
    if (m_threads->count() == 0)
        fillThreads();
    else
        m_threads->setItemText(0, tr("All threads"));
    count();
}

} // namespace il::app
