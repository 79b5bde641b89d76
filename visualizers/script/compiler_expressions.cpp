#include "script/compiler_codegen.h"

#include <algorithm>

namespace il::script::compiler {

using namespace ast;
using enum Opcode;

void Codegen::operator()(const Constant& node)
{
    // All other constants are folded before they get here.
    unsupported(std::holds_alternative<BigInt>(node.value) ? "@big-int" : "@complex");
}

void Codegen::operator()(const Name& node)
{
    name(node.id, node.ctx);
}

void Codegen::operator()(const NamedExpr& node)
{
    visit(node.value);
    emit(Copy, 1);
    visit(node.target);
}

void Codegen::operator()(const BoolOp& node)
{
    const auto end = newBlock();
    const auto op = node.op == BoolOperator::And ? JumpIfFalseOrPop : JumpIfTrueOrPop;
    for (std::size_t i = 0; i + 1 < node.values.size(); ++i) {
        visit(node.values[i]);
        jump(op, end);
    }
    visit(node.values.back());
    use(end);
}

void Codegen::binary(Operator op, std::uint32_t form)
{
    static constexpr BinaryKind kinds[] = {
        BinaryKind::Add,        BinaryKind::Subtract,  BinaryKind::Multiply, BinaryKind::MatrixMultiply,
        BinaryKind::TrueDivide, BinaryKind::Remainder, BinaryKind::Power,    BinaryKind::LShift,
        BinaryKind::RShift,     BinaryKind::Or,        BinaryKind::Xor,      BinaryKind::And,
        BinaryKind::FloorDivide};
    if (op == Operator::MatMult)
        return unsupported("@matmul");
    emit(BinaryOp, static_cast<std::uint32_t>(kinds[static_cast<int>(op)]) + form);
}

void Codegen::operator()(const BinOp& node)
{
    visit(node.left);
    visit(node.right);
    binary(node.op, 0);
}

namespace {

bool isIdentityOrMembership(CmpOperator op)
{
    return op == CmpOperator::Is || op == CmpOperator::IsNot || op == CmpOperator::In ||
           op == CmpOperator::NotIn;
}

CmpOperator inverted(CmpOperator op)
{
    switch (op) {
    case CmpOperator::Is:
        return CmpOperator::IsNot;
    case CmpOperator::IsNot:
        return CmpOperator::Is;
    case CmpOperator::In:
        return CmpOperator::NotIn;
    default:
        return CmpOperator::In;
    }
}

/// `not a is b` and `not a in b` are one operation each.
const Compare* invertible(const UnaryOp& node)
{
    const auto* compare = std::get_if<Compare>(&node.operand->node);
    const bool one = node.op == UnaryOperator::Not && compare != nullptr && compare->ops.size() == 1;
    return one && isIdentityOrMembership(compare->ops.front()) ? compare : nullptr;
}

} // namespace

void Codegen::operator()(const UnaryOp& node)
{
    if (const auto* compare = invertible(node)) {
        at(node.operand->span);
        visit(compare->left);
        comparand(*compare, 0);
        return compareOp(inverted(compare->ops.front()));
    }
    visit(node.operand);
    switch (node.op) {
    case UnaryOperator::Invert:
        return emit(UnaryInvert);
    case UnaryOperator::Not:
        return emit(UnaryNot);
    case UnaryOperator::UAdd:
        return emit(UnaryPositive);
    case UnaryOperator::USub:
        return emit(UnaryNegative);
    }
}

void Codegen::compareOp(CmpOperator op)
{
    switch (op) {
    case CmpOperator::Lt:
        return emit(CompareOp, 0);
    case CmpOperator::LtE:
        return emit(CompareOp, 1);
    case CmpOperator::Eq:
        return emit(CompareOp, 2);
    case CmpOperator::NotEq:
        return emit(CompareOp, 3);
    case CmpOperator::Gt:
        return emit(CompareOp, 4);
    case CmpOperator::GtE:
        return emit(CompareOp, 5);
    case CmpOperator::Is:
        return emit(IsOp, 0);
    case CmpOperator::IsNot:
        return emit(IsOp, 1);
    case CmpOperator::In:
        return emit(ContainsOp, 0);
    case CmpOperator::NotIn:
        return emit(ContainsOp, 1);
    }
}

/// `x in [a, b]` needs no list.
void Codegen::comparand(const Compare& node, std::size_t i)
{
    const bool membership = node.ops[i] == CmpOperator::In || node.ops[i] == CmpOperator::NotIn;
    if (membership && i + 1 == node.ops.size())
        iterable(*node.comparators[i]);
    else
        visit(node.comparators[i]);
}

void Codegen::iterable(const Expr& expr)
{
    const auto* list = std::get_if<List>(&expr.node);
    const auto isStarred = [](const ExprPtr& elt) { return std::holds_alternative<Starred>(elt->node); };
    if (list == nullptr || std::any_of(list->elts.begin(), list->elts.end(), isStarred))
        return visit(expr);
    const Span outer = m_unit->span;
    at(expr.span);
    displayOf(list->elts, 0, {BuildList, ListAppend, ListExtend, true});
    at(outer);
}

void Codegen::operator()(const Compare& node)
{
    visit(node.left);
    if (node.ops.size() == 1) {
        comparand(node, 0);
        return compareOp(node.ops.front());
    }
    const auto cleanup = newBlock();
    const auto end = newBlock();
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
        const bool last = i + 1 == node.ops.size();
        comparand(node, i);
        if (!last) {
            emit(Swap, 2);
            emit(Copy, 2);
        }
        compareOp(node.ops[i]);
        if (!last)
            jump(JumpIfFalseOrPop, cleanup);
    }
    jumpArtificial(end);
    use(cleanup);
    emit(Swap, 2);
    emit(PopTop);
    use(end);
}

