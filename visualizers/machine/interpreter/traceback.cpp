// CPython 3.11's way of printing exceptions.
#include "machine/builtins/values.h"
#include "machine/interpreter/interpreter.h"

#include "script/parser.h"

#include <algorithm>
#include <set>

namespace il::machine {

namespace {

constexpr int repeatsShown = 3; ///< equal lines beyond these are summed up

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Where CPython puts ^ within the ~ of an operation, as byte offsets into the segment; nothing for other
/// expressions.
std::optional<std::pair<std::size_t, std::size_t>> anchors(const std::string& segment)
{
    const auto module = script::parse(segment, "");
    if (!module || module->body.size() != 1)
        return std::nullopt;
    const auto* statement = std::get_if<script::ast::ExprStmt>(&module->body[0]->node);
    if (statement == nullptr)
        return std::nullopt;
    const auto& node = statement->value->node;
    if (const auto* subscript = std::get_if<script::ast::Subscript>(&node))
        return std::pair{static_cast<std::size_t>(subscript->value->span.endColumn),
                         static_cast<std::size_t>(subscript->slice->span.endColumn) + 1};
    const auto* operation = std::get_if<script::ast::BinOp>(&node);
    if (operation == nullptr)
        return std::nullopt;
    auto at = static_cast<std::size_t>(operation->left->span.endColumn);
    const auto end = static_cast<std::size_t>(operation->right->span.column);
    while (at < end && (segment[at] == ' ' || segment[at] == '\t'))
        ++at;
    const bool twoCharacters = at + 1 < end && segment[at + 1] != ' ' && segment[at + 1] != '\t';
    return std::pair{at, at + (twoCharacters ? 2 : 1)};
}

std::string carets(const std::string& line, const script::Span& span)
{
    const std::size_t indent = line.find_first_not_of(" \t\f");
    std::string stripped = line.substr(indent == std::string::npos ? line.size() : indent);
    stripped.erase(stripped.find_last_not_of(" \t\r\n\f") + 1);
    const std::size_t begin = static_cast<std::size_t>(span.column);
    const std::size_t end =
        span.endLine == span.line ? static_cast<std::size_t>(span.endColumn) : indent + stripped.size();
    if (begin >= end || begin < indent || end > line.size())
        return {};
    std::string marks(codePoints(std::string_view(line).substr(begin, end - begin)), '^');
    const std::string segment = line.substr(begin, end - begin);
    const auto inner = span.endLine == span.line ? anchors(segment) : std::nullopt;
    if (inner && inner->second <= segment.size()) {
        std::fill(marks.begin(), marks.end(), '~');
        const std::size_t from = codePoints(std::string_view(segment).substr(0, inner->first));
        const std::size_t to = codePoints(std::string_view(segment).substr(0, inner->second));
        std::fill(marks.begin() + static_cast<std::ptrdiff_t>(from),
                  marks.begin() + static_cast<std::ptrdiff_t>(to), '^');
    } else if (end - begin == stripped.size())
        return {};
    return "    " + std::string(codePoints(std::string_view(line).substr(indent, begin - indent)), ' ') +
           marks + "\n";
}

std::string entryText(const Image& image, const TraceEntry& entry)
{
    const LinkedCode& code = image.code(entry.code);
    const script::Program& program = *image.program(code.program).program;
    const script::Span span =
        entry.pc < code.code->positions.size() ? code.code->positions[entry.pc] : script::Span{};
    std::string text = "  File \"" + program.file + "\", line " + std::to_string(span.line) + ", in " +
                       code.code->name + "\n";
    if (span.line < 1 || static_cast<std::size_t>(span.line) > program.lines.size())
        return text;
    const std::string& line = program.lines[static_cast<std::size_t>(span.line) - 1];
    const std::size_t indent = line.find_first_not_of(" \t\f");
    if (indent == std::string::npos)
        return text;
    std::string stripped = line.substr(indent);
    stripped.erase(stripped.find_last_not_of(" \t\r\n\f") + 1);
    return text + "    " + stripped + "\n" + carets(line, span);
}

std::string traceText(const Image& image, const Exception& exception)
{
    std::string text;
    int repeats = 0;
    const auto flush = [&] {
        if (repeats > repeatsShown)
            text += "  [Previous line repeated " + std::to_string(repeats - repeatsShown) + " more time" +
                    (repeats - repeatsShown == 1 ? "" : "s") + "]\n";
    };
    std::pair<std::uint32_t, int> last{UINT32_MAX, 0};
    for (auto it = exception.trace.rbegin(); it != exception.trace.rend(); ++it) {
        const LinkedCode& code = image.code(it->code);
        if (code.origin != Origin::User)
            continue;
        const std::pair here{it->code, code.code->positions[it->pc].line};
        if (here != last) {
            flush();
            last = here;
            repeats = 0;
        }
        if (++repeats <= repeatsShown)
            text += entryText(image, *it);
    }
    flush();
    return exception.trace.empty() ? text : "Traceback (most recent call last):\n" + text;
}

void append(Context& context, Value value, std::set<std::int64_t>& seen, std::string& text)
{
    const Exception& exception = *context.heap.get<Exception>(value);
    seen.insert(value.bits);
    const auto follow = [&](Value other, const char* sentence) {
        if (context.heap.get<Exception>(other) == nullptr || seen.count(other.bits) != 0)
            return;
        append(context, other, seen, text);
        text += sentence;
    };
    if (!exception.cause.isNull())
        follow(exception.cause, "\nThe above exception was the direct cause of the following exception:\n\n");
    else if (!exception.suppressContext)
        follow(exception.context,
               "\nDuring handling of the above exception, another exception occurred:\n\n");
    text += traceText(context.image, exception) + exceptionLine(context, value) + "\n";
}

} // namespace

std::string exceptionLine(Context& context, Value value)
{
    const Heap& heap = context.heap;
    const Class& cls = heap.as<Class>(classOf(heap, value));
    const Str* module = heap.get<Str>(cls.module);
    const Str* qualname = heap.get<Str>(cls.qualname);
    std::string name = qualname != nullptr ? qualname->text : cls.name;
    if (module != nullptr && module->text != "builtins" && module->text != "__main__")
        name = module->text + "." + name;
    const Exception* exception = heap.get<Exception>(value);
    const auto native = str(heap, value);
    const std::string text = native ? *native : exception != nullptr ? exception->text : std::string();
    return text.empty() ? name : name + ": " + text;
}

std::string formatException(Context& context, Value exception)
{
    std::string text;
    std::set<std::int64_t> seen;
    append(context, exception, seen, text);
    return text;
}

int exitStatus(Context& context, Value systemExit)
{
    const auto& arguments = context.heap.get<Tuple>(context.heap.get<Exception>(systemExit)->args)->items;
    const Value code = arguments.empty() ? Value::none() : arguments[0];
    if (code.isNone())
        return 0;
    if (code.isIntegral())
        return static_cast<int>(code.bits & 0xFF);
    context.host.write(context, Stream::Err, str(context.heap, code).value_or("?") + "\n");
    return 1;
}

} // namespace il::machine
