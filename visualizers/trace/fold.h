// The parts of the fold behind apply(): each handles the kinds of its group and ignores the others.
#pragma once

#include "trace/trace.h"
#include "trace/view.h"

namespace il::trace::fold {

/// The part of a stretch that began at `since` which no total contains yet.
SimTime uncounted(const View& view, SimTime since);
/// Adds that part to the total of the thread's state.
void settle(const View& view, ThreadView& thread);
/// Only what the thread's current task has got on; before that task ends.
void settleTask(const View& view, ThreadView& thread);
/// The thread leaves its current task, if it has one, unfinished.
void dropTask(const View& view, ThreadView& thread);
void settle(const View& view, ObjectView& object);
void settle(const View& view, GilView& gil);

/// The thread's state, created when it is new. `id` is not noThread.
ThreadView& threadAt(View& view, ThreadId id);
/// nullptr for an id that isn't in the table.
ObjectView* objectAt(View& view, ObjectId id);
VariableView* variableAt(View& view, VariableId id);

/// Membership in the waiters and woken of the one object that a thread can be queued at.
void joinWaiters(View& view, ThreadId id, ObjectId object);
void joinWoken(View& view, ThreadId id, ObjectId object);
void leaveQueue(View& view, ThreadId id);

void threads(View& view, const Event& event, const Trace& trace);
void gil(View& view, const Event& event);
void objects(View& view, const Event& event, const Trace& trace);
void data(View& view, const Event& event);
void run(View& view, const Event& event, const Trace& trace);
void processes(View& view, const Event& event, const Trace& trace); ///< pools and tasks too
void files(View& view, const Event& event);                         ///< polls and system calls too
void messages(View& view, const Event& event);

} // namespace il::trace::fold
