// The loop: one switch over the instructions.
#include "machine/interpreter/executor.h"

#include "machine/builtins/iteration.h"

#include <algorithm>

namespace il::machine {

using script::BinaryKind;
using script::Opcode;

namespace {

constexpr std::int64_t preludeDiscount =
    4; ///< an instruction of the prelude stands for a few of the processor's

/// int op int, float op float without calls; false when the general way must be taken.
bool fastBinary(std::uint32_t kind, Value a, Value b, Value& result)
{
    const auto plain = static_cast<BinaryKind>(kind >= script::inPlace ? kind - script::inPlace : kind);
    std::int64_t number = 0;
    if (a.isInt() && b.isInt()) {
        switch (plain) {
        case BinaryKind::Add:
            if (__builtin_add_overflow(a.bits, b.bits, &number))
                return false;
            break;
        case BinaryKind::Subtract:
            if (__builtin_sub_overflow(a.bits, b.bits, &number))
                return false;
            break;
        case BinaryKind::Multiply:
            if (__builtin_mul_overflow(a.bits, b.bits, &number))
                return false;
            break;
        case BinaryKind::And:
            number = a.bits & b.bits;
            break;
        case BinaryKind::Remainder:
            if (b.bits <= 0)
                return false;
            number = floorModulo(a.bits, b.bits);
            break;
        default:
            return false;
        }
        result = Value::of(number);
        return true;
    }
    if (!a.isFloat() || !b.isFloat())
        return false;
    switch (plain) {
    case BinaryKind::Add:
        result = Value::of(a.asFloat() + b.asFloat());
        return true;
    case BinaryKind::Subtract:
        result = Value::of(a.asFloat() - b.asFloat());
        return true;
    case BinaryKind::Multiply:
        result = Value::of(a.asFloat() * b.asFloat());
        return true;
    default:
        return false;
    }
}

template <class Number>
bool compareNumbers(std::uint32_t op, Number a, Number b)
{
    switch (op) {
    case 0:
        return a < b;
    case 1:
        return a <= b;
    case 2:
        return a == b;
    case 3:
        return a != b;
    case 4:
        return a > b;
    default:
        return a >= b;
    }
}

bool touchesShared(const LinkedInstruction& instruction)
{
    switch (instruction.op) {
    case Opcode::LoadGlobal:
    case Opcode::StoreGlobal:
    case Opcode::DeleteGlobal:
    case Opcode::LoadName:
    case Opcode::StoreName:
        return (instruction.flags & linked::tracked) != 0;
    case Opcode::LoadAttr:
    case Opcode::StoreAttr:
    case Opcode::DeleteAttr:
    case Opcode::BinarySubscr:
    case Opcode::StoreSubscr:
    case Opcode::DeleteSubscr:
    case Opcode::LoadDeref:
    case Opcode::StoreDeref:
    case Opcode::Call:
    case Opcode::CallFunctionEx:
    case Opcode::BeforeWith:
    case Opcode::ForIter:
    case Opcode::ContainsOp:
    case Opcode::GetIter:
        return true;
    default:
        return false;
    }
}

} // namespace

bool Executor::stop(Outcome::Kind kind, Value value)
{
    m_outcome.kind = kind;
    m_outcome.value = value;
    return false;
}

bool Executor::collectIfDue()
{
    if (!m_heap.wantsCollection())
        return true;
    collectGarbage(m_context);
    return m_heap.bytesUsed() <= m_quantum.heapBytes || stop(Outcome::Kind::OutOfMemory);
}

void Executor::recordLine(const LinkedInstruction& instruction)
{
    m_thread.line = instruction.line;
    m_thread.lineCode = frame().code;
    m_context.recorder->line(m_context, frame().code, instruction.line);
}

/// Whether a run without a trace has to note what the script calls it.
bool Executor::isUnnamed(Value value, const LinkedCode& code) const
{
    return value.isRef() && code.origin == Origin::User && m_context.recorder != nullptr &&
           m_heap[value.asRef()].name == 0;
}

Outcome Executor::run()
{
    m_heap.setByteLimit(m_quantum.heapBytes);
    m_budget = m_quantum.instructions;
    bool goOn = true;
    if (!m_thread.raising.isNull()) {
        const Value exception = m_thread.raising;
        m_thread.raising = Value{};
        goOn = fail(m_thread.pending, exception, true);
    } else if (m_thread.completing) {
        const Value result = m_thread.result;
        m_thread.completing = false;
        m_thread.result = Value{};
        goOn = complete(m_thread.pending, result);
    }
    if (goOn)
        m_context.recorder != nullptr && !m_context.recorder->namesOnly() ? loop<true>() : loop<false>();
    m_outcome.instructions = m_quantum.instructions - m_budget;
    return m_outcome;
}

// Locals of loop() shadow the frame's fields; SAVE writes them back, LOAD reads them again.
#define IL_SAVE()                                                                                            \
    do {                                                                                                     \
        f->pc = static_cast<std::uint32_t>(ip - code->instructions.data());                                  \
        f->top = static_cast<std::uint32_t>(sp - m_thread.stack.data());                                     \
        m_context.now.ns = now;                                                                              \
    } while (false)
#define IL_LOAD()                                                                                            \
    do {                                                                                                     \
        f = &m_thread.frames.back();                                                                         \
        code = &m_image.code(f->code);                                                                       \
        ip = code->instructions.data() + f->pc;                                                              \
        locals = m_thread.stack.data() + f->base;                                                            \
        sp = m_thread.stack.data() + f->top;                                                                 \
        now = m_context.now.ns;                                                                              \
        hidden = code->origin == Origin::Prelude;                                                            \
        cost = hidden ? preludeCost : fullCost;                                                              \
    } while (false)
#define IL_HELP(call)                                                                                        \
    do {                                                                                                     \
        IL_SAVE();                                                                                           \
        if (!(call))                                                                                         \
            return false;                                                                                    \
        IL_LOAD();                                                                                           \
    } while (false)

template <bool traced>
bool Executor::loop()
{
    Frame* f = nullptr;
    const Code* code = nullptr;
    const Instr* ip = nullptr;
    Value* locals = nullptr;
    Value* sp = nullptr;
    std::int64_t now = 0;
    bool hidden = false;
    const std::int64_t fullCost = m_quantum.instructionCost.ns;
    const std::int64_t preludeCost = std::max<std::int64_t>(fullCost / preludeDiscount, 1);
    std::int64_t cost = fullCost;
    const std::int64_t until = m_quantum.until.ns;
    const std::int64_t breakerAt = m_quantum.breakerAt.ns;
    const bool everyInstruction = m_quantum.everyInstruction;
    const bool stopAtShared = m_quantum.stopAtShared;
    Value keywordNames;
    IL_LOAD();

    while (true) {
        const bool split = keywordNames.isNull(); // KW_NAMES and its CALL are one
        if (now >= until && split) {
            IL_SAVE();
            return stop(Outcome::Kind::Time);
        }
        if (m_budget <= 0 && !hidden && split) {
            IL_SAVE();
            return stop(Outcome::Kind::Budget);
        }
        const Instr& instruction = *ip;
        if (!hidden && m_budget != m_quantum.instructions && split) {
            if (everyInstruction && now >= breakerAt) {
                IL_SAVE();
                return stop(Outcome::Kind::Breaker);
            }
            if (stopAtShared && touchesShared(instruction)) {
                IL_SAVE();
                return stop(Outcome::Kind::Shared);
            }
        }
        now += cost; // what an instruction does, it does at its end
        if constexpr (traced) {
            if (instruction.line != 0 &&
                (instruction.line != m_thread.line || f->code != m_thread.lineCode)) {
                IL_SAVE();
                recordLine(instruction);
            }
            if (m_context.memory.pages.any()) {
                m_context.now.ns = now;
                touchPages(instruction, sp);
            }
            if (m_context.recorder->instructions && code->origin == Origin::User) {
                IL_SAVE();
                m_context.recorder->instruction(m_context, f->code, f->pc);
            }
        }
        --m_budget;
        const std::uint32_t arg = instruction.arg;
        ++ip;
        switch (instruction.op) {
        case Opcode::Nop:
            break;
        case Opcode::Resume:
            IL_HELP(collectIfDue());
            if (arg < 2 && !hidden && now >= breakerAt)
                goto atBreaker;
            break;
        case Opcode::PopTop:
            --sp;
            break;
        case Opcode::Copy:
            *sp = sp[-static_cast<std::ptrdiff_t>(arg)];
            ++sp;
            break;
        case Opcode::Swap:
            std::swap(sp[-1], sp[-static_cast<std::ptrdiff_t>(arg)]);
            break;
        case Opcode::PushNull:
            *sp++ = Value{};
            break;
        case Opcode::LoadConst:
            *sp++ = code->consts[arg];
            break;
        case Opcode::LoadFast: {
            const Value value = locals[arg];
            if (value.isNull()) [[unlikely]] {
                IL_HELP(unboundLocal(arg));
                break;
            }
            *sp++ = value;
            break;
        }
        case Opcode::StoreFast:
            locals[arg] = *--sp;
            if constexpr (traced) {
                if (code->origin == Origin::User) {
                    m_context.now.ns = now;
                    if ((instruction.flags & linked::derived) != 0)
                        m_context.recorder->local(m_context, f->code, arg, *sp);
                    if (sp->isRef() && code->code->varnames[arg] != "self")
                        m_context.recorder->bound(m_context, *sp, code->code->varnames[arg]);
                }
            } else if (isUnnamed(*sp, *code) && code->code->varnames[arg] != "self") {
                m_context.recorder->bound(m_context, *sp, code->code->varnames[arg]);
            }
            break;
        case Opcode::DeleteFast:
            if (locals[arg].isNull()) {
                IL_HELP(unboundLocal(arg));
                break;
            }
            locals[arg] = Value{};
            break;
        case Opcode::LoadGlobal: {
            const std::uint32_t index = arg >> 1;
            const Value name = code->names[index];
            Table& globals = m_heap.as<Dict>(f->globals).table;
            const std::uint32_t hint = code->hints[index].load(std::memory_order_relaxed);
            Value value;
            if (hint < globals.entries().size() && globals.at(hint).key == name)
                value = globals.at(hint).value;
            else {
                const auto same = [&](Value key) { return key == name; };
                const std::uint32_t at = globals.find(code->nameHashes[index], same);
                if (at != Table::npos) {
                    code->hints[index].store(at, std::memory_order_relaxed);
                    value = globals.at(at).value;
                } else {
                    const Table& builtins = m_heap.as<Dict>(m_context.memory.builtins).table;
                    if (hint < builtins.entries().size() && builtins.at(hint).key == name)
                        value = builtins.at(hint).value;
                    else if (const std::uint32_t in = builtins.find(code->nameHashes[index], same);
                             in != Table::npos) {
                        code->hints[index].store(in, std::memory_order_relaxed);
                        value = builtins.at(in).value;
                    } else {
                        IL_SAVE();
                        value = findGlobal(name);
                        if (value.isNull()) {
                            IL_HELP(nameError(name));
                            break;
                        }
                    }
                }
            }
            if ((arg & 1) != 0)
                *sp++ = Value{};
            *sp++ = value;
            if constexpr (traced) {
                if ((instruction.flags & linked::tracked) != 0) {
                    m_context.now.ns = now;
                    m_context.recorder->global(m_context, f->globals, name, value, false);
                }
            }
            break;
        }
        case Opcode::StoreGlobal: {
            const Value name = code->names[arg];
            const Value value = *--sp;
            Table& globals = m_heap.as<Dict>(f->globals).table;
            const std::uint32_t hint = code->hints[arg].load(std::memory_order_relaxed);
            if (hint < globals.entries().size() && globals.at(hint).key == name)
                globals.at(hint).value = value;
            else
                setItem(m_heap, globals, name, value);
            if constexpr (traced) {
                if ((instruction.flags & linked::tracked) != 0) {
                    m_context.now.ns = now;
                    m_context.recorder->global(m_context, f->globals, name, value, true);
                }
                if (value.isRef() && code->origin == Origin::User)
                    m_context.recorder->bound(m_context, value, code->code->names[arg]);
            } else if (isUnnamed(value, *code)) {
                m_context.recorder->bound(m_context, value, code->code->names[arg]);
            }
            break;
        }
        case Opcode::DeleteGlobal:
            IL_HELP(deleteName(frame().globals, codeOf(frame()).names[arg]));
            break;
        case Opcode::LoadName:
            IL_HELP(loadName(codeOf(frame()).names[arg]));
            if constexpr (traced) {
                if ((instruction.flags & linked::tracked) != 0 && f->locals == f->globals)
                    m_context.recorder->global(m_context, f->globals, code->names[arg], sp[-1], false);
            }
            break;
        case Opcode::StoreName: {
            Value value = *--sp;
            if ((instruction.flags & linked::parameter) != 0)
                value = m_image.parameter(code->names[arg]);
            const Handle names = f->locals != 0 ? f->locals : f->globals;
            setItem(m_heap, m_heap.as<Dict>(names).table, code->names[arg], value);
            if constexpr (traced) {
                if (code->origin == Origin::User && names == f->globals) {
                    m_context.now.ns = now;
                    if (value.isRef())
                        m_context.recorder->bound(m_context, value, code->code->names[arg]);
                    if ((instruction.flags & linked::tracked) != 0)
                        m_context.recorder->global(m_context, f->globals, code->names[arg], value, true);
                }
            } else if (names == f->globals && isUnnamed(value, *code)) {
                m_context.recorder->bound(m_context, value, code->code->names[arg]);
            }
            break;
        }
        case Opcode::DeleteName:
            IL_HELP(deleteName(frame().locals != 0 ? frame().locals : frame().globals,
                               codeOf(frame()).names[arg]));
            break;
        case Opcode::LoadDeref: {
            const Value value = m_heap.get<Cell>(locals[code->locals + arg])->value;
            if (value.isNull()) {
                IL_HELP(unboundCell(arg));
                break;
            }
            *sp++ = value;
            break;
        }
        case Opcode::StoreDeref:
            m_heap.get<Cell>(locals[code->locals + arg])->value = *--sp;
            if constexpr (traced) {
                if (code->origin == Origin::User && sp->isRef() && arg < code->code->cellvars.size())
                    m_context.recorder->bound(m_context, *sp, code->code->cellvars[arg]);
            } else if (isUnnamed(*sp, *code) && arg < code->code->cellvars.size()) {
                m_context.recorder->bound(m_context, *sp, code->code->cellvars[arg]);
            }
            break;
        case Opcode::DeleteDeref:
            m_heap.get<Cell>(locals[code->locals + arg])->value = Value{};
            break;
        case Opcode::LoadClassDeref: {
            const std::size_t own = code->code->cellvars.size();
            const Value name =
                m_heap.intern(arg < own ? code->code->cellvars[arg] : code->code->freevars[arg - own]);
            Value value;
            if (f->locals != 0)
                value = getItem(m_heap, m_heap.as<Dict>(f->locals).table, name);
            if (value.isNull())
                value = m_heap.get<Cell>(locals[code->locals + arg])->value;
            if (value.isNull()) {
                IL_HELP(unboundCell(arg));
                break;
            }
            *sp++ = value;
            break;
        }
        case Opcode::LoadClosure:
            *sp++ = locals[code->locals + arg];
            break;
        case Opcode::LoadAttr:
            IL_HELP(loadAttribute(codeOf(frame()).names[arg], false));
            break;
        case Opcode::LoadMethod:
            IL_HELP(loadAttribute(codeOf(frame()).names[arg], true));
            break;
        case Opcode::StoreAttr:
            IL_HELP(storeAttributeInstruction(codeOf(frame()).names[arg], false));
            break;
        case Opcode::DeleteAttr:
            IL_HELP(storeAttributeInstruction(codeOf(frame()).names[arg], true));
            break;
        case Opcode::KwNames:
            keywordNames = code->consts[arg];
            break;
        case Opcode::Call: {
            const Value names = keywordNames;
            keywordNames = Value{};
            IL_HELP(callInstruction(arg, names));
            goto afterCall;
        }
        case Opcode::CallFunctionEx:
            IL_HELP(callExpanded((arg & 1) != 0));
            goto afterCall;
        case Opcode::BinaryOp: {
            Value result;
            if (fastBinary(arg, sp[-2], sp[-1], result)) {
                --sp;
                sp[-1] = result;
                break;
            }
            IL_HELP(binary(arg, 0));
            break;
        }
        case Opcode::UnaryNegative:
        case Opcode::UnaryPositive:
        case Opcode::UnaryInvert:
            IL_HELP(unary(instruction.op));
            break;
        case Opcode::UnaryNot:
            if (sp[-1].isBool()) {
                sp[-1] = Value::of(!sp[-1].asBool());
                break;
            }
            IL_HELP(needTruth());
            break;
        case Opcode::CompareOp: {
            const Value a = sp[-2];
            const Value b = sp[-1];
            if (a.isInt() && b.isInt()) {
                --sp;
                sp[-1] = Value::of(compareNumbers(arg, a.bits, b.bits));
                break;
            }
            if (a.isFloat() && b.isFloat()) {
                --sp;
                sp[-1] = Value::of(compareNumbers(arg, a.asFloat(), b.asFloat()));
                break;
            }
            IL_HELP(compareInstruction(arg, 1));
            break;
        }
        case Opcode::IsOp:
            --sp;
            sp[-1] = Value::of((sp[-1] == sp[0]) != (arg != 0));
            break;
        case Opcode::ContainsOp:
            IL_HELP(contains(arg != 0));
            break;
        case Opcode::BinarySubscr:
            IL_HELP(subscriptInstruction());
            break;
        case Opcode::StoreSubscr:
            IL_HELP(storeSubscriptInstruction());
            break;
        case Opcode::DeleteSubscr:
            IL_HELP(deleteSubscriptInstruction());
            break;
        case Opcode::BuildSlice: {
            const Value step = arg == 3 ? *--sp : Value::none();
            sp -= 2;
            const Value slice = Value::ref(m_heap.allocate(Builtin::Slice, Slice{sp[0], sp[1], step}));
            *sp++ = slice;
            break;
        }
        case Opcode::BuildTuple: {
            sp -= arg;
            const Value tuple = m_heap.tuple({sp, sp + arg});
            *sp++ = tuple;
            break;
        }
        case Opcode::BuildList: {
            sp -= arg;
            const Value list = m_heap.list({sp, sp + arg});
            *sp++ = list;
            break;
        }
        case Opcode::BuildSet:
            IL_HELP(buildSet(arg));
            break;
        case Opcode::BuildMap:
            IL_HELP(buildMap(arg, false));
            break;
        case Opcode::BuildConstKeyMap:
            IL_HELP(buildMap(arg, true));
            break;
        case Opcode::BuildString: {
            std::string text;
            sp -= arg;
            for (std::uint32_t i = 0; i < arg; ++i)
                text += m_heap.get<Str>(sp[i])->text;
            *sp++ = m_heap.str(text);
            break;
        }
        case Opcode::FormatValue:
            IL_HELP(formatInstruction(arg));
            break;
        case Opcode::ListAppend: {
            const Value item = *--sp;
            m_heap.get<List>(sp[-static_cast<std::ptrdiff_t>(arg)])->items.push_back(item);
            m_heap.grew(sizeof(Value));
            break;
        }
        case Opcode::SetAdd: {
            const Value item = *--sp;
            Table& table = m_heap.get<Set>(sp[-static_cast<std::ptrdiff_t>(arg)])->table;
            const Found found = find(m_heap, table, item);
            if (found.hash.kind == Hash::Kind::Unhashable) {
                const std::string text = "unhashable type: '" + className(m_heap, found.hash.cls) + "'";
                IL_HELP(raiseError(Builtin::TypeError, text));
                break;
            }
            store(m_heap, table, found, item, Value{});
            break;
        }
        case Opcode::MapAdd:
            IL_HELP(mapAdd(arg));
            break;
        case Opcode::ListExtend:
        case Opcode::SetUpdate:
        case Opcode::DictUpdate:
        case Opcode::DictMerge:
            IL_HELP(extend(instruction.op, arg));
            break;
        case Opcode::ListToTuple: {
            const Value tuple = m_heap.tuple(m_heap.get<List>(sp[-1])->items);
            sp[-1] = tuple;
            break;
        }
        case Opcode::UnpackSequence: {
            if (const auto* tuple = m_heap.get<Tuple>(sp[-1]);
                tuple != nullptr && tuple->items.size() == arg) {
                --sp;
                for (std::size_t i = arg; i-- > 0;)
                    *sp++ = tuple->items[i];
                break;
            }
            IL_HELP(unpackSequence(arg));
            break;
        }
        case Opcode::UnpackEx:
            IL_HELP(unpackEx(arg));
            break;
        case Opcode::JumpForward:
            ip = code->instructions.data() + arg;
            break;
        case Opcode::JumpBackward:
            ip = code->instructions.data() + arg;
            if constexpr (traced)
                m_thread.line = 0; // a loop's line starts again even if it is the only one
            goto backward;
        case Opcode::JumpBackwardNoInterrupt:
            ip = code->instructions.data() + arg;
            break;
        case Opcode::PopJumpForwardIfFalse:
        case Opcode::PopJumpForwardIfTrue: {
            if (!sp[-1].isBool()) {
                IL_HELP(needTruth());
                break;
            }
            if ((--sp)->asBool() == (instruction.op == Opcode::PopJumpForwardIfTrue))
                ip = code->instructions.data() + arg;
            break;
        }
        case Opcode::PopJumpForwardIfNone:
        case Opcode::PopJumpForwardIfNotNone:
            if ((--sp)->isNone() == (instruction.op == Opcode::PopJumpForwardIfNone))
                ip = code->instructions.data() + arg;
            break;
        case Opcode::PopJumpBackwardIfFalse:
        case Opcode::PopJumpBackwardIfTrue: {
            if (!sp[-1].isBool()) {
                IL_HELP(needTruth());
                break;
            }
            if ((--sp)->asBool() != (instruction.op == Opcode::PopJumpBackwardIfTrue))
                break;
            ip = code->instructions.data() + arg;
            if constexpr (traced)
                m_thread.line = 0;
            goto backward;
        }
        case Opcode::PopJumpBackwardIfNone:
        case Opcode::PopJumpBackwardIfNotNone:
            if ((--sp)->isNone() != (instruction.op == Opcode::PopJumpBackwardIfNone))
                break;
            ip = code->instructions.data() + arg;
            goto backward;
        case Opcode::JumpIfFalseOrPop:
        case Opcode::JumpIfTrueOrPop: {
            // The value itself stays when the jump is taken, so its truth must not replace it.
            const Answer yes = sp[-1].isBool() ? answer(sp[-1].asBool()) : truth(m_heap, sp[-1]);
            if (yes == Answer::NeedsPython) {
                IL_HELP(jumpOnPythonTruth(instruction.op == Opcode::JumpIfTrueOrPop, arg));
                break;
            }
            if ((yes == Answer::Yes) == (instruction.op == Opcode::JumpIfTrueOrPop))
                ip = code->instructions.data() + arg;
            else
                --sp;
            break;
        }
        case Opcode::GetIter:
            IL_HELP(getIterator());
            break;
        case Opcode::ForIter: {
            if (auto* iterator = m_heap.get<Iterator>(sp[-1])) {
                if (iterator->kind == Iterator::Kind::Range && iterator->stop > 0) {
                    *sp++ = Value::of(iterator->position);
                    if (--iterator->stop > 0)
                        iterator->position += iterator->step;
                    break;
                }
            }
            IL_HELP(forIter(arg));
            break;
        }
        case Opcode::MakeFunction:
            IL_HELP(makeFunction(arg));
            break;
        case Opcode::LoadBuildClass:
            *sp++ = m_image.findNative("builtins", "__build_class__");
            break;
        case Opcode::ReturnValue: {
            const Value result = *--sp;
            m_called = false;
            IL_HELP(leaveFrame(result));
            if constexpr (traced)
                m_thread.line = 0;
            goto afterCall;
        }
        case Opcode::ReturnGenerator:
            IL_HELP(makeGenerator());
            break;
        case Opcode::YieldValue: {
            const Value value = *--sp;
            IL_HELP(yieldValue(value));
            if constexpr (traced)
                m_thread.line = 0;
            break;
        }
        case Opcode::GetYieldFromIter:
            if (m_heap.get<Generator>(sp[-1]) == nullptr)
                IL_HELP(getIterator());
            break;
        case Opcode::Send:
            IL_HELP(sendInstruction(arg));
            break;
        case Opcode::ImportName:
            IL_HELP(importName(codeOf(frame()).names[arg]));
            break;
        case Opcode::ImportFrom:
            IL_HELP(importFrom(codeOf(frame()).names[arg]));
            break;
        case Opcode::ImportStar:
            IL_HELP(importStar());
            break;
        case Opcode::BeforeWith:
            m_called = false;
            IL_HELP(withInstruction());
            goto afterCall;
        case Opcode::WithExceptStart:
            IL_HELP(withExceptStart());
            break;
        case Opcode::PushExcInfo: {
            const Value exception = sp[-1];
            sp[-1] = m_thread.handled;
            *sp++ = exception;
            m_thread.handled = exception;
            break;
        }
        case Opcode::PopExcept:
            m_thread.handled = *--sp;
            break;
        case Opcode::CheckExcMatch: {
            const Value classes = *--sp;
            bool matches = false;
            if (!checkMatch(sp[-1], classes, matches)) {
                IL_HELP(raiseError(Builtin::TypeError,
                                   "catching classes that do not inherit from BaseException is not allowed"));
                break;
            }
            *sp++ = Value::of(matches);
            break;
        }
        case Opcode::Reraise: {
            const Value exception = *--sp;
            IL_HELP(unwind(exception, false));
            break;
        }
        case Opcode::RaiseVarargs:
            IL_HELP(raiseInstruction(arg));
            break;
        case Opcode::LoadAssertionError:
            *sp++ = classValue(Builtin::AssertionError);
            break;
        case Opcode::GetLen:
            *sp = Value::of(nativeLength(m_heap, sp[-1]));
            ++sp;
            break;
        case Opcode::SetupAnnotations:
            setItem(m_heap, m_heap.as<Dict>(f->locals != 0 ? f->locals : f->globals).table,
                    nameValue(Name::annotations), m_heap.dict());
            break;
        }
        continue;

    afterCall:
        if (m_called) {
            m_called = false;
            if (!hidden && now >= breakerAt)
                goto atBreaker;
        }
        continue;

    backward:
        if (m_heap.wantsCollection())
            IL_HELP(collectIfDue());
        if (hidden || now < breakerAt)
            continue;

    atBreaker:
        IL_SAVE();
        return stop(Outcome::Kind::Breaker);
    }
}

#undef IL_SAVE
#undef IL_LOAD
#undef IL_HELP

/// `a and b`, `a or b` where a's truth is Python's business.
bool Executor::jumpOnPythonTruth(bool jumpIfTrue, std::uint32_t target)
{
    // The prelude finds the truth of the value; a bool pushed on top of it is then acted upon by the pair
    // (POP_JUMP, POP_TOP) that the instruction stands for: here both branches are prepared as one call.
    const Value value = top();
    const Value method = pythonMethod(m_heap, value, Name::bool_);
    const Value function = method.isNull() ? pythonMethod(m_heap, value, Name::len) : method;
    return invoke(function, {value}, {jumpIfTrue ? Then::JumpIfTrue : Then::JumpIfFalse, target});
}

void Executor::startMain(const std::string& main)
{
    const Value dict = m_heap.dict();
    const Value name = m_heap.intern(main);
    Table& names = m_heap.get<Dict>(dict)->table;
    setItem(m_heap, names, nameValue(Name::name), name);
    setItem(m_heap, names, nameValue(Name::doc), Value::none());
    const auto program = static_cast<std::uint32_t>(m_image.findProgram(main));
    setItem(m_heap, names, nameValue(Name::file), m_heap.str(m_image.program(program).program->file));
    const Value module = Value::ref(m_heap.allocate(Builtin::Module, Module{main, dict.asRef()}));
    setItem(m_heap, m_heap.as<Dict>(m_context.memory.modules).table, name, module);
    startModule(program, dict.asRef(), {Then::Finish, 0});
    const int prelude = m_image.findProgram("_prelude");
    const Handle preludeDict = m_context.memory.prelude;
    if (prelude < 0)
        return;
    setItem(m_heap, m_heap.as<Dict>(preludeDict).table, nameValue(Name::name), m_heap.intern("builtins"));
    startModule(static_cast<std::uint32_t>(prelude), preludeDict, {Then::Drop, 0});
}

std::optional<Outcome> Executor::interrupt(Value handler, int signal, bool again)
{
    const Continuation then{again ? Then::Again : Then::Drop, 0};
    const bool goesOn = invoke(handler, {Value::of(std::int64_t{signal}), Value::none()}, then);
    return goesOn ? std::nullopt : std::optional(m_outcome);
}

void Executor::startCall(Value function, std::vector<Value> arguments, Value keywords)
{
    const Value start =
        getItem(m_heap, m_heap.as<Dict>(m_context.memory.prelude).table, m_heap.intern("_start"));
    const std::vector<Value> bundle = {function, m_heap.tuple(std::move(arguments)),
                                       keywords.isNull() ? m_heap.dict() : keywords};
    pushFunction(start, bundle, {}, {Then::Finish, 0});
}

} // namespace il::machine
