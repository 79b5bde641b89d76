// Where lessons are and what is among them.
#pragma once

#include "lesson/lesson.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace il::app {

using LessonPtr = std::shared_ptr<const lesson::Lesson>;
using Diagnostics = std::vector<script::Diagnostic>;

/// The user's folder first, then the installed ones, then the source tree's. Those that exist.
std::vector<std::filesystem::path> lessonRoots();

/// A folder that holds a lesson; `id` is its name.
struct LessonFolder {
    std::string id;
    std::filesystem::path path;
};
/// By id; of two with one id the first root's counts.
std::vector<LessonFolder> lessonFolders(const std::vector<std::filesystem::path>& roots);
bool isLessonFolder(const std::filesystem::path& folder); ///< has a text of a lesson

/// A listed lesson, or why it can't be shown.
struct LibraryEntry {
    LessonFolder folder;
    LessonPtr lesson; ///< null when it has problems
    Diagnostics problems;

    const lesson::Metadata* metadata() const; ///< the first script's; null without lesson
    int order() const;
};

/// All lessons, by order and id.
std::vector<LibraryEntry> loadLibrary(const std::vector<std::filesystem::path>& roots);

/// Ids that somebody who typed `id` may have meant, nearest first, three at most.
std::vector<std::string> nearIds(const std::vector<LessonFolder>& folders, const std::string& id);

/// A lesson made of one script of the user's own. Its id is "" and its texts have only a title, the file's
/// name.
tl::expected<LessonPtr, Diagnostics> loadFile(const std::filesystem::path& file);
/// The same from a text; `file` is what it is called. Thread-safe.
tl::expected<LessonPtr, Diagnostics> loadSource(const std::string& source, const std::filesystem::path& file);
/// A lesson's folder.
tl::expected<LessonPtr, Diagnostics> loadLesson(const std::filesystem::path& folder);

/// A file as text; the diagnostic says why not.
tl::expected<std::string, script::Diagnostic> readFile(const std::filesystem::path& file);

} // namespace il::app
