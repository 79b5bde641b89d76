// One end of a connection, or a listening socket.
#pragma once

#include "machine/kernel/files/byte_buffer.h"
#include "machine/kernel/files/description.h"
#include "machine/kernel/files/errors.h"
#include "trace/time.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace il::machine {

/// Where a socket is to be found: an IPv4 address, or a path.
struct Address {
    std::uint32_t host = 0; ///< 127.0.0.1 is 0x7F000001
    int port = 0;
    std::string path;

    friend bool operator==(const Address&, const Address&) = default;
};

/// Stream sockets. Bytes pass from the sender's `unsent` into the receiver's `received`, as far as there is
/// room.
struct Socket {
    enum class Family : std::uint8_t { Unix = 1, Inet = 2 };
    enum class State : std::uint8_t {
        Fresh,
        Listening,
        Connecting,
        Connected,
        Closed ///< there was a connection: it was refused, reset, or the other side of a pair is gone
    };

    Family family = Family::Inet;
    State state = State::Fresh;
    bool bound = false;       ///< local is its alone
    bool shutRead = false;    ///< shutdown(SHUT_RD): nothing more is received
    bool shutWrite = false;   ///< nothing more will be sent but `unsent`
    bool finSent = false;     ///< and that has been sent too
    bool finArrived = false;  ///< the peer will send nothing more
    bool accepted = false;    ///< connect() has said that it is connected
    bool discards = false;    ///< belongs to the world outside the program, which reads whatever it gets
    bool lingers = true;      ///< close() lets what was sent arrive; otherwise (SO_LINGER of 0 s) it resets
    int error = errors::none; ///< pending: SO_ERROR
    int tries = 0;            ///< Connecting: segments sent in vain
    Address local, peer;
    FileId other = noFile; ///< the other end
    ByteBuffer received;
    ByteBuffer unsent;
    std::size_t told = 0;       ///< bytes announced as not yet arrived
    std::size_t inFlight = 0;   ///< bytes on their way to the other end
    trace::SimTime lastLanding; ///< nothing that it sends overtakes what it has sent before
    std::size_t receiveBuffer = 0, sendBuffer = 0; ///< bytes they can hold
    std::deque<FileId> queue;                      ///< Listening: connections that wait to be accepted
    std::size_t backlog = 0;                       ///< Listening: Linux admits one more than that
    std::vector<FileId> turnedAway;                ///< Listening, Unix: wait for room in the queue
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t>
        options; ///< by level and name; without effect
};

/// Something on its way through the network, or something that the world will do.
struct Segment {
    enum class Kind : std::uint8_t {
        Open,   ///< SYN
        Opened, ///< SYN and ACK
        Data,
        Finish, ///< FIN
        Reset,
        Feed,      ///< the world writes `data` to `to`
        FeedOpen,  ///< the world's socket `to` connects to its peer address
        FeedClose, ///< the world lets go of `to`
    };
    Kind kind = Kind::Data;
    FileId from = noFile, to = noFile;
    std::string data;
};

} // namespace il::machine
