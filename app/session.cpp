#include "session.h"

#include <QPromise>
#include <QThreadPool>

namespace il::app {

Session::Session(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<RunPtr>::finished, this, &Session::take);
}

Session::~Session() = default;

void Session::open(LessonPtr lesson, std::size_t script, const RunOptions& options)
{
    Q_ASSERT(lesson != nullptr && script < lesson->scripts.size());
    m_lesson = std::move(lesson);
    m_script = script;
    m_options = options;
    m_run = nullptr; // its figures aren't this lesson's
    m_answers.clear();
    if (const auto prepared = prepare(metadata(), options); !prepared) {
        emit failed(prepared.error());
        m_options = {};
    }
    start();
}

void Session::setScript(std::size_t script)
{
    Q_ASSERT(m_lesson != nullptr && script < m_lesson->scripts.size());
    m_script = script;
    m_options = {};
    m_run = nullptr;
    start();
}

void Session::setOptions(const RunOptions& options)
{
    if (m_lesson == nullptr)
        return;
    if (const auto prepared = prepare(metadata(), options); !prepared) {
        emit failed(prepared.error());
        return;
    }
    m_options = options;
    start();
}

void Session::start()
{
    auto prepared = prepare(metadata(), m_options);
    if (!prepared) {
        emit failed(prepared.error());
        return;
    }
    m_running = true;
    emit started();
    QPromise<RunPtr> promise;
    // The result of an older run that is still under way is dropped with its future.
    m_watcher.setFuture(promise.future());
    QThreadPool::globalInstance()->start([promise = std::make_shared<QPromise<RunPtr>>(std::move(promise)),
                                          lesson = m_lesson, script = m_script, options = m_options,
                                          ready = std::make_shared<Prepared>(std::move(*prepared))] {
        promise->start();
        promise->addResult(execute(lesson, script, options, std::move(*ready)));
        promise->finish();
    });
}

void Session::take()
{
    if (m_watcher.future().resultCount() == 0)
        return;
    m_run = m_watcher.result();
    m_running = false;
    emit finished();
}

Answer Session::answer(const QString& cue) const
{
    const auto found = m_answers.find(cue);
    return found == m_answers.end() ? Answer{} : found->second;
}

void Session::choose(const QString& cue, int option)
{
    Answer& answer = m_answers[cue];
    answer.option = option;
    answer.revealed = answer.revealed || m_revealsAtOnce;
    emit answered();
}

void Session::reveal(const QString& cue)
{
    m_answers[cue].revealed = true;
    emit answered();
}

void Session::forgetAnswers()
{
    m_answers.clear();
    emit answered();
}

} // namespace il::app
