// What a Trace shares between its copies. Only trace.cpp and builder.cpp look inside.
#pragma once

#include "trace/census.h"
#include "trace/trace.h"
#include "trace/view.h"

#include <deque>
#include <map>
#include <set>
#include <unordered_map>

namespace il::trace {

struct Trace::Data {
    RunInfo info;
    std::vector<Event> events;
    std::vector<Step> steps{Step{}};
    std::vector<ObjectInfo> objects;
    std::vector<VariableInfo> variables;
    std::vector<ProcessInfo> processes{ProcessInfo{}};
    std::vector<FileInfo> files;
    std::vector<TaskInfo> tasks;
    std::vector<MessageInfo> messages;
    std::vector<DeadlockInfo> deadlocks;
    std::set<std::uint32_t> withdrawn; ///< of the deadlocks, while building
    std::vector<Choice> choices;
    std::vector<std::vector<FileId>> watchSets;
    std::map<std::vector<FileId>, std::uint32_t> watchSetIds; ///< while building
    std::vector<SimTime> gilWaits;
    std::vector<std::uint32_t> lostUpdates;
    bool hasGil = false;
    Census census;
    /// Views to start folding from, by View::events; the first is the initial one.
    std::vector<View> checkpoints;

    std::deque<std::string> strings{std::string()}; ///< a deque: its elements stay where they are
    std::unordered_map<std::string_view, StringId> ids{{"", 0}}; ///< looked up, never iterated
};

} // namespace il::trace
