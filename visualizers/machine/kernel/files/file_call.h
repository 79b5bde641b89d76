// A system call on files that a thread is in.
#pragma once

#include "machine/kernel/files/files.h"

namespace il::machine {

/// It is tried, and tried again whenever one of its files becomes ready, until it gives something. Meanwhile
/// it holds a reference to each of its files: that another thread closes the descriptor doesn't end the call,
/// as on Linux.
struct FileCall {
    enum class Kind : std::uint8_t { None, Read, Write, Accept, Connect, Poll, Select, Epoll };
    Kind kind = Kind::None;
    bool blocks = true;    ///< otherwise the first try is the last
    bool whole = false;    ///< Write: until everything is written, and the result is None (sendall)
                           ///< Read: until `most` bytes are there, or the end (MSG_WAITALL)
    bool finished = false; ///< its results are there
    bool tried = false;    ///< since the thread was last woken
    bool begun = false;    ///< Connect: the first segment has been sent
    bool into = false;     ///< Read: the bytes go into the buffer that is kept for the result
    bool peek = false;     ///< Read: leaves the bytes where they are
    bool codeOnly = false; ///< Connect: the result is the error number (connect_ex)
    bool timed = false;    ///< it has a timeout: that it would have to wait means that it has passed
    int fd = -1;
    const char* name = ""; ///< as the trace tells it; a literal
    FileId file = noFile;
    std::size_t most = 0;           ///< Read: bytes; Epoll: events
    std::string data;               ///< Write
    std::size_t done = 0;           ///< bytes of it that have been written
    std::vector<PollEntry> entries; ///< Poll, Select
    std::size_t distinct = 0; ///< descriptors among them: select's lists may name one several times, but the
                              ///< kernel looks at it once
    Address address;          ///< Connect
    trace::SimTime cost;      ///< of one try

    // Results.
    std::size_t scanned = 0; ///< Poll, Select, Epoll: files that the latest try has looked at
    int error = errors::none;
    std::string received;                      ///< Read
    FileId connection = noFile;                ///< Accept; the call has a reference to it
    std::vector<std::pair<int, Events>> found; ///< Epoll
};

/// One try. `last`: it has run out of time, so it finishes with what there is.
void attempt(Files& files, Moment& moment, FileCall& call, bool last);

/// Puts the calling thread in the queues of all files that could let the call go on, or takes it out.
void enrol(Files& files, const FileCall& call, trace::ThreadId thread);
void withdraw(Files& files, const FileCall& call, trace::ThreadId thread);

void holdFiles(Files& files, const FileCall& call);
void releaseFiles(Files& files, Moment& moment, const FileCall& call);

} // namespace il::machine
