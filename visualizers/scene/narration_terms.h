// Words that the narration's sentences are made of: names of threads, objects and variables, values.
#pragma once

#include "scene/narration_sentences.h"

#include <string_view>

namespace il::scene::telling {

using trace::Event;
using trace::EventKind;
using trace::ObjectKind;
using trace::ThreadId;
using trace::ThreadState;

QString fromUtf8(std::string_view text);
/// What a thread is called: "T1"; "pid 412" for the main thread of another process than the first.
QString who(const Telling& t, ThreadId thread);
/// The name of a data event's variable, the value that it carries. "?" for ids that the trace doesn't have.
QString variable(const Telling& t, const Event& e);
QString value(const Telling& t, const Event& e);
/// The kind and the name of what an event's thread waits for or holds.
ObjectKind kindOf(const Telling& t, const Event& e);
QString object(const Telling& t, const Event& e);
/// The number that an event counts, for plural forms.
int count(const Event& e);
/// The step's first event of that kind and thread; nullptr when there is none.
const Event* find(const Telling& t, EventKind kind, ThreadId thread);
/// The thread's state before the step.
ThreadState stateBefore(const Telling& t, ThreadId thread);
/// One line of what was printed, short enough for a caption.
QString quoted(const QString& text);

// The sentences, by what they are about.
QString ofDeadlock(const Event& e, const Telling& t);
QString ofDropRequest(const Event& e, const Telling& t);
QString ofGilReleased(const Event& e, const Telling& t);
QString ofWaitGil(const Event& e, const Telling& t);
QString ofPause(const Event& e, const Telling& t);
QString ofRequested(const Event& e, const Telling& t);
QString ofBlocked(const Event& e, const Telling& t);
QString ofReleased(const Event& e, const Telling& t);
QString ofAcquired(const Event& e, const Telling& t);
QString ofValue(const Event& e, const Telling& t);
QString ofWritten(const Event& e, const Telling& t);
/// Processes, signals, workers and tasks: "" for other kinds.
QString ofProcesses(const Event& e, const Telling& t);
/// A thread falls asleep in a call on descriptors; "" when it isn't in one.
QString ofCallThatWaits(const Event& e, const Telling& t);
QString ofFile(const Event& e, const Telling& t); ///< FileOpened to CallReturned
QString ofMessage(const Event& e, const Telling& t);

} // namespace il::scene::telling
