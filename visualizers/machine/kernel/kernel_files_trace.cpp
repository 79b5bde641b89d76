// What the trace hears of files and of the calls that wait for them.
#include "machine/kernel/kernel.h"

#include <map>
#include <set>
#include <utility>

namespace il::machine {

using trace::EventKind;
using trace::PollModel;
using trace::ThreadId;

namespace {

trace::FileKind kindOf(const Files& files, FileId id)
{
    switch (files[id].kind) {
    case Description::Kind::PipeRead:
        return trace::FileKind::PipeReader;
    case Description::Kind::PipeWrite:
        return trace::FileKind::PipeWriter;
    case Description::Kind::Socket:
        return files.socketAt(id).state == Socket::State::Listening ? trace::FileKind::Listener
                                                                    : trace::FileKind::Socket;
    case Description::Kind::Epoll:
        return trace::FileKind::Epoll;
    case Description::Kind::Terminal:
        break;
    }
    return trace::FileKind::Other;
}

PollModel modelOf(const FileCall& call)
{
    switch (call.kind) {
    case FileCall::Kind::Select:
        return PollModel::Select;
    case FileCall::Kind::Poll:
        return PollModel::Poll;
    case FileCall::Kind::Epoll:
        return PollModel::Epoll;
    default:
        return PollModel::None;
    }
}

} // namespace

/// The trace's table of files has the same numbers as Files.
void Kernel::describeFile(FileId file)
{
    if (!m_builder)
        return;
    for (; s.filesTold < s.files.size(); ++s.filesTold)
        m_builder->addFile({});
    const FileId peer = s.files.peerOf(file);
    trace::FileInfo& info = m_builder->file(file);
    info.kind = kindOf(s.files, file);
    if (peer != noFile) {
        info.peer = peer;
        m_builder->file(peer).peer = file;
        m_builder->file(peer).kind = kindOf(s.files, peer);
    }
}

void Kernel::nameFile(FileId file, std::string_view name)
{
    if (m_builder && m_builder->file(file).name == 0)
        m_builder->file(file).name = m_builder->intern(name);
}

void Kernel::descriptorOpened(ThreadId thread, SimTime now, std::int64_t fd, FileId file)
{
    if (!m_builder)
        return;
    describeFile(file);
    if (m_builder->file(file).descriptor < 0)
        m_builder->file(file).descriptor = static_cast<int>(fd);
    record(now, EventKind::FileOpened, thread, file, fd);
    s.files.announce(file);
}

/// The last one's end is told by Files.
void Kernel::descriptorClosed(ThreadId thread, SimTime now, std::int64_t fd, FileId file)
{
    if (s.files[file].references > 0)
        record(now, EventKind::FileClosed, thread, file, fd);
}

void Kernel::recordEntry(ThreadId thread, SimTime now)
{
    if (!m_builder)
        return;
    const FileCall& call = s.calls[thread];
    record(now, EventKind::CallEntered, thread, m_builder->intern(call.name), call.fd);
    const PollModel model = modelOf(call);
    if (model == PollModel::None)
        return;
    std::vector<FileId> set;
    std::set<int> descriptors; // select's lists may name one several times
    for (const PollEntry& entry : call.entries)
        if (descriptors.insert(entry.fd).second)
            set.push_back(entry.file);
    const bool epoll = model == PollModel::Epoll;
    const std::size_t size = epoll ? s.files.epoll(call.file).size() : set.size();
    record(now, EventKind::PollCalled, thread, epoll ? call.file : m_builder->addWatchSet(std::move(set)),
           static_cast<std::int64_t>(size), static_cast<std::uint8_t>(model));
}

void Kernel::recordScan(ThreadId thread, SimTime now)
{
    const FileCall& call = s.calls[thread];
    const PollModel model = modelOf(call);
    if (model != PollModel::None)
        record(now, EventKind::PollScanned, thread, 0, static_cast<std::int64_t>(call.scanned),
               static_cast<std::uint8_t>(model));
}

void Kernel::recordReturn(ThreadId thread, SimTime now)
{
    if (!m_builder)
        return;
    const FileCall& call = s.calls[thread];
    const PollModel model = modelOf(call);
    std::int64_t result = 0;
    std::map<int, Events> found; // as above
    for (const PollEntry& entry : call.entries)
        found[entry.fd] |= entry.found;
    for (const PollEntry& entry : call.entries)
        if (const Events events = std::exchange(found[entry.fd], 0); events != 0) {
            record(now, EventKind::PollReported, thread, entry.file, events);
            ++result;
        }
    for (const auto& [fd, events] : call.found) {
        record(now, EventKind::PollReported, thread, fdsOf(thread)[fd], events);
        ++result;
    }
    if (model != PollModel::None)
        record(now, EventKind::PollReturned, thread, 0, result, static_cast<std::uint8_t>(model));
    else if (call.kind == FileCall::Kind::Read)
        result = static_cast<std::int64_t>(call.received.size());
    else if (call.kind == FileCall::Kind::Write)
        result = static_cast<std::int64_t>(call.done);
    else if (call.kind == FileCall::Kind::Accept && call.connection != noFile)
        result = m_builder->file(call.connection).descriptor;
    record(now, EventKind::CallReturned, thread, m_builder->intern(call.name),
           call.error == errors::none ? result : -call.error);
}

} // namespace il::machine
