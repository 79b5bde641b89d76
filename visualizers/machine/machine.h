// Runs a program on the simulated computer.
#pragma once

#include "machine/deadlock.h"
#include "machine/schedule.h"
#include "script/program.h"
#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace il::machine {

/// How the interpreter schedules threads (facts M1, M2, M4). The syntax is always Python 3's.
enum class GilModel : std::uint8_t { Ticks, SwitchInterval, None };
/// Where pending requests are looked at (facts M3).
enum class SwitchPoints : std::uint8_t { EveryInstruction, BackwardJumpsAndCalls };

struct PythonVersion {
    std::string text = "3.11";
    GilModel gil = GilModel::SwitchInterval;
    SwitchPoints switchPoints = SwitchPoints::BackwardJumpsAndCalls;
    /// "2.7", "3.2" ... "3.13", "3.13t"; error: the ones that are known.
    static tl::expected<PythonVersion, std::string> parse(std::string_view text);
};

/// What things cost in simulated time. Each default cites its source in costs.cpp.
struct Costs {
    trace::SimTime instruction;   ///< one bytecode instruction, on average
    trace::SimTime contextSwitch; ///< a core changes from one thread to another
    trace::SimTime threadStart;   ///< creating a thread; its creator's CPU time
    trace::SimTime wakeUp;     ///< from a signal (GIL, lock, end of sleep or I/O) until the woken thread runs
    trace::SimTime wakeUpSoon; ///< the same for a thread that another wakes after at most
    trace::SimTime idleAwake;  ///< this time: its core still looks for work
    trace::SimTime syscall;    ///< entering and leaving the kernel
    trace::SimTime copyKiB;    ///< moving 1024 bytes between a program and the kernel
    trace::SimTime segment;    ///< a TCP segment's way from one end to the other
    // A call of select, poll, epoll_wait; per descriptor that is copied and scanned, per ready one.
    trace::SimTime selectCall, selectDescriptor, pollCall, pollDescriptor, epollCall, epollReady;
    trace::SimTime epollControl;     ///< epoll_ctl
    trace::SimTime fork;             ///< os.fork; its caller's CPU time
    trace::SimTime exit;             ///< taking a forked or spawned process apart; its own CPU time
    trace::SimTime spawn;            ///< starting a program in a new process; its caller's CPU time
    trace::SimTime interpreterStart; ///< until a spawned interpreter can import its first module; CPU time
    static Costs of(const PythonVersion& version);
};

/// A run that reaches one of these ends with that EndReason.
struct Limits {
    std::uint64_t instructions = 50'000'000;
    trace::SimTime time = trace::milliseconds(600'000); ///< simulated
    std::uint32_t threads = 4096;
    std::uint32_t processes =
        300; ///< at the same time, zombies included; beyond that os.fork raises BlockingIOError
    std::uint64_t heapBytes = 512u << 20; ///< of all processes together, with what waits in pipes and sockets
    std::uint64_t outputBytes = 8u << 20;
    std::uint64_t events = 20'000'000;
};

using Parameter = std::variant<std::int64_t, double, bool, std::string>;

struct Config {
    int cores = 2;
    PythonVersion version;
    Costs costs = Costs::of(PythonVersion{});
    trace::SimTime switchInterval = trace::milliseconds(5); ///< sys.setswitchinterval can change it
    int checkInterval = 100;                                ///< 2.7: sys.setcheckinterval
    trace::SimTime timeSlice = trace::milliseconds(4);      ///< OS scheduler's, when threads outnumber cores
    Limits limits;
    std::map<std::string, Parameter> parameters; ///< replace the module-level assignments of these names
    bool traceInstructions = false;              ///< also record Instruction events
    bool terminal = false; ///< stdout is a terminal, so lines are printed at once; otherwise it is a pipe or
                           ///< a file, and every process buffers 8 KiB of what it prints, as CPython does
    bool trace = true;     ///< false: only output and exit status are wanted
    std::vector<std::string> arguments; ///< sys.argv[1:]
};

struct Result {
    trace::Trace trace;
    std::string out, err; ///< what the program printed
    int exitStatus = 0;   ///< the program's own, when reason is Finished
    trace::EndReason reason = trace::EndReason::Finished;
    std::optional<Deadlock> deadlock; ///< who waits for what, when that is the reason
    std::string schedule;             ///< replays this run
    std::uint64_t instructions = 0;   ///< executed
};

/// Imports of modules that the machine doesn't have: id "no-module", function by function. Those inside a
/// `try` are left to the program, which gets a ModuleNotFoundError.
std::vector<script::Diagnostic> unknownImports(const script::Program& program);

/// Runs to the end. Deterministic: equal arguments give equal results, byte for byte. Never throws, never
/// hangs.
Result run(const script::Program& program, const Config& config, Schedule schedule = {});

} // namespace il::machine
