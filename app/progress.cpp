#include "progress.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxBytes = 4'000'000;

QJsonObject toJson(const LessonProgress& progress)
{
    QJsonArray seen;
    for (const QString& cue : progress.seen)
        seen.append(cue);
    QJsonObject predicted;
    for (const auto& [cue, right] : progress.predicted)
        predicted[cue] = right;
    QJsonArray goals;
    for (const QString& goal : progress.goals)
        goals.append(goal);
    return {{u"seen"_s, seen}, {u"predicted"_s, predicted}, {u"goals"_s, goals}};
}

LessonProgress progressFromJson(const QJsonObject& object)
{
    LessonProgress progress;
    for (const auto& cue : object["seen"_L1].toArray())
        progress.seen.insert(cue.toString());
    for (const auto& goal : object["goals"_L1].toArray())
        progress.goals.insert(goal.toString());
    const QJsonObject predicted = object["predicted"_L1].toObject();
    for (auto cue = predicted.begin(); cue != predicted.end(); ++cue)
        progress.predicted[cue.key()] = cue->toBool();
    return progress;
}

} // namespace

int LessonProgress::right() const
{
    return static_cast<int>(
        std::count_if(predicted.begin(), predicted.end(), [](const auto& cue) { return cue.second; }));
}

Progress::Progress(const QString& path, QObject* parent) : QObject(parent), m_path(path)
{
    load();
}

QString Progress::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/progress.json"_s;
}

const LessonProgress& Progress::of(const QString& lesson) const
{
    static const LessonProgress none;
    const auto found = m_lessons.find(lesson);
    return found == m_lessons.end() ? none : found->second;
}

void Progress::see(const QString& lesson, const QString& cue)
{
    if (lesson.isEmpty() || !m_lessons[lesson].seen.insert(cue).second)
        return;
    save();
    emit changed(lesson);
}

void Progress::predict(const QString& lesson, const QString& cue, bool right)
{
    if (lesson.isEmpty() || !m_lessons[lesson].predicted.emplace(cue, right).second)
        return;
    save();
    emit changed(lesson);
}

void Progress::reach(const QString& lesson, const QString& script, const QString& goal)
{
    if (lesson.isEmpty() || !m_lessons[lesson].goals.insert(script + u'/' + goal).second)
        return;
    save();
    emit changed(lesson);
}

bool Progress::isReached(const QString& lesson, const QString& script, const QString& goal) const
{
    return of(lesson).goals.count(script + u'/' + goal) > 0;
}

ProgressSum Progress::sum() const
{
    ProgressSum sum;
    for (const auto& [id, progress] : m_lessons) {
        sum.begun += progress.seen.empty() ? 0 : 1;
        sum.predicted += static_cast<int>(progress.predicted.size());
        sum.right += progress.right();
        sum.goals += static_cast<int>(progress.goals.size());
    }
    return sum;
}

void Progress::reset()
{
    m_lessons.clear();
    save();
    emit changed({});
}

void Progress::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(maxBytes));
    if (!document.isObject()) {
        file.close();
        QFile::remove(m_path + u".broken"_s);
        QFile::rename(m_path, m_path + u".broken"_s);
        return;
    }
    const QJsonObject lessons = document.object()["lessons"_L1].toObject();
    for (auto lesson = lessons.begin(); lesson != lessons.end(); ++lesson)
        m_lessons[lesson.key()] = progressFromJson(lesson->toObject());
}

/// A full disk costs the progress, not the lecture.
void Progress::save() const
{
    if (m_path.isEmpty())
        return;
    QJsonObject lessons;
    for (const auto& [lesson, progress] : m_lessons)
        lessons[lesson] = toJson(progress);
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(QJsonObject{{u"lessons"_s, lessons}}).toJson());
    file.commit();
}

} // namespace il::app
