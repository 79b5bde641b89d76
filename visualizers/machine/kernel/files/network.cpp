// What is on its way between sockets, and what happens when it gets there.
#include "machine/kernel/files/files.h"

#include <algorithm>

namespace il::machine {

using State = Socket::State;

namespace {

constexpr std::size_t longestSegment = 65'483; ///< bytes: the loopback device's MTU of 65536 without headers
/// What a segment may be late, when the schedule says so: a multiple of this, up to three times.
constexpr std::uint32_t latenesses = 4;
/// A SYN is sent again after 1 s, then 2, 4, ...; after the sixth repetition and 64 s more connect() gives
/// up.
constexpr trace::SimTime firstRetry = trace::milliseconds(1000);
constexpr int retries = 6;
constexpr trace::SimTime feedRetry = trace::milliseconds(1);

} // namespace

/// As much as the other end has room for; then, if there will be no more, the end.
void Files::transmit(Moment& moment, FileId id)
{
    Socket& socket = socketOf(id);
    if (socket.state != State::Connected || socket.finSent)
        return;
    const bool wasFull = !hasRoom(socket);
    while (!socket.unsent.empty()) {
        const Socket& peer = socketAt(socket.other);
        const std::size_t taken = peer.received.size() + socket.inFlight;
        const std::size_t window = peer.receiveBuffer - std::min(taken, peer.receiveBuffer);
        const bool vanished = m_files[socket.other].references == 0;
        const std::size_t count =
            std::min({socket.unsent.size(), vanished ? longestSegment : window, longestSegment});
        if (count == 0)
            break;
        socket.inFlight += count;
        launch(moment, id, {Segment::Kind::Data, id, socket.other, socket.unsent.take(count)});
        if (socket.state != State::Connected)
            return;
    }
    if (socket.unsent.empty() && socket.shutWrite) {
        socket.finSent = true;
        launch(moment, id, {Segment::Kind::Finish, id, socket.other, {}});
    }
    if (wasFull && hasRoom(socket))
        wake(id, events::out);
}

/// Segments of one sender arrive in order. Within one computer they are there at once, as a rule.
void Files::launch(Moment& moment, FileId from, Segment segment)
{
    Socket& socket = socketOf(from);
    if (socket.family == Socket::Family::Unix)
        return land(moment, segment);
    const std::uint32_t late = moment.schedule.choose(ChoiceKind::Network, latenesses);
    const trace::SimTime time =
        std::max(socket.lastLanding, moment.now + moment.segmentTime + lateness * late);
    if (time <= moment.now)
        return land(moment, segment);
    socket.lastLanding = time;
    schedule(time, std::move(segment));
}

void Files::schedule(trace::SimTime time, Segment segment)
{
    m_flight.emplace(std::pair(time, m_segments++), std::move(segment));
    m_due.push_back(time);
}

void Files::deliver(Moment& moment)
{
    while (!m_flight.empty() && m_flight.begin()->first.first <= moment.now) {
        auto next = m_flight.extract(m_flight.begin());
        land(moment, next.mapped());
        if (next.mapped().kind == Segment::Kind::Data)
            tellSent(next.mapped().from, 0);
    }
}

void Files::land(Moment& moment, Segment& segment)
{
    switch (segment.kind) {
    case Segment::Kind::Open:
        return landOpen(moment, segment.from);
    case Segment::Kind::Opened:
        return landOpened(segment.to);
    case Segment::Kind::Data:
        return landData(moment, segment.from, segment.to, segment.data);
    case Segment::Kind::Finish:
        return landFinish(segment.to);
    case Segment::Kind::Reset:
        return landReset(segment.to);
    case Segment::Kind::Feed:
        return landFeed(moment, segment.to, segment.data);
    case Segment::Kind::FeedOpen:
        connect(moment, segment.to, Address(socketOf(segment.to).peer));
        return;
    case Segment::Kind::FeedClose:
        return landFeedEnd(moment, segment.to);
    }
}

/// A client's SYN is there. When the queue is full it is dropped, and the client tries again later.
void Files::landOpen(Moment& moment, FileId id)
{
    Socket& client = socketOf(id);
    if (client.state != State::Connecting)
        return; // it has given up
    const FileId listener = findListener(client.peer);
    if (listener == noFile)
        return launch(moment, id, {Segment::Kind::Reset, noFile, id, {}});
    if (socketOf(listener).queue.size() <= socketOf(listener).backlog) {
        openPeer(id, listener);
        return launch(moment, id, {Segment::Kind::Opened, listener, id, {}});
    }
    const trace::SimTime next = moment.now + firstRetry * (std::int64_t{1} << client.tries);
    schedule(next, {client.tries++ < retries ? Segment::Kind::Open : Segment::Kind::Reset, id, id, {}});
}

void Files::landOpened(FileId id)
{
    Socket& client = socketOf(id);
    if (client.state != State::Connecting)
        return;
    client.state = State::Connected;
    wake(id, events::out);
}

/// Data for a socket that has been closed is answered by a reset.
void Files::landData(Moment& moment, FileId from, FileId to, const std::string& data)
{
    Socket& socket = socketOf(to);
    socketOf(from).inFlight -= data.size();
    if (m_files[to].references == 0)
        return launch(moment, to, {Segment::Kind::Reset, to, from, {}});
    if (socket.discards || socket.shutRead)
        return;
    socket.received.append(data);
    tellBytes(trace::EventKind::BytesArrived, to, data.size(), socket.received.size());
    wake(to, events::in);
}

void Files::landFinish(FileId to)
{
    Socket& socket = socketOf(to);
    socket.finArrived = true;
    wake(to, ~0u);
}

/// As in Linux's tcp_reset: what the program hears depends on what it knew already.
void Files::landReset(FileId to)
{
    Socket& socket = socketOf(to);
    if (socket.state == State::Connecting)
        socket.error = socket.tries > retries ? errors::timedOut : errors::refused;
    else if (socket.state == State::Connected)
        socket.error = socket.finArrived ? errors::brokenPipe : errors::reset;
    socket.state = State::Closed;
    socket.unsent = {};
    wake(to, ~0u);
}

void Files::socketClosed(Moment& moment, FileId id)
{
    Socket& socket = socketOf(id);
    if (std::exchange(socket.bound, false) && socket.family == Socket::Family::Inet) // a path stays
        m_names.erase({socket.local.port, socket.local.path});
    if (socket.state == State::Listening)
        listenerClosed(moment, id);
    if (socket.state == State::Connecting && socket.other != noFile) // the answer finds nobody
        launch(moment, id, {Segment::Kind::Reset, id, socket.other, {}});
    if (socket.state != State::Connected) {
        socket.state = State::Closed;
        return;
    }
    const bool unread = !socket.received.empty();
    socket.received = {};
    if ((unread || !socket.lingers) && socket.family == Socket::Family::Inet) {
        launch(moment, id, {Segment::Kind::Reset, id, socket.other, {}});
        socket.state = State::Closed;
        return;
    }
    socket.shutWrite = true;
    transmit(moment, id);
    if (socket.family == Socket::Family::Inet)
        return;
    socket.state = State::Closed;
    Socket& peer = socketOf(socket.other);
    if (unread)
        peer.error = errors::reset;
    peer.finArrived &= !unread;
    peer.state = State::Closed;
    wake(socket.other, ~0u);
}

/// Whoever wasn't accepted yet loses the connection.
void Files::listenerClosed(Moment& moment, FileId id)
{
    m_listeners.erase(std::remove(m_listeners.begin(), m_listeners.end(), id), m_listeners.end());
    for (const FileId connection : std::exchange(socketOf(id).queue, {})) {
        Socket& socket = socketOf(connection);
        socket.state = State::Closed;
        launch(moment, connection, {Segment::Kind::Reset, connection, socket.other, {}});
        release(moment, connection);
    }
}

void Files::giveToWorld(FileId id)
{
    if (!isSocket(id))
        return;
    socketOf(id).discards = true;
    socketOf(id).received = {};
}

void Files::feed(trace::SimTime time, FileId file, std::string data)
{
    added(data.size());
    schedule(time, {Segment::Kind::Feed, noFile, file, std::move(data)});
}

void Files::feedEnd(trace::SimTime time, FileId file)
{
    schedule(time, {Segment::Kind::FeedClose, noFile, file, {}});
}

FileId Files::feedFrom(trace::SimTime time, const Address& address)
{
    const FileId id = socket(address.path.empty() ? Socket::Family::Inet : Socket::Family::Unix);
    socketOf(id).peer = address;
    giveToWorld(id);
    hold(id);
    schedule(time, {Segment::Kind::FeedOpen, noFile, id, {}});
    return id;
}

/// The world's own buffer has no end; into a pipe it writes when there is room. A connection that is gone
/// takes what was meant for it along.
void Files::landFeed(Moment& moment, FileId to, const std::string& data)
{
    if (isSocket(to) && socketOf(to).state == State::Connected) {
        socketOf(to).unsent.append(data);
        transmit(moment, to);
        return tellSent(to, data.size());
    }
    const IoResult result = write(moment, to, data);
    if (result.count < data.size() && (result.error == errors::none || result.error == errors::again))
        feed(moment.now + feedRetry, to, data.substr(result.count));
}

void Files::landFeedEnd(Moment& moment, FileId to)
{
    const bool unfinished = std::any_of(m_flight.begin(), m_flight.end(), [to](const auto& segment) {
        return segment.second.kind == Segment::Kind::Feed && segment.second.to == to;
    });
    if (unfinished)
        feedEnd(moment.now + feedRetry, to);
    else
        release(moment, to);
}

} // namespace il::machine
