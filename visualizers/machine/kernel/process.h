// What belongs to one simulated process: its memory, its interpreter's lock, its name in the system.
#pragma once

#include "machine/interpreter/image.h"
#include "machine/kernel/files/fd_table.h"
#include "machine/kernel/gil.h"
#include "machine/kernel/output_buffer.h"
#include "machine/kernel/thread.h"
#include "machine/modules/mersenne.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace il::machine {

/// What the first process finds as its own number; later ones get the following ones.
inline constexpr std::int64_t firstPid = 4242;
/// Who started the first process, and who adopts the children of processes that have ended.
inline constexpr std::int64_t shellPid = 4200, initPid = 1;

/// Functions to call, each with its arguments behind it.
using Calls = std::vector<std::vector<Value>>;

/// A value: fork copies it. Threads and what they wait for are in tables of the whole kernel; what Python
/// code knows of them are numbers of its own process, so that they mean the right thing after a fork.
struct Process {
    explicit Process(const Config& config)
        : gil(config.version.gil, config.switchInterval), switchInterval(config.switchInterval),
          checkInterval(std::max(config.checkInterval, 1)), ticks(checkInterval)
    {
    }

    /// Zombie: has ended, but its parent hasn't asked for its status yet.
    enum class Stage : std::uint8_t { Alive, Zombie, Reaped };
    /// What a signal does.
    enum class Handler : std::uint8_t { Default, Ignore, Python };
    static constexpr int ignore = 1; ///< SIG_IGN

    Handler handlerOf(int signal) const
    {
        const auto found = handlers.find(signal);
        if (found == handlers.end() || found->second == Value::of(std::int64_t{0}))
            return Handler::Default;
        return found->second.isInt() ? Handler::Ignore : Handler::Python;
    }

    std::int64_t pid = 0;
    Stage stage = Stage::Alive;
    ProcessId parent = noProcess; ///< noProcess: the system's first process, which has pid 1
    trace::ThreadId main = trace::noThread;
    /// The main thread runs the main module. Otherwise it was another thread that forked: then the end of its
    /// function isn't the program's, and the process lives on until its last thread has ended.
    bool runsModule = true;
    SyncId end = noSync;      ///< ProcessEnd: who waits for this process
    SyncId children = noSync; ///< ProcessEnd: who waits for any of its children
    OutputBuffer output;      ///< of sys.stdout
    OpenLine openLine;        ///< the same as the trace tells it
    std::string payload;      ///< what the process that spawned it gave it
    Memory memory;
    Gil gil;
    FdTable fds;
    std::vector<SyncId> syncs;            ///< by KernelObject::index: this process's locks, queues, ...
    std::vector<trace::ThreadId> numbers; ///< by Thread::number; noThread: stayed behind at the fork
    std::vector<Mersenne> generators;     ///< by KernelObject::index: of random.Random objects
    Calls atExit;                         ///< called last to first
    Calls atClosing;                      ///< likewise, but before the threads are waited for
    trace::SimTime switchInterval;
    std::int64_t checkInterval;    ///< 2.x
    std::int64_t ticks;            ///< 2.x: instructions until the next check, for all threads together
    bool closing = false;          ///< the main module has ended
    bool mainFailed = false;       ///< by an uncaught exception
    std::map<int, Value> handlers; ///< by signal: a callable, or an int: SIG_DFL or SIG_IGN
    std::vector<int> signals;      ///< have arrived and wait for the main thread to call their handlers
    std::uint32_t alarm = 0;       ///< counts the calls of alarm()
    trace::SimTime alarmDue;       ///< 0: none is set
    std::size_t heldBytes = 0;     ///< its share of KernelState::heldBytes
    int exitStatus = 0;            ///< once it has ended: -N when signal N has ended it
};

} // namespace il::machine
