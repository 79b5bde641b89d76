#include "playlist_file.h"

#include "../run_options_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct FileTr {
    Q_DECLARE_TR_FUNCTIONS(Playlist)
};

using Text = QString PlaylistEntry::*;

/// The texts of an entry and what they are called in the file.
constexpr std::array<std::pair<const char*, Text>, 8> texts{{{"title", &PlaylistEntry::title},
                                                             {"lesson", &PlaylistEntry::lesson},
                                                             {"file", &PlaylistEntry::file},
                                                             {"script", &PlaylistEntry::script},
                                                             {"cue", &PlaylistEntry::cue},
                                                             {"panel", &PlaylistEntry::panel},
                                                             {"variant", &PlaylistEntry::variant},
                                                             {"notes", &PlaylistEntry::notes}}};

tl::unexpected<QString> wrong(const QString& name, const QString& what)
{
    return tl::unexpected(u"%1: %2"_s.arg(name, what));
}

QString wrongEntry(qsizetype index, const QString& what)
{
    return FileTr::tr("entry %1: %2").arg(index + 1).arg(what);
}

QJsonObject objectOf(const PlaylistEntry& entry, const QDir& folder)
{
    QJsonObject object;
    for (const auto& [key, member] : texts)
        if (const QString& text = entry.*member; !text.isEmpty())
            object[QLatin1StringView(key)] = text;
    if (!entry.file.isEmpty())
        object["file"_L1] = folder.relativeFilePath(entry.file);
    if (const QJsonObject options = toJson(entry.options); !options.isEmpty())
        object["options"_L1] = options;
    return object;
}

/// The options that would be passed over because they are of another kind.
QString wrongOption(const QJsonObject& options)
{
    static const std::array<std::pair<QLatin1StringView, QJsonValue::Type>, 6> kinds{
        {{"cores"_L1, QJsonValue::Double},
         {"python"_L1, QJsonValue::String},
         {"schedule"_L1, QJsonValue::String},
         {"switchInterval"_L1, QJsonValue::Double},
         {"parameters"_L1, QJsonValue::Object},
         {"arguments"_L1, QJsonValue::Array}}};
    for (const auto& [key, kind] : kinds)
        if (options.contains(key) && options[key].type() != kind)
            return key;
    return {};
}

tl::expected<PlaylistEntry, QString> entryOf(const QJsonValue& json, const QDir& folder)
{
    if (!json.isObject())
        return tl::unexpected(FileTr::tr("it must be an object, { … }."));
    const QJsonObject object = json.toObject();
    PlaylistEntry entry;
    for (const auto& [key, member] : texts) {
        const QJsonValue value = object[QLatin1StringView(key)];
        if (!value.isUndefined() && !value.isString())
            return tl::unexpected(
                FileTr::tr("\"%1\" must be a text, in quotes.").arg(QLatin1StringView(key)));
        entry.*member = value.toString();
    }
    if (entry.lesson.isEmpty() && entry.file.isEmpty())
        return tl::unexpected(FileTr::tr("it names neither a \"lesson\" nor a \"file\"."));
    if (!entry.file.isEmpty())
        entry.file = QDir::cleanPath(folder.absoluteFilePath(entry.file));
    const QJsonValue options = object["options"_L1];
    if (!options.isUndefined() && !options.isObject())
        return tl::unexpected(FileTr::tr("\"options\" must be an object, { … }."));
    if (const QString key = wrongOption(options.toObject()); !key.isEmpty())
        return tl::unexpected(FileTr::tr("\"%1\" of its options has a value of the wrong kind.").arg(key));
    entry.options = runOptionsFromJson(options.toObject());
    return entry;
}

/// Where in the text byte `offset` is.
std::pair<qsizetype, qsizetype> lineAndColumn(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    return {before.count('\n') + 1, before.size() - (before.lastIndexOf('\n') + 1) + 1};
}

QString notJson(const QByteArray& json, const QJsonParseError& error)
{
    const auto [line, column] = lineAndColumn(json, error.offset);
    return FileTr::tr(
               "line %1, column %2: this is not JSON (%3). Repair it there, or take a copy that is whole.")
        .arg(line)
        .arg(column)
        .arg(error.errorString());
}

QString notThisVersion(const QJsonValue& version)
{
    if (!version.isDouble() || version.toDouble() < 1)
        return FileTr::tr("\"version\" must be a number from 1.");
    return FileTr::tr(
               "it is of version %1, and this Interleave reads up to %2. A newer Interleave can open it.")
        .arg(version.toDouble())
        .arg(playlistVersion);
}

} // namespace

bool isPlaylistName(const QString& path)
{
    return path.endsWith(".interleave"_L1, Qt::CaseInsensitive);
}

QByteArray playlistJson(const Playlist& playlist, const QString& folder)
{
    QJsonArray entries;
    for (const PlaylistEntry& entry : playlist.entries)
        entries.append(objectOf(entry, QDir(folder)));
    return QJsonDocument(QJsonObject{{"interleave"_L1, "playlist"_L1},
                                     {"version"_L1, playlistVersion},
                                     {"title"_L1, playlist.title},
                                     {"entries"_L1, entries}})
        .toJson();
}

tl::expected<Playlist, QString> playlistFromJson(const QByteArray& json, const QString& name,
                                                 const QString& folder)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return wrong(name, notJson(json, error));
    const QJsonObject root = document.object();
    if (root["interleave"_L1] != "playlist"_L1)
        return wrong(
            name, FileTr::tr("this is no playlist: it must be an object with \"interleave\": \"playlist\"."));
    const QJsonValue version = root["version"_L1];
    if (!version.isDouble() || version.toDouble() < 1 || version.toDouble() > playlistVersion)
        return wrong(name, notThisVersion(version));
    if (!root["title"_L1].isUndefined() && !root["title"_L1].isString())
        return wrong(name, FileTr::tr("\"%1\" must be a text, in quotes.").arg("title"_L1));
    if (!root["entries"_L1].isArray())
        return wrong(name, FileTr::tr("\"entries\" must be a list, [ … ]."));
    const QJsonArray entries = root["entries"_L1].toArray();
    if (entries.size() > static_cast<qsizetype>(maxPlaylistEntries))
        return wrong(name, FileTr::tr("it has %1 entries, and %2 are possible. Make two playlists of it.")
                               .arg(entries.size())
                               .arg(maxPlaylistEntries));
    Playlist playlist{root["title"_L1].toString(), {}};
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto entry = entryOf(entries[i], QDir(folder));
        if (!entry)
            return wrong(name, wrongEntry(i, entry.error()));
        playlist.entries.push_back(std::move(*entry));
    }
    return playlist;
}

tl::expected<Playlist, QString> loadPlaylist(const QString& path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(info.fileName(), FileTr::tr("it can't be read: %1.").arg(file.errorString()));
    if (file.size() > maxPlaylistBytes)
        return wrong(info.fileName(),
                     FileTr::tr("it has more than %1 MB, which no playlist has. Is it another file?")
                         .arg(maxPlaylistBytes >> 20));
    return playlistFromJson(file.read(maxPlaylistBytes), info.fileName(), info.absolutePath());
}

tl::expected<void, QString> savePlaylist(const Playlist& playlist, const QString& path)
{
    QSaveFile file(path);
    const QByteArray json = playlistJson(playlist, QFileInfo(path).absolutePath());
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return wrong(QFileInfo(path).fileName(),
                     FileTr::tr("it can't be written: %1.").arg(file.errorString()));
    return {};
}

} // namespace il::app
