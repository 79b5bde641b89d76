#include "drafts.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <optional>
#include <utility>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxDraft = 16 << 20; ///< a script has 1 MB at most; escaped, some more

QByteArray toJson(const Draft& draft)
{
    const QJsonObject object{{u"path"_s, draft.path},
                             {u"name"_s, draft.name},
                             {u"text"_s, draft.text},
                             {u"base"_s, QString::fromLatin1(draft.base)},
                             {u"when"_s, draft.when.toString(Qt::ISODateWithMs)}};
    return QJsonDocument(object).toJson();
}

std::optional<Draft> draftIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(maxDraft)).object();
    if (!object["text"_L1].isString())
        return std::nullopt;
    return Draft{object["path"_L1].toString(), object["name"_L1].toString(), object["text"_L1].toString(),
                 object["base"_L1].toString().toLatin1(),
                 QDateTime::fromString(object["when"_L1].toString(), Qt::ISODateWithMs)};
}

/// A lock goes stale only by the end of the program that holds it, never by age.
std::unique_ptr<QLockFile> lockOf(const QString& file)
{
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(0);
    return lock;
}

} // namespace

Drafts::Drafts(const QString& folder) : m_folder(folder) {}

Drafts::~Drafts() = default;

QString Drafts::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts"_s;
}

bool Drafts::keep(const Draft& draft)
{
    if (m_folder.isEmpty())
        return true;
    if (m_file.isEmpty()) {
        QDir().mkpath(m_folder);
        m_file = m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".json"_s;
        m_lock = lockOf(m_file);
        m_lock->tryLock(0);
    }
    QSaveFile file(m_file);
    const QByteArray content = toJson(draft);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
}

void Drafts::forget()
{
    if (m_file.isEmpty())
        return;
    QFile::remove(m_file);
    m_file.clear();
    m_lock.reset();
}

std::vector<Drafts::Orphan> Drafts::orphans() const
{
    std::vector<Orphan> orphans;
    if (m_folder.isEmpty())
        return orphans;
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const QString file = folder.filePath(name);
        auto lock = lockOf(file);
        if (file == m_file || !lock->tryLock(0))
            continue;
        if (auto draft = draftIn(file))
            orphans.emplace_back(std::move(*draft), file, std::move(lock));
    }
    std::sort(orphans.begin(), orphans.end(),
              [](const Orphan& a, const Orphan& b) { return a.draft().when > b.draft().when; });
    return orphans;
}

Drafts::Orphan::Orphan(Draft draft, QString file, std::unique_ptr<QLockFile> lock)
    : m_draft(std::move(draft)), m_file(std::move(file)), m_lock(std::move(lock))
{
}

Drafts::Orphan::Orphan(Orphan&&) noexcept = default;
Drafts::Orphan& Drafts::Orphan::operator=(Orphan&&) noexcept = default;
Drafts::Orphan::~Orphan() = default;

void Drafts::Orphan::remove()
{
    QFile::remove(m_file);
    m_lock.reset();
}

} // namespace il::app
