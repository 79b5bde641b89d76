// What a Python thread is doing: its frames and their values. Values, copyable, without pointers.
#pragma once

#include "machine/heap/heap.h"
#include "trace/time.h"

#include <cstdint>
#include <vector>

namespace il::machine {

/// What becomes of a call's result. The caller's frame is on top again when it is used.
enum class Then : std::uint8_t {
    Push,       ///< the usual
    Discard,    ///< __init__: must be None; the instance is on the stack already
    Retry,      ///< truth value: replaces the top of the stack as a bool; the instruction is run again
    JumpIfTrue, ///< truth of the value on top: jump to data and keep it, or pop it
    JumpIfFalse,
    Contains, ///< as a bool, inverted if data is 1
    Binary,   ///< a special method of a binary operator: NotImplemented tries the next candidate
    ForIter,  ///< StopIteration ends the loop: data = where
    Send,     ///< StopIteration ends the delegation: data = where
    Import,   ///< a module's body (data: handle of its name): run the import again, or forget the module
    Build,    ///< a class body has run
    Text,     ///< must be str (__str__, __repr__, __format__)
    Drop,     ///< result is not wanted (a property's setter, __setitem__)
    Finish,   ///< bottom frame: the thread is done
    Instance, ///< __new__: arguments, keywords and class are on the stack; run __init__ if it is an instance
    GetAttribute, ///< owner and name are on the stack; AttributeError falls back to __getattr__
    Close,        ///< generator.close(): GeneratorExit and StopIteration are the normal end
    Again,        ///< a signal's handler: the wait that it interrupted goes on
};
struct Continuation {
    Then then = Then::Push;
    std::uint32_t data = 0;
};

struct Frame {
    std::uint32_t code = 0; ///< index into Image::codes
    std::uint32_t pc = 0;   ///< the next instruction; while a call is under way, the one after the call
    std::uint32_t base = 0; ///< of its locals in ThreadContext::stack; cells follow, then the operand stack
    std::uint32_t top = 0;  ///< one past its operand stack
    Handle function = 0;
    Handle globals = 0;
    Handle locals = 0;    ///< module and class bodies: the Dict of names
    Handle generator = 0; ///< the Generator object whose code this is, if any
    Continuation onReturn;
    Value callerHandled; ///< generators: the caller's handled exception
};

/// One Python thread. All of it is state.
struct ThreadContext {
    std::vector<Frame> frames;             ///< outermost first
    std::vector<Value> stack;              ///< of all frames
    Value handled;                         ///< the exception being handled (sys.exc_info), Null when none
    Continuation pending;                  ///< while waiting: what becomes of the native's result
    std::vector<Continuation> interrupted; ///< `pending` of waits that signals' handlers interrupt
    bool waiting = false;                  ///< a native has returned Wait or Burn and isn't completed yet
    bool completing = false; ///< resume() was called: `result` completes the call when the thread runs next
    Value result;
    Value raising;          ///< set by resumeRaising: raised when the thread runs next
    std::uint32_t line = 0; ///< line last recorded; 0 = record the next one
    std::uint32_t lineCode = 0;
};

/// Marks all that a thread refers to.
void markRoots(Marker& marker, const ThreadContext& thread);

} // namespace il::machine
