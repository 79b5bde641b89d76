# The same arrivals under level-triggered, edge-triggered and one-shot.
import select
import socket

NAMES = {select.EPOLLIN: "IN", select.EPOLLOUT: "OUT", select.EPOLLHUP: "HUP", select.EPOLLRDHUP: "RDHUP", select.EPOLLERR: "ERR"}


def show(ep):
    return ["|".join(name for bit, name in NAMES.items() if mask & bit) for _, mask in ep.poll(0)]


def scene(label, flag):
    a, b = socket.socketpair()
    b.setblocking(False)
    ep = select.epoll()
    ep.register(b, select.EPOLLIN | flag)
    print(label)
    a.send(b"x" * 10)
    print("  ten bytes:", show(ep), show(ep))
    b.recv(4)
    print("  four read:", show(ep))
    a.send(b"y")
    print("  one more:", show(ep))
    try:
        while True:
            b.recv(100)
    except BlockingIOError:
        pass
    print("  drained:", show(ep))
    a.send(b"z")
    print("  one again:", show(ep))
    if flag & select.EPOLLONESHOT:
        a.send(b"w")
        print("  still disarmed:", show(ep))
    ep.modify(b, select.EPOLLIN | flag)
    print("  modified:", show(ep), show(ep))
    a.close()
    print("  peer closed:", show(ep), show(ep))
    ep.close()


scene("level", 0)
scene("edge", select.EPOLLET)
scene("one-shot", select.EPOLLONESHOT)
scene("edge and one-shot", select.EPOLLET | select.EPOLLONESHOT)
