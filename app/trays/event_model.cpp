#include "event_model.h"

#include "event_text.h"

#include <algorithm>
#include <climits>

namespace il::app {

namespace {

constexpr std::uint32_t atOnce = 20'000; ///< events that are looked through before others get their turn

} // namespace

EventModel::EventModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_scan.setInterval(0);
    connect(&m_scan, &QTimer::timeout, this, &EventModel::scanOn);
}

void EventModel::setRun(const RunPtr& run)
{
    beginResetModel();
    m_run = run;
    restart();
    endResetModel();
}

void EventModel::setLook(const Look& look)
{
    const bool speaksAnew = look.language != m_look.language && !m_text.isEmpty();
    m_look = look;
    if (speaksAnew)
        return setFilter(m_text, m_thread);
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void EventModel::setFilter(const QString& text, std::optional<trace::ThreadId> thread)
{
    beginResetModel();
    m_text = text.trimmed();
    m_thread = thread;
    restart();
    endResetModel();
}

void EventModel::restart()
{
    m_found.clear();
    m_scanned = 0;
    if (m_run == nullptr || isFree())
        m_scan.stop();
    else
        m_scan.start();
}

void EventModel::scanOn()
{
    const auto events = m_run->trace().events();
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(events.size(), m_scanned + std::size_t{atOnce}));
    std::vector<std::uint32_t> more;
    for (; m_scanned < end; ++m_scanned)
        if (matches(events[m_scanned]))
            more.push_back(m_scanned);
    if (!more.empty()) {
        const auto from = static_cast<int>(m_found.size());
        beginInsertRows({}, from, from + static_cast<int>(more.size()) - 1);
        m_found.insert(m_found.end(), more.begin(), more.end());
        endInsertRows();
    }
    if (m_scanned == events.size()) {
        m_scan.stop();
        emit filtered();
    }
}

bool EventModel::matches(const trace::Event& event) const
{
    if (m_thread && event.thread != *m_thread)
        return false;
    if (m_text.isEmpty())
        return true;
    const trace::Trace& trace = m_run->trace();
    return eventText(trace, event).contains(m_text, Qt::CaseInsensitive) ||
           eventThread(trace, event).contains(m_text, Qt::CaseInsensitive);
}

std::size_t EventModel::total() const
{
    return m_run == nullptr ? 0 : m_run->trace().events().size();
}

std::uint32_t EventModel::eventAt(int row) const
{
    return isFree() ? static_cast<std::uint32_t>(row) : m_found[static_cast<std::size_t>(row)];
}

int EventModel::rowUpTo(std::uint32_t event) const
{
    if (isFree())
        return std::min(static_cast<int>(event), rowCount() - 1);
    return static_cast<int>(std::upper_bound(m_found.begin(), m_found.end(), event) - m_found.begin()) - 1;
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    const std::size_t count = isFree() ? total() : m_found.size();
    return static_cast<int>(std::min<std::size_t>(count, INT_MAX));
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString EventModel::text(std::uint32_t event, int column) const
{
    const trace::Trace& trace = m_run->trace();
    const trace::Event& shown = trace.events()[event];
    switch (column) {
    case Time:
        return QString::number(static_cast<double>(shown.time.ns) / 1e6, 'f', 6);
    case Thread:
        return eventThread(trace, shown);
    case What:
        return eventText(trace, shown);
    default: {
        const std::uint32_t line = eventLine(trace, event);
        return line == 0 ? QString() : QString::number(line);
    }
    }
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::DisplayRole)
        return text(eventAt(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() == Time || index.column() == Line ? Qt::AlignRight | Qt::AlignVCenter
                                                                         : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Thread) {
        const trace::ThreadId thread = m_run->trace().events()[eventAt(index.row())].thread;
        const scene::Theme& theme = m_look.colours();
        return thread == trace::noThread ? theme.ink2 : theme.readable(theme.thread(thread));
    }
    return {};
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Time || section == Line ? Qt::AlignRight | Qt::AlignVCenter
                                                           : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time (ms)");
    case Thread:
        return tr("Thread");
    case What:
        return tr("What happens");
    default:
        return tr("Line");
    }
}

} // namespace il::app
