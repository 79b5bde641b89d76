// Questions to a run, as short expressions: for predictions, captions and command-line checks.
#pragma once

#include "trace/trace.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace il::trace {

/// A figure from a run; times are in nanoseconds and print as "5 ms".
struct Duration {
    std::int64_t ns = 0;
    friend bool operator==(Duration, Duration) = default;
};
using QueryValue = std::variant<std::int64_t, double, bool, Duration, std::string>;

/// Evaluates `expression` at the end of the run; sub-expressions prefixed `now.` at time `now`.
///
///   value(counter)            last value of a shared variable; the text "unset" before the first
///   lost(counter)             updates lost so far        lost            over all variables
///   output  /  contains(output, "text")
///   exit                      exit status                reason          "finished", "deadlock", ...
///   duration  ran(T1)  waited(T1)  waited_gil(T1)        durations; compare with 5ms, 20us, 1.5s.
///                             waited: blocked on locks, conditions, queues, joins, ...
///   gil.holder  gil.switches  gil.forced  gil.lost_wakes  gil.max_hold  gil.median_hold
///                             of finished holds; holder is a thread's name or "nobody"
///   state(T1)                 "running", "wait-gil", "blocked", "io", "sleeping", "ready", "new", "done"
///   holder(lock)  waiters(lock)  acquisitions(lock)  contended(lock)
///   threads                   number of threads
///   processes                 how many were created, the first one included
///   exit_code(p)  signal(p)  process_state(p)  started(p)
///                             of a process: by its name (Process-1), its pid, or its number (1 is the first
///                             child); -9 when signal 9 ended it; "running", "zombie", "reaped"; when it
///                             began
///   workers(pool)  tasks(pool)  speedup(pool)  busy(pool)
///                             as the pool panel shows them (busy in per cent); without (pool): of the first
///   tasks_done(p)  failed  lost_tasks  cancelled
///                             tasks that a worker (thread or process) has done; all that raised, got lost,
///                             ...
///   calls(m)  wakeups(m)  examined(m)  reported(m)  cost(m)      of select, poll or epoll: calls, those that
///                             have returned, descriptors looked at and reported, and what a call costs the
///                             thread on average, asleep or waiting for the GIL it isn't
///   buffered(f)  received(f)  read(f)  sent(f)  listed(f)        bytes; whether it is on a ready list. f: a
///                             socket's or pipe's variable, or its descriptor's number
///   syscalls(recv)  failed(recv)                                 finished calls that can wait, by name
///
/// joined by == != < <= > >= + - * / and or not ( ) , with numbers, durations, "strings", true, false.
/// Operators bind as in Python, but comparisons can't be chained. A thread or lock may be named without
/// quotes when its name is a word (gil.holder == T1); inside ( ) of a quantity any name will do:
/// value(totals['a']). Of several things with the same name the first one is meant. Error: what is wrong with
/// the expression and where, for its author.
tl::expected<QueryValue, std::string> query(const Trace& trace, SimTime now, std::string_view expression);

/// As people read it: "400000", "5.05 ms", "T1".
std::string text(const QueryValue& value);

} // namespace il::trace
