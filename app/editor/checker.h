// Finds what is wrong with a script while it is being written.
#pragma once

#include "../library.h"

#include <QFutureWatcher>
#include <QTimer>

#include <functional>

namespace il::app {

/// Parses and compiles in the background, so that a long text doesn't hold up who types, once the text has
/// been left alone for a moment. Results of texts that have changed since are dropped.
class Checker : public QObject {
    Q_OBJECT

public:
    struct Source {
        QString text, file; ///< `file` is what diagnostics and tracebacks call it
    };
    explicit Checker(std::function<Source()> source, QObject* parent = nullptr);

    void textChanged(); ///< look at it soon
    void checkNow();
    /// Whether what follows is about the text as it is now.
    bool isCurrent() const { return m_current; }
    const Diagnostics& problems() const { return m_problems; }
    const LessonPtr& lesson() const { return m_lesson; } ///< null when there are problems, and before

signals:
    void checked();

private:
    using Result = tl::expected<LessonPtr, Diagnostics>;
    void take();

    std::function<Source()> m_source;
    QTimer m_timer;
    QFutureWatcher<Result> m_watcher;
    Diagnostics m_problems;
    LessonPtr m_lesson;
    bool m_current = false;
};

} // namespace il::app
