#include "resolve.h"

#include "../language.h"
#include "../picture.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace il::app {
namespace {

struct ResolveTr {
    Q_DECLARE_TR_FUNCTIONS(Playlist)
};

using Loaded = tl::expected<LessonPtr, QString>;

QString firstOf(const Diagnostics& problems)
{
    return problems.empty() ? QString() : QString::fromStdString(problems.front().file);
}

Loaded fromLibrary(const QString& id, const std::vector<LibraryEntry>& library)
{
    const auto known = std::find_if(library.begin(), library.end(), [&id](const LibraryEntry& entry) {
        return entry.folder.id == id.toStdString();
    });
    if (known == library.end())
        return tl::unexpected(ResolveTr::tr("There is no lesson \"%1\" here.").arg(id));
    if (known->lesson == nullptr)
        return tl::unexpected(ResolveTr::tr("The lesson \"%1\" has mistakes: see interleave check.").arg(id));
    return known->lesson;
}

Loaded fromFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(ResolveTr::tr("The file \"%1\" is gone.").arg(path));
    const std::filesystem::path file(path.toStdString());
    auto loaded = info.isDir() ? loadLesson(file) : loadFile(file);
    if (!loaded)
        return tl::unexpected(ResolveTr::tr("\"%1\" has mistakes (%2): see interleave check.")
                                  .arg(path, firstOf(loaded.error())));
    return *loaded;
}

} // namespace

tl::expected<ResolvedEntry, QString> resolve(const PlaylistEntry& entry,
                                             const std::vector<LibraryEntry>& library)
{
    const Loaded lesson = entry.lesson.isEmpty() ? fromFile(entry.file) : fromLibrary(entry.lesson, library);
    if (!lesson)
        return tl::unexpected(lesson.error());
    const auto& scripts = (*lesson)->scripts;
    std::size_t index = 0;
    while (!entry.script.isEmpty() && index < scripts.size() &&
           scripts[index].name != entry.script.toStdString())
        ++index;
    if (index >= scripts.size())
        return tl::unexpected(ResolveTr::tr("The lesson has no script \"%1\".").arg(entry.script));
    if (const auto ready = prepare(scripts[index].metadata, entry.options); !ready)
        return tl::unexpected(ready.error());
    return ResolvedEntry{*lesson, index};
}

QString titleOf(const PlaylistEntry& entry, const ResolvedEntry& resolved, scene::Language language)
{
    return entry.title.isEmpty() ? titleOf(*resolved.lesson, resolved.script, language) : entry.title;
}

} // namespace il::app
