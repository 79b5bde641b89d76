// All open files of the simulated computer: pipes, sockets, epolls, and who waits for them.
#pragma once

#include "machine/kernel/files/description.h"
#include "machine/kernel/files/epoll.h"
#include "machine/kernel/files/errors.h"
#include "machine/kernel/files/fd_table.h"
#include "machine/kernel/files/pipe.h"
#include "machine/schedule.h"

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace il::machine {

/// When something happens, and who answers what isn't determined.
struct Moment {
    trace::SimTime now;
    Schedule& schedule;
    trace::SimTime segmentTime; ///< a TCP segment's way to the other end; 0: there before send() returns
};

/// What a system call gives.
struct IoResult {
    int error = errors::none; ///< errors::again: it would have to wait
    std::size_t count = 0;    ///< bytes written
    std::string data;         ///< bytes read
};

/// One descriptor of a poll: what is asked, what is found.
struct PollEntry {
    int fd = -1;
    FileId file = noFile; ///< noFile: not open
    Events events = 0;
    Events found = 0;
};

/// A value. It knows threads only by number: a call that has to wait leaves a Waiter, and whoever is to be
/// woken is handed out by takeWoken().
class Files {
public:
    // Descriptions and descriptors.

    /// A process's first descriptors: 0, 1 and 2.
    FdTable terminals();
    /// A description that no descriptor refers to yet.
    FileId open(Description::Kind kind);
    std::pair<FileId, FileId> pipe(); ///< read end, write end
    const Description& operator[](FileId id) const { return m_files[id]; }
    std::size_t size() const { return m_files.size(); }
    void setNonBlocking(FileId id, bool nonBlocking) { m_files[id].nonBlocking = nonBlocking; }
    /// One reference more, or less. The last one closes: the other end sees the end of the data, or an error.
    void hold(FileId id) { ++m_files[id].references; }
    void release(Moment& moment, FileId id);
    /// fork(): the copy refers to the same descriptions.
    FdTable share(const FdTable& table);
    /// The end of a process.
    void releaseAll(Moment& moment, FdTable& table);

    // Reading and writing, without waiting.

    IoResult read(Moment& moment, FileId id, std::size_t most);
    /// `count` may be less than all; errors::again when it is 0.
    IoResult write(Moment& moment, FileId id, std::string_view data);

    // Waiting.

    Events ready(FileId id) const;
    /// A waiter in the queue of `id`, until it is woken or forgotten.
    void await(FileId id, const Waiter& waiter);
    void forget(FileId id, trace::ThreadId thread);
    std::vector<trace::ThreadId> takeWoken() { return std::exchange(m_woken, {}); }

    // epoll

    const Epoll& epoll(FileId id) const { return m_epolls[m_files[id].index]; }
    int epollAdd(FileId epoll, int fd, FileId file, Events events);
    int epollModify(FileId epoll, int fd, FileId file, Events events);
    int epollRemove(FileId epoll, int fd, FileId file);
    /// What is ready, oldest first; at most `most`.
    std::vector<std::pair<int, Events>> epollCollect(FileId epoll, std::size_t most);

private:
    Pipe& pipeOf(FileId id) { return m_pipes[m_files[id].index]; }
    const Pipe& pipeOf(FileId id) const { return m_pipes[m_files[id].index]; }
    Epoll& epollOf(FileId id) { return m_epolls[m_files[id].index]; }

    void wake(FileId id, Events events);
    void wakeThread(FileId id, Events events);
    bool itemReady(const Waiter& waiter, Events events);
    void closed(Moment& moment, FileId id);
    void pipeClosed(FileId id);
    void epollClosed(FileId id);
    IoResult readPipe(FileId id, std::size_t most);
    IoResult writePipe(FileId id, std::string_view data);
    Events pipeReady(FileId id) const;
    Events epollReady(FileId id) const;

    std::vector<Description> m_files;
    std::vector<Pipe> m_pipes;
    std::vector<Epoll> m_epolls;
    std::vector<trace::ThreadId> m_woken;
};

} // namespace il::machine
