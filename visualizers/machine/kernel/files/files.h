// All open files of the simulated computer: pipes, sockets, epolls, and who waits for them.
#pragma once

#include "machine/kernel/files/description.h"
#include "machine/kernel/files/epoll.h"
#include "machine/kernel/files/errors.h"
#include "machine/kernel/files/fd_table.h"
#include "machine/kernel/files/pipe.h"
#include "machine/kernel/files/socket.h"
#include "machine/schedule.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace il::machine {

/// A segment that is late is so by a multiple of this.
inline constexpr trace::SimTime lateness = trace::microseconds(25);

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
    /// Memory for everything ever opened and for the bytes that wait to be read, at most that.
    std::size_t bytes() const;
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

    // Sockets. Results are error numbers.

    FileId socket(Socket::Family family);
    std::pair<FileId, FileId> socketPair();
    bool isSocket(FileId id) const { return m_files[id].kind == Description::Kind::Socket; }
    const Socket& socketAt(FileId id) const { return m_sockets[m_files[id].index]; }
    /// Port 0 becomes a free one: 40001, 40002, ... A path exists from then on, until unlink().
    int bind(FileId id, Address address);
    int unlink(const std::string& path);
    bool hasPath(const std::string& path) const { return m_names.count({0, path}) != 0; }
    int listen(FileId id, std::size_t backlog);
    /// The description of a connection, which the caller has a reference to now; or an error.
    std::pair<int, FileId> accept(FileId id);
    /// errors::inProgress until the other side has answered; whoever waits is woken then.
    int connect(Moment& moment, FileId id, const Address& address);
    /// What has become of a connect() that was in progress: errors::inProgress, none, or why it failed.
    int connected(FileId id);
    int shutdown(Moment& moment, FileId id, bool reading, bool writing);
    int takeError(FileId id); ///< SO_ERROR
    void setBuffers(FileId id, std::size_t receive, std::size_t send);
    void setLingers(FileId id, bool lingers) { socketOf(id).lingers = lingers; }
    /// An option that is only remembered. Connections inherit those of the listening socket.
    void setOption(FileId id, std::int64_t level, std::int64_t name, std::int64_t value)
    {
        socketOf(id).options[{level, name}] = value;
    }
    /// As read(), but leaves the bytes there.
    IoResult peek(FileId id, std::size_t most);

    // The network, and the world behind it.

    /// Lands whatever is due. takeDue() tells when to call it.
    void deliver(Moment& moment);
    std::vector<trace::SimTime> takeDue() { return std::exchange(m_due, {}); }
    /// Hands a reference to `file` over to the world, which throws away what it gets there.
    void giveToWorld(FileId id);
    /// At that time the world writes to `file`, which it has; or lets go of it.
    void feed(trace::SimTime time, FileId file, std::string data);
    void feedEnd(trace::SimTime time, FileId file);
    /// A socket of the world that connects to `address` at that time.
    FileId feedFrom(trace::SimTime time, const Address& address);

    // What happened, for the trace.

    void tellFacts(bool yes) { m_telling = yes; }
    /// It has got its first descriptor; before that nothing is told of it.
    void announce(FileId id);
    /// Since the last time, in order; changes of readiness last. Empty unless facts are told.
    std::vector<FileFact> takeFacts();
    /// The other end, if it has one in this computer.
    FileId peerOf(FileId id) const;

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

    void tell(trace::EventKind kind, FileId file, std::int64_t value, std::uint8_t flags = 0);
    void tellBytes(trace::EventKind kind, FileId file, std::size_t count, std::size_t rest);
    void tellSent(FileId socket, std::size_t count);
    void tellWatch(FileId epoll, FileId file, Events events);
    void touch(FileId id);

    void wake(FileId id, Events events);
    void wakeThread(FileId id, Events events);
    bool itemReady(const Waiter& waiter, Events events);
    void closed(Moment& moment, FileId id);
    void pipeClosed(FileId id);
    void epollClosed(FileId id);
    void added(std::size_t bytes);
    std::size_t waitingBytes() const;
    IoResult readPipe(FileId id, std::size_t most);
    IoResult writePipe(FileId id, std::string_view data);
    Events pipeReady(FileId id) const;
    Events epollReady(FileId id) const;

    Socket& socketOf(FileId id) { return m_sockets[m_files[id].index]; }
    int freePort();
    FileId findListener(const Address& address) const;
    IoResult receive(Moment& moment, FileId id, std::size_t most);
    IoResult send(Moment& moment, FileId id, std::string_view data);
    Events socketReady(FileId id) const;
    bool hasRoom(const Socket& socket) const;
    std::size_t room(const Socket& socket) const;
    void transmit(Moment& moment, FileId id);
    void launch(Moment& moment, FileId from, Segment segment);
    void schedule(trace::SimTime time, Segment segment);
    void land(Moment& moment, Segment& segment);
    void landOpen(Moment& moment, FileId client);
    void landOpened(FileId client);
    void landData(Moment& moment, FileId from, FileId to, const std::string& data);
    void landFinish(FileId to);
    void landReset(FileId to);
    void landFeed(Moment& moment, FileId to, const std::string& data);
    void landFeedEnd(Moment& moment, FileId to);
    FileId openPeer(FileId client, FileId listener);
    void socketClosed(Moment& moment, FileId id);
    void listenerClosed(Moment& moment, FileId id);

    std::vector<Description> m_files;
    std::vector<Pipe> m_pipes;
    std::vector<Epoll> m_epolls;
    std::deque<Socket> m_sockets; ///< a deque: accepting refers to one while it makes another
    std::vector<FileId> m_listeners;
    std::map<std::pair<trace::SimTime, std::uint64_t>, Segment> m_flight; ///< by time of landing, then order
    std::uint64_t m_segments = 0;
    std::size_t m_waiting = 0; ///< bytes that may still wait to be read: counted anew when it has doubled
    std::size_t m_recountAt = std::size_t{16} << 20;
    std::vector<trace::SimTime> m_due;
    int m_nextPort = 40'001;
    std::set<std::pair<int, std::string>> m_names; ///< ports and paths that sockets are bound to
    std::vector<trace::ThreadId> m_woken;
    bool m_telling = false;
    std::vector<FileFact> m_facts;
    std::vector<FileId> m_touched; ///< their readiness may have changed
};

} // namespace il::machine
