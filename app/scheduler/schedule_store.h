// Schedules that were given a name, kept in a file.
#pragma once

#include <QString>

#include <vector>

namespace il::app {

struct NamedSchedule {
    QString name, schedule; ///< "everybody eats", "hand:3=1"
    friend bool operator==(const NamedSchedule&, const NamedSchedule&) = default;
};

/// Reads and writes the file with every call, so that several windows may use it. A file that can't be read
/// counts as empty.
class ScheduleStore {
public:
    explicit ScheduleStore(QString path = defaultPath());
    static QString defaultPath();

    /// `script`: "lesson/script". In order of their names.
    std::vector<NamedSchedule> of(const QString& script) const;
    /// Replaces one of the same name. False when the file can't be written.
    bool save(const QString& script, const NamedSchedule& schedule);
    bool remove(const QString& script, const QString& name);

private:
    QString m_path;
};

} // namespace il::app
