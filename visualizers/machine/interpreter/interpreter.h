// Executes the instructions of one thread until something happens that is the kernel's business.
#pragma once

#include "machine/interpreter/host.h"
#include "machine/interpreter/image.h"
#include "machine/interpreter/recorder.h"

#include <cstdint>
#include <optional>
#include <string>

namespace il::machine {

/// How far a thread may go.
struct Quantum {
    trace::SimTime until =
        trace::SimTime::never(); ///< stop before the first instruction at or after this time
    trace::SimTime breakerAt =
        trace::SimTime::never();   ///< from then on a switch point ends the run (a request is pending)
    bool everyInstruction = false; ///< versions up to 3.9: every instruction is a switch point
    bool stopAtShared = false;     ///< stop before each instruction that can touch shared data (the explorer)
    std::int64_t instructions = INT64_MAX; ///< stop after so many (2.7's ticks, the step limit)
    trace::SimTime instructionCost = trace::nanoseconds(20);
    std::size_t heapBytes = SIZE_MAX; ///< more ends the run with OutOfMemory
};

struct Outcome {
    enum class Kind : std::uint8_t {
        Time,        ///< `until` reached
        Breaker,     ///< at a switch point with the breaker set
        Budget,      ///< `instructions` used up
        Wait,        ///< a native has parked the thread
        Burn,        ///< wants `duration` of CPU time; resume(None) afterwards
        Done,        ///< the thread's function has returned `value`
        Died,        ///< an uncaught exception: `value`
        OutOfMemory, ///< heapBytes exceeded even after a collection
        Shared,      ///< stopAtShared: before an instruction that can touch shared data
    };
    Kind kind = Kind::Time;
    Value value;
    trace::SimTime duration;
    std::int64_t instructions = 0; ///< executed in this run
};

/// Sets up a fresh thread that will call `function(*arguments, **keywords)`. `keywords`: a Dict or Null.
void start(Context& context, Value function, std::vector<Value> arguments, Value keywords = {});
/// Sets up the main thread of a program: module `__main__` is the script.
void startMain(Context& context, const std::string& module = "__main__");

/// Runs `context.thread`, whose clock is `context.now` (in: when it goes on; out: when it stopped).
/// The thread must not be waiting. At a Breaker stop nothing is lost: the next run goes on behind the switch
/// point.
Outcome run(Context& context, const Quantum& quantum);

/// Completes the call that a waiting thread is in: it returns `result` ...
void resume(Context& context, Value result);
/// ... or raises `exception` (an exception object; see makeException) when the thread runs next.
void resumeRaising(Context& context, Value exception);

/// Between two instructions: calls `handler(signal, None)`. `again`: the call that was waiting before goes on
/// waiting afterwards (its thread stops with Wait). Returns what has happened if the thread can't go on at
/// once.
std::optional<Outcome> interrupt(Context& context, Value handler, int signal, bool again);

/// CPython 3.11's text of a traceback, chained causes included; ends with a newline.
std::string formatException(Context& context, Value exception);
/// "TypeError: text" alone.
std::string exceptionLine(Context& context, Value exception);
/// True when the exception is an instance of that class.
bool isInstance(const Heap& heap, Value value, Builtin cls);
/// Exit status that SystemExit stands for; writes what CPython prints for other arguments to stderr.
int exitStatus(Context& context, Value systemExit);

/// Collects garbage now (gc.collect, tests).
void collectGarbage(Context& context);

} // namespace il::machine
