// Any bytes as a lesson's text and as a script's metadata: what is wrong with them is told, in both
// languages.
#include "lesson/html.h"
#include "lesson/lesson.h"
#include "script/compiler.h"

#include <cstdint>
#include <cstdlib>

using namespace il;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void check(const std::vector<script::Diagnostic>& problems)
{
    require(!problems.empty());
    for (const script::Diagnostic& problem : problems) {
        require(script::message(problem, script::Locale::English) != problem.id); // every id has its text
        require(!script::render(problem, script::Locale::Chinese).empty());
    }
}

/// The bytes stand in the comments of a script's block.
std::string block(const std::string& toml)
{
    std::string text = "# /// script\n# [tool.interleave]\n# ";
    for (const char c : toml)
        text += c == '\n' ? "\n# " : std::string(1, c);
    return text + "\n# ///\nn = 3\n";
}

void checkMetadata(const std::string& text)
{
    const auto program = script::compile(text, "fuzz.py");
    if (!program)
        return;
    if (const auto metadata = lesson::metadata(*program); !metadata)
        check(metadata.error());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(data, data + size);
    if (const auto text = lesson::parseText(bytes, "en.md"); !text)
        check(text.error());
    lesson::toHtml(bytes);
    checkMetadata(bytes);
    checkMetadata(block(bytes));
    return 0;
}
