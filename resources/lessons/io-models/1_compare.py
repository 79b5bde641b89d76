# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "select, poll, epoll: the same arrivals", zh = "select、poll、epoll：同样的到达" }
# subtitle = { en = "Each thread watches the same idle connections and a busy one of its own", zh = "每个线程都等待同一批空闲连接和自己的一个繁忙连接" }
# group = "iomux"
# order = 52
# panel = "iomux"
# questions = ["S1-07"]
# cores = 4
# python = "3.11"
#
# [[tool.interleave.parameters]]
# name = "IDLE"
# label = { en = "Idle descriptors", zh = "空闲描述符" }
# min = 10
# max = 10000
# ///
import select
import socket
from threading import Barrier, Thread
from sim import feed

IDLE = 1000
ARRIVALS = 6
set_up = Barrier(4)


def by_select(busy):
    ends = [busy] + idle
    set_up.wait()
    got = 0
    while got < ARRIVALS:
        try:
            select.select(ends, [], [])
        except ValueError as error:
            print("select:", error)
            return
        got += len(busy.recv(10))  #: select


def by_poll(busy):
    p = select.poll()
    for conn in [busy] + idle:
        p.register(conn, select.POLLIN)
    set_up.wait()
    got = 0
    while got < ARRIVALS:
        p.poll()
        got += len(busy.recv(10))  #: poll


def by_epoll(busy):
    ep = select.epoll()
    for conn in [busy] + idle:
        ep.register(conn, select.EPOLLIN)  #: register
    set_up.wait()
    got = 0
    while got < ARRIVALS:
        ep.poll()
        got += len(busy.recv(10))  #: epoll


threads = []
fars = []
for wait in (by_select, by_poll, by_epoll):
    busy, far = socket.socketpair()
    fars.append(far)
    name = wait.__name__[3:]
    threads.append(Thread(target=wait, args=(busy,), name=name))
idle = []
while len(idle) < IDLE:
    idle += socket.socketpair()
for t in threads:
    t.start()
set_up.wait()
for far in fars:
    feed(far, [(1 + n / 2, b"x") for n in range(ARRIVALS)])
for t in threads:
    t.join()
print("done")  #: total
