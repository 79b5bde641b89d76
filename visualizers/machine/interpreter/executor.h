// The interpreter's inside: one Executor lives for one run() of one thread.
#pragma once

#include "machine/builtins/operators.h"
#include "machine/builtins/values.h"
#include "machine/interpreter/attributes.h"
#include "machine/interpreter/interpreter.h"

namespace il::machine {

class Executor {
public:
    Executor(Context& context, const Quantum& quantum)
        : m_context(context), m_image(context.image), m_heap(context.heap), m_thread(context.thread),
          m_quantum(quantum)
    {
    }
    Outcome run();
    void startMain(const std::string& main);
    std::optional<Outcome> interrupt(Value handler, int signal, bool again);
    void startCall(Value function, std::vector<Value> arguments, Value keywords);

private:
    using Code = LinkedCode;
    using Instr = LinkedInstruction;

    // Every helper that may leave the current frame returns true to go on, false when the run ends
    // (m_outcome). Frame::pc and Frame::top must be up to date when one is called, and are when it returns.

    template <bool traced>
    bool loop();
    bool stop(Outcome::Kind kind, Value value = {});
    Frame& frame() { return m_thread.frames.back(); }
    const Code& codeOf(const Frame& f) const { return m_image.code(f.code); }
    bool inPrelude() { return codeOf(frame()).origin == Origin::Prelude; }

    // The operand stack of the top frame.
    void push(Value value) { m_thread.stack[frame().top++] = value; }
    Value pop() { return m_thread.stack[--frame().top]; }
    Value& top(std::uint32_t depth = 1) { return m_thread.stack[frame().top - depth]; }
    std::vector<Value> popMany(std::uint32_t count);

    // calls.cpp
    bool invoke(Value callable, std::span<const Value> arguments, std::span<const Value> keywords,
                Continuation then);
    bool invoke(Value callable, std::initializer_list<Value> arguments, Continuation then = {})
    {
        return invoke(callable, std::span(arguments.begin(), arguments.size()), {}, then);
    }
    bool invokePrelude(const char* name, std::span<const Value> arguments, std::span<const Value> keywords,
                       Continuation then);
    bool invokeNative(std::uint32_t index, std::span<const Value> arguments, std::span<const Value> keywords,
                      Continuation then);
    bool settle(NativeResult& result, std::span<const Value> arguments, std::span<const Value> keywords,
                Continuation then);
    bool instantiate(Value cls, std::span<const Value> arguments, std::span<const Value> keywords,
                     Continuation then);
    bool initialize(Value instance, std::span<const Value> arguments, std::span<const Value> keywords);
    bool pushFunction(Value function, std::span<const Value> arguments, std::span<const Value> keywords,
                      Continuation then);
    bool pushFrame(const Function& function, Handle handle, Continuation then, std::uint32_t base);
    bool bindArguments(const Function& function, std::span<const Value> arguments,
                       std::span<const Value> keywords, std::vector<Value>& locals);
    void reserveStack(std::size_t size);
    bool callInstruction(std::uint32_t count, Value keywordNames);
    bool callExpanded(bool withKeywords);
    bool buildClass(std::span<const Value> arguments, std::span<const Value> keywords, Continuation then);
    bool classBodyDone(Value cell);

    // completion.cpp
    bool complete(Continuation then, Value value);
    bool leaveFrame(Value result);
    void popFrame();

    // unwinding.cpp
    bool raiseError(Builtin cls, std::string_view text);
    bool raiseValue(Value exception);
    bool unwind(Value exception, bool addTrace);
    bool fail(Continuation then, Value exception, bool addTrace); ///< a call with that continuation raised
    bool die(Value exception);
    bool raiseInstruction(std::uint32_t arg);
    bool normalizeException(Value& exception);
    bool checkMatch(Value exception, Value classes, bool& result);
    bool isStopIteration(Value exception) const;

    // generators.cpp
    bool makeGenerator();
    bool resumeGenerator(Handle generator, Value sent, Continuation then);
    bool throwInto(Handle generator, Value exception, Continuation then);
    bool closeGenerator(Handle generator, Continuation then);
    bool yieldValue(Value value);
    bool enterGenerator(Handle generator, Continuation then);

    // operations.cpp
    bool binary(std::uint32_t kind, std::uint32_t stage);
    bool compareInstruction(std::uint32_t op, std::uint32_t stage);
    bool unary(script::Opcode op);
    bool contains(bool inverted);
    bool subscriptInstruction();
    bool storeSubscriptInstruction();
    bool deleteSubscriptInstruction();
    bool getIterator();
    bool forIter(std::uint32_t target);
    bool exhausted(std::uint32_t target);
    bool sendInstruction(std::uint32_t target);
    bool formatInstruction(std::uint32_t arg);
    bool unpackSequence(std::uint32_t count);
    bool unpackEx(std::uint32_t arg);
    bool extend(script::Opcode op, std::uint32_t depth);
    bool
    needTruth(); ///< the top of the stack isn't a plain value: find its truth, then run the instruction again
    bool jumpOnPythonTruth(bool jumpIfTrue, std::uint32_t target);
    bool buildMap(std::uint32_t count, bool constKeys);
    bool buildSet(std::uint32_t count);
    bool mapAdd(std::uint32_t depth);

    // names.cpp
    bool loadAttribute(Value name, bool method);
    bool storeAttributeInstruction(Value name, bool remove);
    bool loadName(Value name);
    Value findGlobal(Value name); ///< Null when there is none
    bool nameError(Value name);
    bool deleteName(Handle dict, Value name);
    bool importName(Value name);
    bool importFrom(Value name);
    bool importNow(Value name, Continuation then);
    bool importStar();
    bool importModule(const std::string& name, Value& module, bool& started);
    void fillNativeModule(const NativeModule& native, Handle dict);
    void startModule(std::uint32_t program, Handle dict, Continuation then);
    bool makeFunction(std::uint32_t flags);
    bool unboundLocal(std::uint32_t slot);
    bool unboundCell(std::uint32_t slot);
    bool withInstruction();
    bool withExceptStart();

    // paging.cpp
    void touchPages(const LinkedInstruction& instruction, const Value* sp);
    void touchArguments(std::span<const Value> arguments);

    bool collectIfDue();
    bool isUnnamed(Value value, const LinkedCode& code) const;
    void recordLine(const Instr& instruction);

    Context& m_context;
    const Image& m_image;
    Heap& m_heap;
    ThreadContext& m_thread;
    const Quantum& m_quantum;
    Outcome m_outcome;
    std::int64_t m_budget = 0;
    bool m_called = false; ///< a call into C code has just been completed: look at the breaker
};

constexpr std::uint32_t recursionLimit = 1000;

} // namespace il::machine
