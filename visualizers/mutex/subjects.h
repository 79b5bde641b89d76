// What of a run the mutex panel shows: the same for all steps of the run, so that nothing jumps.
#pragma once

#include "trace/trace.h"

#include <vector>

namespace il::mutex {

struct Subjects {
    std::vector<trace::ObjectId> objects; ///< locks and other waiting objects that the run uses, as created
    std::vector<trace::VariableId>
        variables;                        ///< shared variables that change while the run goes on, as created
    std::vector<trace::ThreadId> threads; ///< who uses these while there is somebody to share with; else main
    std::vector<std::uint32_t>
        objectUses; ///< events per object (index: ObjectId): who stays when space is short
    std::vector<std::uint32_t> variableUses; ///< events per variable (index: VariableId)

    bool empty() const { return objects.empty() && variables.empty(); }
};

/// From the trace's census, without a look at the events. Waiting for a thread's end isn't sharing; nor are
/// constants, that is variables that only the main thread writes, and only once.
Subjects subjectsOf(const trace::Trace& trace);

/// True for the objects that have an owner.
bool isLock(trace::ObjectKind kind);

/// The `count` most used of `all`, in the order of `all`. `uses` is indexed by the elements.
std::vector<std::uint32_t> mostUsed(const std::vector<std::uint32_t>& all,
                                    const std::vector<std::uint32_t>& uses, std::size_t count);

} // namespace il::mutex
