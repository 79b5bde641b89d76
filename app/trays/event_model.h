// The events of a run as rows. Nothing is copied: an unfiltered row is an event's index, and words are made
// when they are asked for. A filter looks through the events bit by bit, between other work.
#pragma once

#include "../run.h"
#include "../window/look.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace il::app {

class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { Time, Thread, What, Line };
    static constexpr int columns = 4;

    explicit EventModel(QObject* parent = nullptr);
    void setRun(const RunPtr& run); ///< null: no rows
    void setLook(const Look& look);
    /// Only events of `thread`, if given, in whose words or thread's name `text` is (any case).
    void setFilter(const QString& text, std::optional<trace::ThreadId> thread);
    bool isFiltering() const { return m_scan.isActive(); } ///< not all events are looked through yet
    std::size_t total() const;                             ///< events without the filter

    std::uint32_t eventAt(int row) const;
    /// The last row whose event is at or before `event`; -1 when there is none.
    int rowUpTo(std::uint32_t event) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void filtered(); ///< a filter has got through

private:
    bool isFree() const { return m_text.isEmpty() && !m_thread; }
    void restart();
    void scanOn();
    bool matches(const trace::Event& event) const;
    QString text(std::uint32_t event, int column) const;

    RunPtr m_run;
    Look m_look;
    QString m_text;
    std::optional<trace::ThreadId> m_thread;
    std::vector<std::uint32_t> m_found; ///< with a filter: events, ascending
    std::uint32_t m_scanned = 0;
    QTimer m_scan;
};

} // namespace il::app
