// A finished run: an immutable list of events with the tables that they point into.
#pragma once

#include "trace/event.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace il::trace {

struct Census;
struct View;

/// Kinds of things that threads wait for.
enum class ObjectKind : std::uint8_t {
    Lock,
    RLock,
    Condition,
    Semaphore,
    Event,
    Barrier,
    Queue,
    ThreadEnd,
    Other
};

/// Semaphores and queues can be had by several threads at once: they count, nobody owns them.
constexpr bool hasOwner(ObjectKind kind)
{
    return kind != ObjectKind::Semaphore && kind != ObjectKind::Queue;
}

struct ObjectInfo {
    ObjectKind kind = ObjectKind::Other;
    StringId name = 0;      ///< the variable it was first bound to ("lock", "self.lock"), or "Lock-1"
    std::int64_t limit = 0; ///< queue maxsize, barrier parties, semaphore's initial value
};

struct VariableInfo {
    StringId name = 0;   ///< "counter", "account.balance", "totals['a']"
    bool shared = false; ///< reached by more than one thread in this run
};

/// What the run was made with; pictures print it, nothing else depends on it.
struct RunInfo {
    std::string file;          ///< base name of the script
    std::string source;        ///< its whole text
    std::string pythonVersion; ///< "2.7", "3.11", "3.13t"
    int cores = 1;
    SimTime switchInterval; ///< 0 when the version has no switch interval
    std::string schedule;   ///< replays this run (see machine/schedule.h)
};

/// A group of simultaneous events that changes the picture: the unit of the arrow keys. Everything changes it
/// but Call, Return and Instruction (see changesPicture); groups of only these belong to the step that
/// follows. Step k shows the state after events [0, end). Step 0 is before the first event that changes the
/// picture.
struct Step {
    std::uint32_t end = 0; ///< one past the step's last event
    SimTime time;
};

/// Whether an event of this kind makes a step.
constexpr bool changesPicture(EventKind kind)
{
    return kind != EventKind::Call && kind != EventKind::Return && kind != EventKind::Instruction;
}

/// Immutable once built (by TraceBuilder). Copying is cheap: the parts are shared.
class Trace {
public:
    Trace(); ///< an empty run: no threads, one step

    std::span<const Event> events() const;
    std::span<const Step> steps() const; ///< never empty
    std::span<const ObjectInfo> objects() const;
    std::span<const VariableInfo> variables() const;
    const RunInfo& info() const;
    std::string_view string(StringId id) const; ///< "" for an id that is not in the table
    std::string_view note(std::uint32_t index) const;

    /// The length of every finished stretch of waiting for the GIL, in order of their ends; see
    /// GilView::waits.
    std::span<const SimTime> gilWaits() const;
    /// Indices of the VariableWritten events that lost somebody's update.
    std::span<const std::uint32_t> lostUpdates() const;
    bool hasGil() const; ///< some event is about a GIL
    /// Who and what takes part (census.h). Counted once, when the trace is built.
    const Census& census() const;

    /// The time of the last event (0 for an empty run).
    SimTime duration() const;

    /// The state after every event with time <= t, totals carried forward to t (at most to duration()).
    /// O(log n + checkpoint interval).
    View at(SimTime t) const;
    /// The state after step k (clamped to the last one).
    View atStep(std::size_t k) const;
    /// The last step whose time is <= t.
    std::size_t stepAt(SimTime t) const;
    /// The first step that shows event `index`.
    std::size_t stepOf(std::uint32_t index) const;

private:
    friend class TraceBuilder;
    struct Data;
    explicit Trace(std::shared_ptr<const Data> data);
    View viewAfter(std::uint32_t events) const;
    std::shared_ptr<const Data> m_data;
};

/// Collects events while a run goes on. One builder, one trace.
class TraceBuilder {
public:
    TraceBuilder();
    ~TraceBuilder();
    TraceBuilder(TraceBuilder&&) noexcept;
    TraceBuilder& operator=(TraceBuilder&&) noexcept;

    void add(const Event& event);           ///< time must not go back (asserted)
    StringId intern(std::string_view text); ///< equal texts get equal ids; 0 is ""
    ObjectId addObject(ObjectInfo info);
    ObjectInfo& object(ObjectId id);
    VariableId addVariable(VariableInfo info);
    VariableInfo& variable(VariableId id);
    std::uint32_t addNote(std::string text);
    std::size_t size() const;
    std::string_view string(StringId id) const;

    /// Ends the collection; the builder is empty afterwards.
    Trace finish(RunInfo info);

private:
    static void fold(Trace::Data& data, const Trace& trace);

    std::unique_ptr<Trace::Data> m_data;
};

} // namespace il::trace
