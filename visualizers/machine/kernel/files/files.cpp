// Descriptions: how they are opened, shared and closed; who waits for them.
#include "machine/kernel/files/files.h"

#include <algorithm>
#include <cassert>

namespace il::machine {

using Kind = Description::Kind;

FdTable Files::terminals()
{
    FdTable table;
    for (int fd = 0; fd <= 2; ++fd) {
        const FileId id = open(Kind::Terminal);
        hold(id);
        table.add(id);
    }
    return table;
}

FileId Files::open(Kind kind)
{
    Description file;
    file.kind = kind;
    if (kind == Kind::Epoll) {
        file.index = static_cast<std::uint32_t>(m_epolls.size());
        m_epolls.emplace_back();
    }
    m_files.push_back(std::move(file));
    return static_cast<FileId>(m_files.size() - 1);
}

std::pair<FileId, FileId> Files::pipe()
{
    Pipe pipe;
    pipe.readEnd = open(Kind::PipeRead);
    pipe.writeEnd = open(Kind::PipeWrite);
    m_files[pipe.readEnd].index = m_files[pipe.writeEnd].index = static_cast<std::uint32_t>(m_pipes.size());
    m_pipes.push_back(pipe);
    return {pipe.readEnd, pipe.writeEnd};
}

void Files::release(Moment& moment, FileId id)
{
    assert(m_files[id].references > 0);
    if (--m_files[id].references == 0)
        closed(moment, id);
}

FdTable Files::share(const FdTable& table)
{
    for (std::size_t fd = 0; fd < table.end(); ++fd)
        if (const FileId id = table[static_cast<std::int64_t>(fd)]; id != noFile)
            hold(id);
    return table;
}

void Files::releaseAll(Moment& moment, FdTable& table)
{
    for (std::size_t fd = 0; fd < table.end(); ++fd)
        if (table[static_cast<std::int64_t>(fd)] != noFile)
            release(moment, table.remove(static_cast<std::int64_t>(fd)));
}

void Files::tell(trace::EventKind kind, FileId file, std::int64_t value, std::uint8_t flags)
{
    if (m_telling && m_files[file].announced)
        m_facts.push_back({kind, file, value, flags});
}

void Files::tellBytes(trace::EventKind kind, FileId file, std::size_t count, std::size_t rest)
{
    tell(kind, file, static_cast<std::int64_t>(count << 32 | rest));
    touch(file);
}

void Files::touch(FileId id)
{
    if (m_telling && m_files[id].announced)
        m_touched.push_back(id);
}

/// What has arrived at a connection before it was accepted is told now.
void Files::announce(FileId id)
{
    if (std::exchange(m_files[id].announced, true))
        return;
    touch(id);
    if (isSocket(id) && !socketAt(id).received.empty())
        tellBytes(trace::EventKind::BytesArrived, id, socketAt(id).received.size(),
                  socketAt(id).received.size());
}

std::vector<FileFact> Files::takeFacts()
{
    constexpr Events shown = events::in | events::out | events::error | events::hangUp;
    for (const FileId id : std::exchange(m_touched, {})) {
        Description& file = m_files[id];
        const bool unused =
            file.references == 0 || (isSocket(id) && socketAt(id).state == Socket::State::Fresh);
        const Events now = unused || file.kind == Kind::Epoll ? 0 : ready(id) & shown;
        if (now != std::exchange(file.told, now) && file.references > 0)
            tell(trace::EventKind::FileReady, id, now);
    }
    return std::exchange(m_facts, {});
}

std::size_t Files::bytes() const
{
    constexpr std::size_t emptyQueue = 576; // what a std::deque allocates at once
    return m_files.size() * sizeof(Description) + m_pipes.size() * (sizeof(Pipe) + emptyQueue) +
           m_sockets.size() * (sizeof(Socket) + emptyQueue) + m_epolls.size() * sizeof(Epoll) + m_waiting;
}

/// Bytes come in at few places and leave at many. So what leaves is noticed only now and then.
void Files::added(std::size_t bytes)
{
    m_waiting += bytes;
    if (m_waiting < m_recountAt)
        return;
    m_waiting = waitingBytes() + bytes;
    m_recountAt = std::max(std::size_t{16} << 20, 2 * m_waiting);
}

std::size_t Files::waitingBytes() const
{
    std::size_t sum = 0;
    for (const Pipe& pipe : m_pipes)
        sum += pipe.size();
    for (const Socket& socket : m_sockets)
        sum += socket.received.size() + socket.unsent.size();
    for (const auto& [place, segment] : m_flight)
        sum += segment.data.size();
    return sum;
}

FileId Files::peerOf(FileId id) const
{
    switch (m_files[id].kind) {
    case Kind::PipeRead:
        return pipeOf(id).writeEnd;
    case Kind::PipeWrite:
        return pipeOf(id).readEnd;
    case Kind::Socket:
        return socketAt(id).other;
    default:
        return noFile;
    }
}

/// Entries of interest sets end with the description; threads can't wait for it, for a call holds its file.
void Files::closed(Moment& moment, FileId id)
{
    for (const Waiter& waiter : m_files[id].waiters)
        if (waiter.epoll != noFile)
            epollOf(waiter.epoll).remove(waiter.item);
    m_files[id].waiters = {};
    tell(trace::EventKind::FileClosed, id, -1, 1);
    switch (m_files[id].kind) {
    case Kind::PipeRead:
    case Kind::PipeWrite:
        return pipeClosed(id);
    case Kind::Epoll:
        return epollClosed(id);
    case Kind::Socket:
        return socketClosed(moment, id);
    case Kind::Terminal:
        return;
    }
}

IoResult Files::read(Moment& moment, FileId id, std::size_t most)
{
    switch (m_files[id].kind) {
    case Kind::PipeRead:
        return readPipe(id, most);
    case Kind::Socket:
        return receive(moment, id, most);
    case Kind::Terminal: // nobody types anything
        return {};
    default:
        return {m_files[id].kind == Kind::Epoll ? errors::invalid : errors::badDescriptor, 0, {}};
    }
}

IoResult Files::write(Moment& moment, FileId id, std::string_view data)
{
    switch (m_files[id].kind) {
    case Kind::PipeWrite:
        return writePipe(id, data);
    case Kind::Socket:
        return send(moment, id, data);
    default:
        return {m_files[id].kind == Kind::Epoll ? errors::invalid : errors::badDescriptor, 0, {}};
    }
}

Events Files::ready(FileId id) const
{
    switch (m_files[id].kind) {
    case Kind::PipeRead:
    case Kind::PipeWrite:
        return pipeReady(id);
    case Kind::Epoll:
        return epollReady(id);
    case Kind::Socket:
        return socketReady(id);
    case Kind::Terminal:
        return events::in | events::out;
    }
    return 0;
}

/// As in Linux, exclusive waiters queue at the end and the others in front.
void Files::await(FileId id, const Waiter& waiter)
{
    auto& waiters = m_files[id].waiters;
    waiters.insert(waiter.exclusive ? waiters.end() : waiters.begin(), waiter);
}

void Files::forget(FileId id, trace::ThreadId thread)
{
    auto& waiters = m_files[id].waiters;
    waiters.erase(std::remove_if(waiters.begin(), waiters.end(),
                                 [thread](const Waiter& waiter) { return waiter.thread == thread; }),
                  waiters.end());
}

/// `events` have come about.
void Files::wake(FileId id, Events events)
{
    touch(id);
    auto& waiters = m_files[id].waiters;
    for (std::size_t i = 0; i < waiters.size();) {
        const Waiter waiter = waiters[i];
        bool woke = false;
        if (waiter.epoll != noFile) {
            woke = itemReady(waiter, events);
            ++i;
        } else if ((waiter.events & events) != 0) {
            waiters.erase(waiters.begin() + static_cast<std::ptrdiff_t>(i));
            m_woken.push_back(waiter.thread);
            woke = true;
        } else {
            ++i;
        }
        if (waiter.exclusive && woke)
            return;
    }
}

/// A thread has left something over for another one that waits in a call.
void Files::wakeThread(FileId id, Events events)
{
    auto& waiters = m_files[id].waiters;
    const auto found = std::find_if(waiters.begin(), waiters.end(), [events](const Waiter& waiter) {
        return waiter.epoll == noFile && (waiter.events & events) != 0;
    });
    if (found == waiters.end())
        return;
    m_woken.push_back(found->thread);
    waiters.erase(found);
}

} // namespace il::machine
