// What a learner has seen and predicted, kept from one time to the next.
#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <set>

namespace il::app {

/// Of one lesson; of its cues by their names.
struct LessonProgress {
    std::set<QString> seen;
    std::map<QString, bool> predicted; ///< whether the first answer was right
    std::set<QString> goals;           ///< that were reached: "script/goal"

    int right() const;
    friend bool operator==(const LessonProgress&, const LessonProgress&) = default;
};

/// Of all lessons.
struct ProgressSum {
    int begun = 0, predicted = 0, right = 0, goals = 0;
    bool isNothing() const { return begun == 0 && predicted == 0 && goals == 0; }
};

/// Lives in one small JSON file. A broken or foreign file counts as none and is kept aside, as "….broken".
class Progress : public QObject {
    Q_OBJECT

public:
    /// With an empty path nothing is kept.
    explicit Progress(const QString& path, QObject* parent = nullptr);

    /// Where the program keeps it: in the user's data folder.
    static QString usualPath();

    /// Empty for a lesson never seen.
    const LessonProgress& of(const QString& lesson) const;
    const std::map<QString, LessonProgress>& all() const { return m_lessons; }
    ProgressSum sum() const;

    /// A cue has been shown. The empty lesson, a user's own script, is not counted.
    void see(const QString& lesson, const QString& cue);
    /// A prediction has been made. Only the first one of a cue counts.
    void predict(const QString& lesson, const QString& cue, bool right);
    /// A goal of "be the scheduler" has been reached.
    void reach(const QString& lesson, const QString& script, const QString& goal);
    bool isReached(const QString& lesson, const QString& script, const QString& goal) const;
    void reset();

signals:
    void changed(const QString& lesson); ///< "" when all of it has changed

private:
    void load();
    void save() const;

    QString m_path;
    std::map<QString, LessonProgress> m_lessons;
};

} // namespace il::app
