#include "script/compiler.h"

#include "script/comments.h"
#include "script/compiler_codegen.h"
#include "script/source.h"

#include <algorithm>
#include <set>

namespace il::script {

namespace {

using namespace ast;

std::vector<std::string> linesOf(const Source& source)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < source.text.size();) {
        const auto end = std::min(source.text.find('\n', i), source.text.size());
        lines.push_back(source.text.substr(i, end - i));
        i = end + 1;
    }
    return lines;
}

/// The name in "#: name"; "" for other comments. (Sphinx writes sentences behind "#:"; those are no cues.)
std::string cueName(const std::string& comment)
{
    if (!comment.starts_with("#:"))
        return {};
    const auto begin = comment.find_first_not_of(" \t", 2);
    const auto end = comment.find_last_not_of(" \t");
    if (begin == std::string::npos)
        return {};
    const auto name = comment.substr(begin, end - begin + 1);
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    };
    return std::all_of(name.begin(), name.end(), fits) ? name : std::string();
}

std::vector<Cue> cuesOf(const std::vector<Comment>& comments, const std::vector<Code>& codes)
{
    std::set<int> codeLines;
    for (const auto& code : codes)
        for (const auto& span : code.positions)
            codeLines.insert(span.line);
    std::vector<Cue> cues;
    for (const auto& comment : comments) {
        auto name = cueName(comment.text);
        if (name.empty())
            continue;
        const auto marked = codeLines.lower_bound(comment.line + (comment.ownLine ? 1 : 0));
        cues.push_back({std::move(name), marked == codeLines.end() ? Cue::deadlock : *marked});
    }
    return cues;
}

/// PEP 723: from "# /// script" to the last "# ///" of the same run of comment lines.
void readMetadata(const std::vector<Comment>& comments, Program& program)
{
    const auto atMargin = [&](const Comment& comment) {
        return comment.ownLine &&
               program.lines[static_cast<std::size_t>(comment.line) - 1].starts_with("#") &&
               (comment.text == "#" || comment.text.starts_with("# "));
    };
    const auto begin = std::find_if(comments.begin(), comments.end(), [&](const Comment& comment) {
        return atMargin(comment) && comment.text == "# /// script";
    });
    if (begin == comments.end())
        return;
    std::string text;
    std::string upToEnd;
    bool closed = false;
    int line = begin->line;
    for (auto comment = begin + 1; comment != comments.end() && atMargin(*comment) && comment->line == ++line;
         ++comment) {
        if (comment->text == "# ///") {
            upToEnd = text;
            closed = true;
        }
        text += comment->text.substr(std::min<std::size_t>(2, comment->text.size())) + "\n";
    }
    if (!closed)
        return;
    program.metadata = upToEnd;
    program.metadataLine = begin->line + 1;
}

const std::set<std::string>& futureFeatures()
{
    static const std::set<std::string> features = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
    return features;
}

/// What the `from __future__` imports at the top ask for; wrong ones are a fault.
tl::expected<bool, Fault> lazyAnnotations(const Module& module)
{
    bool lazy = false;
    bool atTop = true;
    for (const auto& stmt : module.body) {
        const auto* import = std::get_if<ImportFrom>(&stmt->node);
        const bool future = import != nullptr && import->level == 0 && import->module == "__future__";
        if (!future) {
            const auto* text = std::get_if<ExprStmt>(&stmt->node);
            const bool docstring = stmt == module.body.front() && text != nullptr &&
                                   std::holds_alternative<Constant>(text->value->node);
            atTop = atTop && docstring;
            continue;
        }
        if (!atTop && future && &stmt != &module.body.front()) {
            return tl::make_unexpected(Fault{"future-import-late", {}, stmt->span});
        }
        for (const auto& alias : import->names) {
            if (!futureFeatures().contains(alias.name))
                return tl::make_unexpected(Fault{"future-feature-unknown", {alias.name}, stmt->span});
            lazy = lazy || alias.name == "annotations";
        }
    }
    return lazy;
}

tl::expected<std::vector<Code>, Fault> codesOf(const Module& module, const Source& source)
{
    const auto lazy = lazyAnnotations(module);
    if (!lazy)
        return tl::make_unexpected(lazy.error());
    SymbolOptions symbolOptions;
    symbolOptions.lazyAnnotations = *lazy;
    const auto symbols = SymbolTable::of(module, symbolOptions);
    if (!symbols)
        return tl::make_unexpected(symbols.error());
    compiler::CodegenOptions options;
    options.lazyAnnotations = *lazy;
    options.sourceText = [&](const Span& span) {
        const auto offset = [&](int line, int column) {
            return source.lineStarts[static_cast<std::size_t>(line) - 1] + static_cast<std::size_t>(column);
        };
        const auto begin = offset(span.line, span.column);
        return source.text.substr(begin, offset(span.endLine, span.endColumn) - begin);
    };
    return compiler::Codegen(*symbols, std::move(options)).run(module);
}

} // namespace

tl::expected<Program, Diagnostic> compile(std::string_view text, const std::string& file)
{
    const auto module = parse(text, file);
    if (!module)
        return tl::make_unexpected(module.error());
    const auto source = makeSource(text, file, ParseLimits().bytes);
    if (!source)
        return tl::make_unexpected(source.error());
    auto codes = codesOf(*module, *source);
    if (!codes) {
        const Fault& fault = codes.error();
        return tl::make_unexpected(source->diagnostic(fault.id, fault.span, fault.args));
    }
    Program program;
    program.file = file;
    program.lines = linesOf(*source);
    program.codes = std::move(*codes);
    const auto remarks = comments(text);
    program.cues = cuesOf(remarks, program.codes);
    readMetadata(remarks, program);
    return program;
}

} // namespace il::script
