#include "library.h"

#include "machine/machine.h"
#include "script/compiler.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <numeric>

namespace il::app {
namespace fs = std::filesystem;

namespace {

constexpr qint64 maxFileSize = 4 << 20; ///< the parser refuses more than 1 MB; this bounds what is read

std::size_t editDistance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

script::Diagnostic unreadable(const fs::path& file, const std::string& why)
{
    script::Diagnostic diagnostic;
    diagnostic.id = "lesson-unreadable";
    diagnostic.file = file.string();
    diagnostic.args = {why};
    return diagnostic;
}

} // namespace

std::vector<fs::path> lessonRoots()
{
    std::vector<fs::path> roots;
    const auto add = [&roots](const fs::path& root) {
        std::error_code ignored;
        if (fs::is_directory(root, ignored))
            roots.push_back(root);
    };
    for (const QString& data : QStandardPaths::standardLocations(QStandardPaths::AppDataLocation))
        add(fs::path(data.toStdString()) / "lessons");
    if (QCoreApplication::instance() != nullptr)
        add(fs::path(QCoreApplication::applicationDirPath().toStdString()) / "../share/interleave/lessons");
    add(IL_LESSONS_DIR); // of a build that wasn't installed
    return roots;
}

bool isLessonFolder(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(folder / "en.md", ignored) || fs::exists(folder / "zh_CN.md", ignored);
}

std::vector<LessonFolder> lessonFolders(const std::vector<fs::path>& roots)
{
    std::vector<LessonFolder> folders;
    for (const fs::path& root : roots) {
        std::error_code error;
        for (fs::directory_iterator entry(root, error), end; !error && entry != end; entry.increment(error)) {
            LessonFolder folder{entry->path().filename().string(), entry->path()};
            const auto same = [&folder](const LessonFolder& other) { return other.id == folder.id; };
            if (isLessonFolder(folder.path) && std::none_of(folders.begin(), folders.end(), same))
                folders.push_back(std::move(folder));
        }
    }
    std::sort(folders.begin(), folders.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return folders;
}

const lesson::Metadata* LibraryEntry::metadata() const
{
    return lesson != nullptr && !lesson->scripts.empty() ? &lesson->scripts.front().metadata : nullptr;
}

int LibraryEntry::order() const
{
    return metadata() != nullptr ? metadata()->order : lesson::Metadata{}.order;
}

std::vector<LibraryEntry> loadLibrary(const std::vector<fs::path>& roots)
{
    std::vector<LibraryEntry> entries;
    for (const LessonFolder& folder : lessonFolders(roots)) {
        auto lesson = loadLesson(folder.path);
        if (lesson)
            entries.push_back({folder, *lesson, {}});
        else
            entries.push_back({folder, nullptr, lesson.error()});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.order() < b.order(); });
    return entries;
}

std::vector<std::string> nearIds(const std::vector<LessonFolder>& folders, const std::string& id)
{
    std::vector<std::pair<std::size_t, std::string>> near;
    const std::string start = id.substr(0, 64); // a longer one is near to nothing
    for (const LessonFolder& folder : folders) {
        const bool part = !start.empty() && folder.id.find(start) != std::string::npos;
        const std::size_t distance = part ? 1 : editDistance(folder.id, start);
        if (part || distance <= 2 + folder.id.size() / 4)
            near.emplace_back(distance, folder.id);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min<std::size_t>(near.size(), 3); ++i)
        ids.push_back(near[i].second);
    return ids;
}

tl::expected<std::string, script::Diagnostic> readFile(const fs::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(unreadable(path, file.errorString().toStdString()));
    return file.read(maxFileSize).toStdString();
}

tl::expected<LessonPtr, Diagnostics> loadFile(const fs::path& file)
{
    const auto source = readFile(file);
    if (!source)
        return tl::unexpected(Diagnostics{source.error()});
    return loadSource(*source, file);
}

tl::expected<LessonPtr, Diagnostics> loadSource(const std::string& source, const fs::path& file)
{
    auto program = script::compile(source, file.string());
    if (!program)
        return tl::unexpected(Diagnostics{program.error()});
    if (auto unknown = machine::unknownImports(*program); !unknown.empty())
        return tl::unexpected(std::move(unknown));
    auto metadata = lesson::metadata(*program);
    if (!metadata)
        return tl::unexpected(metadata.error());
    auto single = std::make_shared<lesson::Lesson>();
    for (lesson::Text& text : single->texts)
        text.title = file.filename().string();
    for (std::size_t i = 0; i < single->texts.size(); ++i)
        if (!metadata->title[i].empty())
            single->texts[i].title = metadata->title[i];
    single->scripts.push_back({file.stem().string(), std::move(*metadata), std::move(*program)});
    return LessonPtr(std::move(single));
}

tl::expected<LessonPtr, Diagnostics> loadLesson(const fs::path& folder)
{
    auto loaded = lesson::load(folder);
    if (!loaded)
        return tl::unexpected(loaded.error());
    return std::make_shared<const lesson::Lesson>(std::move(*loaded));
}

} // namespace il::app
