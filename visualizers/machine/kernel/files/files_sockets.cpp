// Sockets as the program sees them.
#include "machine/kernel/files/files.h"

#include <algorithm>

namespace il::machine {

using Kind = Description::Kind;
using State = Socket::State;

namespace {

// Linux's defaults: net.ipv4.tcp_rmem, what a loopback connection's send buffer grows to, and
// net.core.wmem_default. A Unix socket writes straight into its peer's buffer.
constexpr std::size_t tcpReceive = 131'072, tcpSend = 2'626'560, unixReceive = 212'992;

constexpr std::uint32_t loopback = 0x7F00'0001;

} // namespace

FileId Files::socket(Socket::Family family)
{
    const FileId id = open(Kind::Socket);
    m_files[id].index = static_cast<std::uint32_t>(m_sockets.size());
    Socket socket;
    socket.family = family;
    socket.receiveBuffer = family == Socket::Family::Inet ? tcpReceive : unixReceive;
    socket.sendBuffer = family == Socket::Family::Inet ? tcpSend : 0;
    m_sockets.push_back(std::move(socket));
    return id;
}

std::pair<FileId, FileId> Files::socketPair()
{
    const FileId a = socket(Socket::Family::Unix);
    const FileId b = socket(Socket::Family::Unix);
    socketOf(a).other = b;
    socketOf(b).other = a;
    socketOf(a).state = socketOf(b).state = State::Connected;
    socketOf(a).accepted = socketOf(b).accepted = true;
    return {a, b};
}

int Files::bind(FileId id, Address address)
{
    Socket& socket = socketOf(id);
    if (socket.bound || socket.state != State::Fresh)
        return errors::invalid;
    if (socket.family == Socket::Family::Inet && address.port == 0)
        address.port = freePort();
    if (address.port < 0 || !m_names.insert({address.port, address.path}).second)
        return errors::addressInUse;
    socket.local = std::move(address);
    socket.bound = true;
    return errors::none;
}

/// -1: none is left.
int Files::freePort()
{
    constexpr int first = 40'001, last = 60'999;
    for (int tried = first; tried <= last; ++tried) {
        const int port = std::exchange(m_nextPort, m_nextPort == last ? first : m_nextPort + 1);
        if (m_names.count({port, {}}) == 0)
            return port;
    }
    return -1;
}

int Files::unlink(const std::string& path)
{
    if (!hasPath(path))
        return errors::noEntry;
    m_names.erase({0, path});
    for (Socket& socket : m_sockets)
        socket.bound = socket.bound && socket.local.path != path;
    return errors::none;
}

int Files::listen(FileId id, std::size_t backlog)
{
    Socket& socket = socketOf(id);
    if (socket.state != State::Fresh && socket.state != State::Listening)
        return errors::invalid;
    if (!socket.bound) {
        if (socket.family == Socket::Family::Unix)
            return errors::invalid;
        bind(id, {});
    }
    if (socket.state == State::Fresh)
        m_listeners.push_back(id);
    socket.state = State::Listening;
    socket.backlog = backlog;
    return errors::none;
}

FileId Files::findListener(const Address& address) const
{
    const auto found = std::find_if(m_listeners.begin(), m_listeners.end(), [&](FileId id) {
        const Address& local = socketAt(id).local;
        return socketAt(id).bound && local.port == address.port && local.path == address.path &&
               (local.host == 0 || local.host == address.host);
    });
    return found == m_listeners.end() ? noFile : *found;
}

std::pair<int, FileId> Files::accept(FileId id)
{
    Socket& socket = socketOf(id);
    if (socket.state != State::Listening)
        return {errors::invalid, noFile};
    if (socket.queue.empty())
        return {errors::again, noFile};
    const FileId connection = socket.queue.front();
    socket.queue.pop_front();
    tellBytes(trace::EventKind::BytesRead, id, 1, socket.queue.size());
    for (const FileId client : std::exchange(socket.turnedAway, {}))
        wake(client, events::out);
    return {errors::none, connection};
}

int Files::connect(Moment& moment, FileId id, const Address& address)
{
    Socket& socket = socketOf(id);
    if (socket.state == State::Listening)
        return errors::isConnected;
    if (socket.state == State::Connecting && socket.family == Socket::Family::Inet)
        return errors::already;
    if (socket.state == State::Connected)
        return socket.accepted ? errors::isConnected : connected(id);
    if (socket.state == State::Closed)
        return socket.error != errors::none ? takeError(id) : errors::aborted;
    socket.peer = address;
    if (address.host == 0)
        socket.peer.host = socket.family == Socket::Family::Inet ? loopback : 0;
    if (socket.family == Socket::Family::Inet) {
        if (socket.local.port == 0)
            socket.local.port = freePort();
        if (socket.local.port < 0)
            return errors::addressNotAvailable;
        socket.local.host = loopback;
        socket.state = State::Connecting;
        launch(moment, id, {Segment::Kind::Open, id, id, {}});
        return errors::inProgress;
    }
    const FileId listener = findListener(address);
    if (listener == noFile)
        return hasPath(address.path) ? errors::refused : errors::noEntry;
    if (socketOf(listener).queue.size() > socketOf(listener).backlog) {
        socketOf(listener).turnedAway.push_back(id);
        return errors::again;
    }
    openPeer(id, listener);
    socketOf(id).state = State::Connected;
    socketOf(id).accepted = true;
    touch(id);
    return errors::none;
}

int Files::connected(FileId id)
{
    Socket& socket = socketOf(id);
    if (socket.state == State::Connecting)
        return errors::inProgress;
    if (socket.state == State::Connected) {
        socket.accepted = true;
        return errors::none;
    }
    return takeError(id);
}

/// The server's end of a new connection, at the end of the listener's queue.
FileId Files::openPeer(FileId client, FileId listener)
{
    const FileId id = socket(socketOf(client).family);
    Socket& server = socketOf(id);
    server.state = State::Connected;
    server.accepted = true;
    server.local = socketOf(client).peer;
    server.peer = socketOf(client).local;
    server.other = client;
    server.receiveBuffer = socketOf(listener).receiveBuffer;
    server.sendBuffer = socketOf(listener).sendBuffer;
    server.lingers = socketOf(listener).lingers;
    server.options = socketOf(listener).options;
    socketOf(client).other = id;
    hold(id);
    socketOf(listener).queue.push_back(id);
    tellBytes(trace::EventKind::BytesArrived, listener, 1, socketOf(listener).queue.size());
    wake(listener, events::in);
    return id;
}

int Files::shutdown(Moment& moment, FileId id, bool reading, bool writing)
{
    Socket& socket = socketOf(id);
    if (socket.state == State::Listening) {
        if (!reading)
            return errors::none;
        listenerClosed(moment, id);
        socket.state = State::Fresh;
        wake(id, ~0u);
        return errors::none;
    }
    if (socket.state != State::Connected)
        return errors::notConnected;
    socket.shutRead |= reading;
    if (reading && socket.family == Socket::Family::Unix)
        wake(socket.other, events::out);
    if (writing && !socket.shutWrite) {
        socket.shutWrite = true;
        transmit(moment, id);
    }
    wake(id, ~0u);
    return errors::none;
}

int Files::takeError(FileId id)
{
    return std::exchange(socketOf(id).error, errors::none);
}

void Files::setBuffers(FileId id, std::size_t receive, std::size_t send)
{
    if (receive > 0)
        socketOf(id).receiveBuffer = receive;
    if (send > 0 && socketOf(id).family == Socket::Family::Inet)
        socketOf(id).sendBuffer = send;
}

IoResult Files::peek(FileId id, std::size_t most)
{
    const Socket& socket = socketAt(id);
    if (socket.received.empty() || most == 0) {
        const bool over = socket.finArrived || socket.shutRead || socket.state == State::Closed;
        return {over ? errors::none : errors::again, 0, {}};
    }
    return {errors::none, 0, std::string(socket.received.front(most))};
}

IoResult Files::receive(Moment& moment, FileId id, std::size_t most)
{
    Socket& socket = socketOf(id);
    if (socket.state == State::Fresh || socket.state == State::Listening)
        return {socket.family == Socket::Family::Inet ? errors::notConnected : errors::invalid, 0, {}};
    if (socket.state == State::Connecting)
        return {errors::again, 0, {}};
    if (!socket.received.empty() && most > 0) {
        IoResult result;
        const bool wasFull = !hasRoom(socketAt(socket.other));
        result.data = socket.received.take(most);
        tellBytes(trace::EventKind::BytesRead, id, result.data.size(), socket.received.size());
        transmit(moment, socket.other);
        tellSent(socket.other, 0);
        if (wasFull && socket.family == Socket::Family::Unix && hasRoom(socketAt(socket.other)))
            wake(socket.other, events::out);
        if (!socket.received.empty())
            wakeThread(id, events::in);
        return result;
    }
    if (most == 0 || socket.finArrived || socket.shutRead)
        return {};
    if (socket.error != errors::none)
        return {takeError(id), 0, {}};
    return {socket.state == State::Closed ? errors::none : errors::again, 0, {}};
}

IoResult Files::send(Moment& moment, FileId id, std::string_view data)
{
    Socket& socket = socketOf(id);
    const bool tcp = socket.family == Socket::Family::Inet;
    if (socket.state == State::Connecting)
        return {errors::again, 0, {}};
    if (tcp && socket.error != errors::none)
        return {takeError(id), 0, {}};
    if (socket.state == State::Fresh || socket.state == State::Listening)
        return {tcp ? errors::brokenPipe : errors::notConnected, 0, {}};
    if (socket.shutWrite || socket.state == State::Closed || (!tcp && socketOf(socket.other).shutRead))
        return {errors::brokenPipe, 0, {}};
    IoResult result;
    result.count = std::min(room(socket), data.size());
    if (result.count == 0 && !data.empty())
        return {errors::again, 0, {}};
    added(result.count);
    socket.unsent.append(data.substr(0, result.count));
    transmit(moment, id);
    tellSent(id, result.count);
    return result;
}

/// Announces what has been sent, and how much of it is still on its way.
void Files::tellSent(FileId id, std::size_t count)
{
    Socket& socket = socketOf(id);
    const std::size_t outstanding = socket.unsent.size() + socket.inFlight;
    if (count > 0 || outstanding != socket.told)
        tellBytes(trace::EventKind::BytesSent, id, count, outstanding);
    socket.told = outstanding;
}

/// How much send() may take now.
std::size_t Files::room(const Socket& socket) const
{
    const std::size_t used = socket.unsent.size();
    if (socket.family == Socket::Family::Inet)
        return socket.sendBuffer - std::min(used, socket.sendBuffer);
    const Socket& peer = socketAt(socket.other);
    return peer.receiveBuffer - std::min(peer.received.size() + used, peer.receiveBuffer);
}

/// Whether poll calls it writable: Linux wants a third of the buffer to be free, of a Unix socket's three
/// quarters.
bool Files::hasRoom(const Socket& socket) const
{
    if (socket.family == Socket::Family::Inet)
        return room(socket) * 3 >= socket.sendBuffer;
    return socket.other != noFile && room(socket) * 4 >= socketAt(socket.other).receiveBuffer * 3;
}

Events Files::socketReady(FileId id) const
{
    const Socket& socket = socketAt(id);
    const Events failed = socket.error != errors::none ? events::error : 0;
    switch (socket.state) {
    case State::Fresh:
        return events::out | events::hangUp | failed;
    case State::Listening:
        return socket.queue.empty() ? 0 : events::in;
    case State::Connecting:
        return 0;
    case State::Closed:
        return events::in | events::out | events::peerHangUp | events::hangUp | failed;
    case State::Connected:
        break;
    }
    const bool over = socket.finArrived || socket.shutRead;
    Events result = failed;
    if (!socket.received.empty() || over)
        result |= events::in;
    if (over)
        result |= events::peerHangUp;
    if (socket.shutWrite || hasRoom(socket))
        result |= events::out;
    if (over && socket.shutWrite)
        result |= events::hangUp;
    return result;
}

} // namespace il::machine
