"""What epoll reports at each of some moments, level-triggered, edge-triggered and one-shot."""
import select
import socket

from select import EPOLLET, EPOLLHUP, EPOLLIN, EPOLLONESHOT


def reported(events):
    names = [name for name, bit in (("IN", EPOLLIN), ("HUP", EPOLLHUP)) for _, mask in events if mask & bit]
    return "+".join(names) or "-"


def drain(connection):
    try:
        while True:
            connection.recv(100)
    except BlockingIOError:
        pass


def sequence(flag):
    far, near = socket.socketpair()
    near.setblocking(False)
    poller = select.epoll()
    poller.register(near, EPOLLIN | flag)
    moments = [
        lambda: far.send(b"x" * 10),
        lambda: None,
        lambda: near.recv(4),
        lambda: far.send(b"y"),
        lambda: drain(near),
        lambda: far.send(b"z"),
        lambda: poller.modify(near, EPOLLIN | flag),
        lambda: drain(near),
        lambda: (far.send(b"a"), far.send(b"b")),
        lambda: far.close(),
        lambda: None,
    ]
    seen = []
    for moment in moments:
        moment()
        seen.append(reported(poller.poll(0)))
    return " ".join(seen)


print(f"level: {sequence(0)}")
print(f"edge: {sequence(EPOLLET)}")
print(f"one-shot: {sequence(EPOLLONESHOT)}")
