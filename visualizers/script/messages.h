// The table of every message about scripts and lessons: id, English, Chinese.
#pragma once

#include <span>
#include <string_view>

namespace il::script {

/// %1...%9 stand for the diagnostic's arguments. An argument that starts with '@' is itself the id of a table
/// row.
struct MessageRow {
    std::string_view id, english, chinese;
};

std::span<const MessageRow> messages();
/// Those about lessons and metadata; il_lesson makes such diagnostics.
std::span<const MessageRow> lessonMessages();

} // namespace il::script
