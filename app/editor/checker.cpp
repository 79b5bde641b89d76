#include "checker.h"

#include <QPromise>
#include <QThreadPool>

namespace il::app {

namespace {

constexpr int quietMs = 300;

} // namespace

Checker::Checker(std::function<Source()> source, QObject* parent)
    : QObject(parent), m_source(std::move(source)), m_timer(this)
{
    m_timer.setObjectName("checkTimer");
    m_timer.setSingleShot(true);
    m_timer.setInterval(quietMs);
    connect(&m_timer, &QTimer::timeout, this, &Checker::checkNow);
    connect(&m_watcher, &QFutureWatcher<Result>::finished, this, &Checker::take);
}

void Checker::textChanged()
{
    m_current = false;
    m_watcher.setFuture({});
    m_timer.start();
}

void Checker::checkNow()
{
    m_timer.stop();
    m_current = false;
    const Source source = m_source();
    auto promise = std::make_shared<QPromise<Result>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start(
        [promise, text = source.text.toStdString(), file = source.file.toStdString()] {
            promise->start();
            promise->addResult(loadSource(text, file));
            promise->finish();
        });
}

void Checker::take()
{
    if (m_watcher.future().resultCount() == 0)
        return;
    const Result result = m_watcher.result();
    m_lesson = result ? *result : nullptr;
    m_problems = result ? Diagnostics{} : result.error();
    m_current = true;
    emit checked();
}

} // namespace il::app
