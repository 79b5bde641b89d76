#include "schedule_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largest = 1 << 20; ///< bytes

/// { "lesson/script": { "name": "schedule" } }
QJsonObject read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

bool write(const QString& path, const QJsonObject& all)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(all).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace

ScheduleStore::ScheduleStore(QString path) : m_path(std::move(path)) {}

QString ScheduleStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/schedules.json"_s;
}

std::vector<NamedSchedule> ScheduleStore::of(const QString& script) const
{
    std::vector<NamedSchedule> result;
    const QJsonObject own = read(m_path).value(script).toObject();
    for (auto entry = own.begin(); entry != own.end(); ++entry)
        result.push_back({entry.key(), entry.value().toString()});
    return result;
}

bool ScheduleStore::save(const QString& script, const NamedSchedule& schedule)
{
    QJsonObject all = read(m_path);
    QJsonObject own = all.value(script).toObject();
    own.insert(schedule.name, schedule.schedule);
    all.insert(script, own);
    return write(m_path, all);
}

bool ScheduleStore::remove(const QString& script, const QString& name)
{
    QJsonObject all = read(m_path);
    QJsonObject own = all.value(script).toObject();
    own.remove(name);
    all.insert(script, own);
    return write(m_path, all);
}

} // namespace il::app