void Codegen::operator()(const IfExp& node)
{
    const auto next = newBlock();
    const auto end = newBlock();
    jumpIf(*node.test, next, false);
    visit(node.body);
    jumpArtificial(end);
    use(next);
    visit(node.orelse);
    use(end);
}

void Codegen::jumpIfChain(const Compare& node, BlockId target, bool condition)
{
    const auto cleanup = newBlock();
    const auto end = newBlock();
    visit(node.left);
    const std::size_t last = node.ops.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        comparand(node, i);
        emit(Swap, 2);
        emit(Copy, 2);
        compareOp(node.ops[i]);
        jump(pseudo::popJumpIfFalse, cleanup);
    }
    comparand(node, last);
    compareOp(node.ops[last]);
    jump(condition ? pseudo::popJumpIfTrue : pseudo::popJumpIfFalse, target);
    jumpArtificial(end);
    use(cleanup);
    emit(PopTop);
    if (!condition)
        jumpArtificial(target);
    use(end);
}

/// Jumps without making a bool of `and`, `or` and `not` first.
void Codegen::jumpIf(const Expr& expr, BlockId target, bool condition)
{
    const bool folds = constantOf(expr).has_value();
    if (const auto* node = std::get_if<UnaryOp>(&expr.node);
        node != nullptr && node->op == UnaryOperator::Not && !folds && invertible(*node) == nullptr)
        return jumpIf(*node->operand, target, !condition);
    if (const auto* node = std::get_if<BoolOp>(&expr.node)) {
        const bool decisive = node->op == BoolOperator::Or;
        const auto shortcut = decisive == condition ? target : newBlock();
        for (std::size_t i = 0; i + 1 < node->values.size(); ++i)
            jumpIf(*node->values[i], shortcut, decisive);
        jumpIf(*node->values.back(), target, condition);
        if (shortcut != target)
            use(shortcut);
        return;
    }
    if (const auto* node = std::get_if<IfExp>(&expr.node)) {
        const auto end = newBlock();
        const auto next = newBlock();
        jumpIf(*node->test, next, false);
        jumpIf(*node->body, target, condition);
        jumpArtificial(end);
        use(next);
        jumpIf(*node->orelse, target, condition);
        return use(end);
    }
    if (const auto* node = std::get_if<Compare>(&expr.node)) {
        at(expr.span);
        if (node->ops.size() > 1)
            return jumpIfChain(*node, target, condition);
    }
    if (const auto* node = std::get_if<UnaryOp>(&expr.node); node != nullptr && invertible(*node) != nullptr)
        at(node->operand->span);
    visit(expr);
    jump(condition ? pseudo::popJumpIfTrue : pseudo::popJumpIfFalse, target);
}

void Codegen::operator()(const Dict& node)
{
    bool haveDict = false;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        if (begin == end)
            return;
        dictItems(node, begin, end);
        if (haveDict)
            emit(DictUpdate, 1);
        haveDict = true;
    };
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        if (node.keys[i]) {
            // A long display is built in pieces, to keep the stack small.
            if ((i - begin) * 2 > stackGuideline) {
                add(i + 1);
                begin = i + 1;
            }
            continue;
        }
        add(i);
        begin = i + 1;
        if (!haveDict)
            emit(BuildMap, 0);
        haveDict = true;
        visit(node.values[i]);
        emit(DictUpdate, 1);
    }
    add(node.values.size());
    if (!haveDict)
        emit(BuildMap, 0);
}

void Codegen::dictItems(const Dict& node, std::size_t begin, std::size_t end)
{
    const auto count = end - begin;
    const bool big = count * 2 > stackGuideline;
    ConstTuple keys;
    for (std::size_t i = begin; i < end && count > 1 && !big; ++i)
        if (auto key = constantOf(*node.keys[i]))
            keys.items.push_back(std::move(*key));
    if (count > 1 && !big && keys.items.size() == count) {
        for (std::size_t i = begin; i < end; ++i)
            visit(node.values[i]);
        loadConst(Const{std::move(keys)});
        return emit(BuildConstKeyMap, static_cast<std::uint32_t>(count));
    }
    if (big)
        emit(BuildMap, 0);
    for (std::size_t i = begin; i < end; ++i) {
        visit(node.keys[i]);
        visit(node.values[i]);
        if (big)
            emit(MapAdd, 1);
    }
    if (!big)
        emit(BuildMap, static_cast<std::uint32_t>(count));
}

