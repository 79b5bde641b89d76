#include "trace/fold.h"

#include <algorithm>
#include <utility>

namespace il::trace::fold {

namespace {

/// Two 32-bit figures in one value.
std::pair<std::uint32_t, std::uint32_t> halves(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    return {static_cast<std::uint32_t>(bits >> 32), static_cast<std::uint32_t>(bits)};
}

FileView* fileAt(View& view, FileId id)
{
    return id < view.files.size() ? &view.files[id] : nullptr;
}

void open(const Event& event, FileView& file)
{
    if (!file.open) {
        file = {};
        file.open = true;
        file.descriptor = static_cast<int>(event.value);
        file.opener = event.thread;
    }
    ++file.descriptors;
}

void unlist(View& view, FileView& file, FileId id, FileId epoll)
{
    file.listed = false;
    if (FileView* list = fileAt(view, epoll))
        std::erase(list->readyList, id);
}

void unwatch(View& view, FileView& file, FileId id)
{
    FileView* epoll = fileAt(view, file.watcher);
    if (!epoll)
        return;
    unlist(view, file, id, file.watcher);
    --epoll->watched;
    file.watcher = none;
    file.mask = 0;
    file.edgeTriggered = file.oneShot = false;
}

void close(View& view, const Event& event, FileView& file)
{
    file.descriptors -= file.descriptors > 0 ? 1 : 0;
    if ((event.flags & 1) == 0)
        return;
    unwatch(view, file, event.object);
    file.open = false;
    file.descriptors = 0;
    file.ready = 0;
}

void watch(View& view, const Event& event, FileView& file)
{
    const auto [epoll, mask] = halves(event.value);
    if (mask == 0)
        return unwatch(view, file, event.object);
    FileView* target = fileAt(view, epoll);
    if (!target)
        return;
    if (file.watcher != epoll) {
        unwatch(view, file, event.object);
        file.watcher = epoll;
        ++target->watched;
    }
    file.mask = static_cast<std::uint8_t>(mask);
    file.edgeTriggered = (event.flags & 1) != 0;
    file.oneShot = (event.flags & 2) != 0;
}

void list(View& view, const Event& event, FileView& file)
{
    const auto epoll = static_cast<FileId>(event.value);
    FileView* target = fileAt(view, epoll);
    if (!target)
        return;
    unlist(view, file, event.object, epoll);
    target->readyList.push_back(event.object);
    file.listed = true;
}

void changeFile(View& view, const Event& event)
{
    FileView* file = fileAt(view, event.object);
    if (!file)
        return;
    const auto [count, rest] = halves(event.value);
    switch (event.kind) {
    case EventKind::FileOpened:
        return open(event, *file);
    case EventKind::FileClosed:
        return close(view, event, *file);
    case EventKind::BytesArrived:
        file->received += count;
        file->buffered = rest;
        file->lastArrival = view.now;
        break;
    case EventKind::BytesRead:
        file->read += count;
        file->buffered = rest;
        break;
    case EventKind::BytesSent:
        file->sent += count;
        file->inFlight = rest;
        break;
    case EventKind::FileReady:
        file->ready = static_cast<std::uint8_t>(event.value);
        break;
    case EventKind::WatchChanged:
        return watch(view, event, *file);
    case EventKind::ReadyListed:
        return list(view, event, *file);
    default:
        return unlist(view, *file, event.object, static_cast<FileId>(event.value));
    }
}

PollModel modelOf(const Event& event)
{
    return static_cast<PollModel>(std::min<int>(event.flags, pollModels - 1));
}

void call(View& view, const Event& event, ThreadView& thread)
{
    thread.poll = {};
    thread.poll.model = modelOf(event);
    thread.poll.inside = true;
    thread.poll.set = event.object;
    thread.poll.size = static_cast<std::uint32_t>(event.value);
    thread.poll.changed = event.time;
    ++view.polls[event.flags < pollModels ? event.flags : 0].calls;
}

void changePoll(View& view, const Event& event)
{
    ThreadView& thread = threadAt(view, event.thread);
    PollTotals& totals = view.polls[static_cast<int>(modelOf(event))];
    switch (event.kind) {
    case EventKind::PollCalled:
        return call(view, event, thread);
    case EventKind::PollScanned:
        thread.poll.scanned = static_cast<std::uint32_t>(event.value);
        thread.poll.examined += thread.poll.scanned;
        totals.examined += thread.poll.scanned;
        break;
    case EventKind::PollReported:
        thread.poll.reported.push_back(event.object);
        thread.poll.masks.push_back(static_cast<std::uint8_t>(event.value));
        ++view.polls[static_cast<int>(thread.poll.model)].reported;
        break;
    default:
        thread.poll.inside = false;
        thread.poll.changed = event.time;
        ++totals.returns;
    }
}

void changeCall(View& view, const Event& event)
{
    CallView& of = threadAt(view, event.thread).call;
    of.inside = event.kind == EventKind::CallEntered;
    of.name = event.object;
    of.changed = event.time;
    (of.inside ? of.argument : of.result) = event.value;
}

} // namespace

void files(View& view, const Event& event)
{
    if (event.kind <= EventKind::ReadyUnlisted)
        changeFile(view, event);
    else if (event.thread == noThread)
        return;
    else if (event.kind <= EventKind::PollReturned)
        changePoll(view, event);
    else
        changeCall(view, event);
}

} // namespace il::trace::fold
