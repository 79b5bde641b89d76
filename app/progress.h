// What a learner has seen and predicted, kept from one time to the next.
#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <set>

namespace il::app {

/// Of one lesson, by the names of its cues.
struct LessonProgress {
    std::set<QString> seen;
    std::map<QString, bool> predicted; ///< whether the first answer was right

    int right() const;
    friend bool operator==(const LessonProgress&, const LessonProgress&) = default;
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

    /// A cue has been shown. The empty lesson, a user's own script, is not counted.
    void see(const QString& lesson, const QString& cue);
    /// A prediction has been made. Only the first one of a cue counts.
    void predict(const QString& lesson, const QString& cue, bool right);
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
