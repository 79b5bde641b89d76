#include "export_job.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>

namespace il::app {

ExportJob::ExportJob(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::progressValueChanged, this, &ExportJob::progressed);
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, &ExportJob::take);
}

ExportJob::~ExportJob()
{
    m_watcher.cancel();
}

void ExportJob::start(RunPtr run, ExportOrder order)
{
    Q_ASSERT(!m_running);
    m_running = true;
    auto promise = std::make_shared<QPromise<Outcome>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, run = std::move(run), order = std::move(order)] {
        promise->start();
        promise->setProgressRange(0, 100);
        Outcome outcome = exportRun(*run, order, [&](std::size_t done, std::size_t of) {
            promise->setProgressValue(static_cast<int>(100 * done / std::max<std::size_t>(of, 1)));
            return !promise->isCanceled();
        });
        promise->addResult(std::move(outcome));
        promise->finish();
    });
}

void ExportJob::cancel()
{
    m_watcher.cancel();
}

/// A cancelled future has no result.
void ExportJob::take()
{
    m_running = false;
    const QFuture<Outcome> future = m_watcher.future();
    if (future.isCanceled() || future.resultCount() == 0)
        emit ended(tl::unexpected(exporting::Error{exporting::Trouble::Cancelled}));
    else
        emit ended(future.result());
}

} // namespace il::app