/// The top of the stack goes to the targets.
void Codegen::unpack(const Exprs& targets)
{
    bool seen = false;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (!std::holds_alternative<Starred>(targets[i]->node))
            continue;
        const auto after = targets.size() - i - 1;
        if (seen)
            return fail("two-starred-targets");
        if (i >= 256 || after >= (1u << 16))
            return fail("too-many-targets");
        emit(UnpackEx, static_cast<std::uint32_t>(i | after << 8));
        seen = true;
    }
    if (!seen)
        emit(UnpackSequence, static_cast<std::uint32_t>(targets.size()));
    for (const auto& target : targets) {
        const auto* starred = std::get_if<Starred>(&target->node);
        visit(starred != nullptr ? *starred->value : *target);
    }
}

void Codegen::operator()(const List& node)
{
    if (node.ctx == Context::Store)
        unpack(node.elts);
    else if (node.ctx == Context::Del)
        visit(node.elts);
    else
        displayOf(node.elts, 0, {BuildList, ListAppend, ListExtend, false});
}

void Codegen::operator()(const Tuple& node)
{
    if (node.ctx == Context::Store)
        unpack(node.elts);
    else if (node.ctx == Context::Del)
        visit(node.elts);
    else
        displayOf(node.elts, 0, {BuildList, ListAppend, ListExtend, true});
}

void Codegen::operator()(const ast::Set& node)
{
    displayOf(node.elts, 0, {BuildSet, SetAdd, SetUpdate, false});
}

void Codegen::operator()(const Starred& node)
{
    fail(node.ctx == Context::Store ? "starred-target-alone" : "starred-expression-alone");
}

void Codegen::operator()(const Await&)
{
    unsupported("@await-feature");
}

void Codegen::operator()(const Yield& node)
{
    if (!inFunction())
        return fail("outside-function", {"yield"});
    if (node.value)
        visit(node.value);
    else
        loadNone();
    emit(YieldValue);
    emit(Resume, 1);
}

void Codegen::operator()(const YieldFrom& node)
{
    if (!inFunction())
        return fail("outside-function", {"yield"});
    visit(node.value);
    emit(GetYieldFromIter);
    loadNone();
    const auto start = newBlock();
    const auto exit = newBlock();
    use(start);
    jump(Send, exit);
    emit(YieldValue);
    emit(Resume, 2);
    jump(pseudo::jumpNoInterrupt, start);
    use(exit);
}

void Codegen::operator()(const FormattedValue& node)
{
    visit(node.value);
    std::uint32_t arg = node.conversion == 's'   ? 1
                        : node.conversion == 'r' ? 2
                        : node.conversion == 'a' ? 3
                                                 : 0;
    if (node.formatSpec) {
        visit(node.formatSpec);
        arg |= 4;
    }
    emit(FormatValue, arg);
}

void Codegen::operator()(const JoinedStr& node)
{
    const auto count = static_cast<std::uint32_t>(node.values.size());
    if (count > stackGuideline) {
        loadConst(Const{std::string()});
        emitName(LoadMethod, "join");
        emit(BuildList, 0);
        for (const auto& value : node.values) {
            visit(value);
            emit(ListAppend, 1);
        }
        return emit(Call, 1);
    }
    visit(node.values);
    if (count != 1)
        emit(BuildString, count);
}

/// An attribute on another line than its object's start is blamed on the line with its name.
void Codegen::atAttribute(const Span& span, const std::string& attribute)
{
    if (m_unit->span.line == span.endLine)
        return;
    const int length = static_cast<int>(attribute.size());
    const int endLine = std::max(m_unit->span.endLine, span.endLine);
    at({span.endLine, span.endColumn - length, endLine, m_unit->span.endColumn});
}

void Codegen::operator()(const Attribute& node)
{
    visit(node.value);
    atAttribute(m_unit->span, node.attr);
    if (node.attr == "__debug__" && node.ctx != Context::Load)
        return fail("assign-to-debug", {node.ctx == Context::Store ? "assign to" : "delete"});
    emitName(node.ctx == Context::Load    ? LoadAttr
             : node.ctx == Context::Store ? StoreAttr
                                          : DeleteAttr,
             node.attr);
}

void Codegen::operator()(const Subscript& node)
{
    visit(node.value);
    visit(node.slice);
    emit(node.ctx == Context::Load ? BinarySubscr : node.ctx == Context::Store ? StoreSubscr : DeleteSubscr);
}

void Codegen::operator()(const Slice& node)
{
    for (const auto* bound : {&node.lower, &node.upper}) {
        if (*bound)
            visit(*bound);
        else
            loadNone();
    }
    if (node.step)
        visit(node.step);
    emit(BuildSlice, node.step ? 3 : 2);
}

} // namespace il::script::compiler
