#include "machine/kernel/files/file_call.h"

#include <algorithm>
#include <tuple>

namespace il::machine {

using Kind = FileCall::Kind;

namespace {

void tryRead(Files& files, Moment& moment, FileCall& call)
{
    const bool all = call.whole && call.blocks && !call.timed;
    IoResult result;
    do {
        const std::size_t most = call.most - call.received.size();
        result = call.peek ? files.peek(call.file, most) : files.read(moment, call.file, most);
        call.received += result.data;
    } while (all && !result.data.empty() && call.received.size() < call.most);
    const bool failed = result.error != errors::again && call.received.empty();
    call.error = failed || result.error == errors::again ? result.error : errors::none;
    call.finished = result.error != errors::again;
}

/// A blocking write goes on until all is written; whatever was written counts before an error does.
void tryWrite(Files& files, Moment& moment, FileCall& call)
{
    const std::string_view rest = std::string_view(call.data).substr(call.done);
    const IoResult result = files.write(moment, call.file, rest);
    call.done += result.count;
    call.error = result.error;
    const bool all = call.done == call.data.size();
    const bool failed = call.error != errors::none && call.error != errors::again;
    if (failed && call.done > 0 && !call.whole)
        call.error = errors::none;
    call.finished = all || failed;
}

void tryAccept(Files& files, FileCall& call)
{
    std::tie(call.error, call.connection) = files.accept(call.file);
    call.finished = call.error != errors::again;
}

/// A Unix socket's connect() waits for room in the listener's queue, a TCP socket's for the answer.
void tryConnect(Files& files, Moment& moment, FileCall& call)
{
    if (!call.begun) {
        call.error = files.connect(moment, call.file, call.address);
        call.begun = call.error == errors::inProgress;
        if (call.begun && !call.blocks)
            return;
    }
    if (call.begun)
        call.error = files.connected(call.file);
    call.finished = call.error != errors::inProgress && call.error != errors::again;
}

void tryPoll(Files& files, FileCall& call)
{
    call.scanned = call.distinct;
    const Events unasked = call.kind == Kind::Poll ? events::always : 0;
    for (PollEntry& entry : call.entries) {
        entry.found =
            entry.file == noFile ? events::notOpen : files.ready(entry.file) & (entry.events | unasked);
        call.finished |= entry.found != 0;
    }
}

Events awaited(const FileCall& call)
{
    const bool out = call.kind == Kind::Write || call.kind == Kind::Connect;
    return (out ? events::out : events::in) | events::always | events::peerHangUp;
}

} // namespace

void attempt(Files& files, Moment& moment, FileCall& call, bool last)
{
    call.tried = true;
    switch (call.kind) {
    case Kind::None:
        break;
    case Kind::Read:
        tryRead(files, moment, call);
        break;
    case Kind::Write:
        tryWrite(files, moment, call);
        break;
    case Kind::Accept:
        tryAccept(files, call);
        break;
    case Kind::Connect:
        tryConnect(files, moment, call);
        break;
    case Kind::Poll:
    case Kind::Select:
        tryPoll(files, call);
        break;
    case Kind::Epoll:
        call.scanned = std::min(files.epoll(call.file).ready().size(), call.most);
        call.found = files.epollCollect(call.file, call.most);
        call.finished = !call.found.empty();
        break;
    }
    if (!last || call.finished)
        return;
    call.finished = true;
    const bool partWritten = call.kind == Kind::Write && call.done > 0 && !call.whole;
    const bool partRead = call.kind == Kind::Read && !call.received.empty();
    if (partWritten || partRead)
        call.error = errors::none;
}

void enrol(Files& files, const FileCall& call, trace::ThreadId thread)
{
    Waiter waiter;
    waiter.thread = thread;
    for (const PollEntry& entry : call.entries)
        if (entry.file != noFile) {
            waiter.events = entry.events | events::always;
            files.await(entry.file, waiter);
        }
    if (call.file == noFile)
        return;
    waiter.events = awaited(call);
    // A call with a timeout waits in poll() first.
    waiter.exclusive = !call.timed && (!files.isSocket(call.file) || call.kind == Kind::Accept);
    files.await(call.file, waiter);
}

void withdraw(Files& files, const FileCall& call, trace::ThreadId thread)
{
    for (const PollEntry& entry : call.entries)
        if (entry.file != noFile)
            files.forget(entry.file, thread);
    if (call.file != noFile)
        files.forget(call.file, thread);
}

void holdFiles(Files& files, const FileCall& call)
{
    for (const PollEntry& entry : call.entries)
        if (entry.file != noFile)
            files.hold(entry.file);
    if (call.file != noFile)
        files.hold(call.file);
}

void releaseFiles(Files& files, Moment& moment, const FileCall& call)
{
    for (const PollEntry& entry : call.entries)
        if (entry.file != noFile)
            files.release(moment, entry.file);
    if (call.file != noFile)
        files.release(moment, call.file);
}

} // namespace il::machine
