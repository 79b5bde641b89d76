// What the window is about: a lesson or a file, its script, how it is run, and the run itself.
#pragma once

#include "figures.h"
#include "run.h"

#include <QFutureWatcher>
#include <QObject>

#include <map>

namespace il::app {

/// What the user says to a cue's prediction.
struct Answer {
    int option = -1;       ///< -1: none yet
    bool revealed = false; ///< the run's verdict may be seen
};

/// Runs programs in the background: a long run doesn't freeze the window, and a newer run replaces it.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Shows a lesson's script and runs it: as its metadata says, unless the options say otherwise. There
    /// must be such a script. Options that don't fit it are told by failed() and left out.
    void open(LessonPtr lesson, std::size_t script = 0, const RunOptions& options = {});
    /// Another script of the same lesson.
    void setScript(std::size_t script);
    /// Runs again with other options. Wrong ones are told by failed() and change nothing.
    void setOptions(const RunOptions& options);
    void runAgain() { setOptions(m_options); }

    const LessonPtr& lesson() const { return m_lesson; }
    std::size_t script() const { return m_script; }
    const lesson::Metadata& metadata() const { return m_lesson->scripts[m_script].metadata; }
    const RunOptions& options() const { return m_options; }
    bool isRunning() const { return m_running; }
    const RunPtr& run() const { return m_run; } ///< the newest finished one of this script; null before

    Answer answer(const QString& cue) const;
    /// Reveals the verdict too, unless somebody keeps the class in suspense.
    void choose(const QString& cue, int option);
    void reveal(const QString& cue);
    void setRevealsAtOnce(bool atOnce) { m_revealsAtOnce = atOnce; }
    void forgetAnswers();

signals:
    void started();
    void finished(); ///< run() is new
    void failed(const QString& problem);
    void answered(); ///< some answer is another

private:
    void start();
    void take();

    LessonPtr m_lesson;
    std::size_t m_script = 0;
    RunOptions m_options;
    RunPtr m_run;
    bool m_running = false;
    QFutureWatcher<RunPtr> m_watcher;
    std::map<QString, Answer> m_answers; ///< by cue
    bool m_revealsAtOnce = true;
};

} // namespace il::app
