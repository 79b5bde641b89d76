// An export under way: in the background, with its progress, until it is done or cancelled.
#pragma once

#include "export.h"

#include <QFutureWatcher>
#include <QObject>

namespace il::app {

class ExportJob : public QObject {
    Q_OBJECT

public:
    explicit ExportJob(QObject* parent = nullptr);
    ~ExportJob() override; ///< cancels

    /// One at a time: not while isRunning().
    void start(RunPtr run, ExportOrder order);
    void cancel(); ///< ended() comes all the same, soon
    bool isRunning() const { return m_running; }

signals:
    void progressed(int perCent);
    void ended(const il::exporting::Result<QStringList>& files);

private:
    using Outcome = exporting::Result<QStringList>;
    void take();

    QFutureWatcher<Outcome> m_watcher;
    bool m_running = false;
};

} // namespace il::app
