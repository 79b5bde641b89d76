// Calls, and the displays (lists, tuples, sets) that share their ways of gathering values.
#include "script/compiler_codegen.h"

#include <algorithm>

namespace il::script::compiler {

using namespace ast;
using enum Opcode;

namespace {

bool isStarred(const ExprPtr& expr)
{
    return std::holds_alternative<Starred>(expr->node);
}

bool isUnpacking(const Keyword& keyword)
{
    return !keyword.name;
}

std::uint32_t count(std::size_t n)
{
    return static_cast<std::uint32_t>(n);
}

ConstTuple namesOf(const std::vector<Keyword>& keywords, std::size_t begin, std::size_t end)
{
    ConstTuple names;
    for (std::size_t i = begin; i < end; ++i)
        names.items.emplace_back(*keywords[i].name);
    return names;
}

} // namespace

/// `pushed` values are on the stack already and come first.
void Codegen::displayOf(const Exprs& elts, std::uint32_t pushed, const Elements& how)
{
    ConstTuple constants;
    for (const auto& elt : elts)
        if (auto constant = elts.size() > 2 ? constantOf(*elt) : std::nullopt)
            constants.items.push_back(std::move(*constant));
    const bool allConstant = elts.size() > 2 && constants.items.size() == elts.size();
    if (allConstant && how.tuple && pushed == 0)
        return loadConst(Const{std::move(constants)});
    const bool big = elts.size() + pushed > stackGuideline;
    if (!allConstant && !big && std::none_of(elts.begin(), elts.end(), isStarred)) {
        visit(elts);
        return emit(how.tuple ? BuildTuple : how.build, count(elts.size()) + pushed);
    }
    bool built = allConstant || big;
    if (built)
        emit(how.build, pushed);
    if (allConstant) {
        loadConst(Const{std::move(constants)});
        emit(how.extend, 1);
    }
    for (std::size_t i = 0; i < elts.size() && !allConstant; ++i) {
        if (const auto* starred = std::get_if<Starred>(&elts[i]->node)) {
            if (!built)
                emit(how.build, count(i) + pushed);
            built = true;
            visit(starred->value);
            emit(how.extend, 1);
        } else {
            visit(elts[i]);
            if (built)
                emit(how.add, 1);
        }
    }
    if (how.tuple)
        emit(ListToTuple);
}

void Codegen::checkKeywords(const std::vector<Keyword>& keywords)
{
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        if (!keywords[i].name)
            continue;
        const auto same = [&](const Keyword& other) { return other.name == keywords[i].name; };
        const auto later =
            std::find_if(keywords.begin() + static_cast<std::ptrdiff_t>(i) + 1, keywords.end(), same);
        if (later == keywords.end())
            continue;
        at(later->span);
        return fail("keyword-repeated", {*keywords[i].name});
    }
}

/// module.function(...) is no method call. Like CPython, look at the module's own imports only.
bool Codegen::isImported(const Expr& expr) const
{
    const auto* name = std::get_if<Name>(&expr.node);
    if (name == nullptr)
        return false;
    const auto& symbols = m_symbols.module().symbols;
    const auto symbol = symbols.find(name->id);
    return symbol != symbols.end() && (symbol->second.flags & occurs::import) != 0;
}

/// object.method(...) binds no method object.
bool Codegen::methodCall(const ast::Call& node)
{
    const auto* method = std::get_if<Attribute>(&node.func->node);
    const auto values = node.args.size() + node.keywords.size() + (node.keywords.empty() ? 0 : 1);
    if (method == nullptr || isImported(*method->value) || values >= stackGuideline ||
        std::any_of(node.args.begin(), node.args.end(), isStarred) ||
        std::any_of(node.keywords.begin(), node.keywords.end(), isUnpacking))
        return false;
    const Span call = m_unit->span;
    visit(method->value);
    at(node.func->span);
    atAttribute(node.func->span, method->attr);
    emitName(LoadMethod, method->attr);
    visit(node.args);
    for (const auto& keyword : node.keywords)
        visit(keyword.value);
    if (!node.keywords.empty())
        keywordNames(node.keywords);
    at(call);
    atAttribute(node.func->span, method->attr);
    emit(Opcode::Call, count(node.args.size() + node.keywords.size()));
    at(call);
    return true;
}

void Codegen::operator()(const ast::Call& node)
{
    checkKeywords(node.keywords);
    if (methodCall(node))
        return;
    const Span call = m_unit->span;
    at(node.func->span);
    emit(PushNull);
    at(call);
    visit(node.func);
    callArguments(0, node.args, node.keywords);
}

/// The callable is on the stack, below `pushed` arguments.
void Codegen::callArguments(std::uint32_t pushed, const Exprs& args, const std::vector<Keyword>& keywords)
{
    if (std::any_of(args.begin(), args.end(), isStarred) ||
        std::any_of(keywords.begin(), keywords.end(), isUnpacking) ||
        args.size() + keywords.size() * 2 > stackGuideline)
        return starCall(pushed, args, keywords);
    visit(args);
    for (const auto& keyword : keywords)
        visit(keyword.value);
    if (!keywords.empty())
        keywordNames(keywords);
    emit(Opcode::Call, pushed + count(args.size() + keywords.size()));
}

void Codegen::keywordNames(const std::vector<Keyword>& keywords)
{
    emit(KwNames, m_unit->constants.add(Const{namesOf(keywords, 0, keywords.size())}));
}

void Codegen::starCall(std::uint32_t pushed, const Exprs& args, const std::vector<Keyword>& keywords)
{
    const auto* only = pushed == 0 && args.size() == 1 ? std::get_if<Starred>(&args.front()->node) : nullptr;
    if (only != nullptr)
        visit(only->value);
    else
        displayOf(args, pushed, {BuildList, ListAppend, ListExtend, true});
    bool haveDict = false;
    std::size_t begin = 0;
    const auto merge = [&](std::size_t end) {
        if (begin == end)
            return;
        keywordDict(keywords, begin, end);
        if (haveDict)
            emit(DictMerge, 1);
        haveDict = true;
    };
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        if (keywords[i].name)
            continue;
        merge(i);
        begin = i + 1;
        if (!haveDict)
            emit(BuildMap, 0);
        haveDict = true;
        visit(keywords[i].value);
        emit(DictMerge, 1);
    }
    merge(keywords.size());
    emit(CallFunctionEx, haveDict ? 1 : 0);
}

void Codegen::keywordDict(const std::vector<Keyword>& keywords, std::size_t begin, std::size_t end)
{
    const auto size = end - begin;
    const bool big = size * 2 > stackGuideline;
    if (size > 1 && !big) {
        for (std::size_t i = begin; i < end; ++i)
            visit(keywords[i].value);
        loadConst(Const{namesOf(keywords, begin, end)});
        return emit(BuildConstKeyMap, count(size));
    }
    if (big)
        emit(BuildMap, 0);
    for (std::size_t i = begin; i < end; ++i) {
        loadConst(Const{*keywords[i].name});
        visit(keywords[i].value);
        if (big)
            emit(MapAdd, 1);
    }
    if (!big)
        emit(BuildMap, count(size));
}

} // namespace il::script::compiler
