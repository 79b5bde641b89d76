# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "select, poll, epoll: the same arrivals", zh = "select、poll、epoll：同样的到达" }
# subtitle = { en = "Each thread watches its own idle connections and a busy one", zh = "每个线程各自等待一批空闲连接和一个繁忙连接" }
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
from threading import Thread
from sim import feed

IDLE = 1000
ARRIVALS = 6


def connections():
    busy, far = socket.socketpair()
    ends = [busy]
    for _ in range(IDLE // 2):
        ends += socket.socketpair()
    return far, ends


def by_select(ends):
    got = 0
    while got < ARRIVALS:
        try:
            select.select(ends, [], [])  #: select
        except ValueError as error:
            print("select:", error)
            return
        got += len(ends[0].recv(10))


def by_poll(ends):
    p = select.poll()
    for conn in ends:
        p.register(conn, select.POLLIN)
    got = 0
    while got < ARRIVALS:
        p.poll()  #: poll
        got += len(ends[0].recv(10))


def by_epoll(ends):
    ep = select.epoll()
    for conn in ends:
        ep.register(conn, select.EPOLLIN)  #: register
    got = 0
    while got < ARRIVALS:
        ep.poll()  #: epoll
        got += len(ends[0].recv(10))


threads = []
fars = []
for wait in (by_select, by_poll, by_epoll):
    far, ends = connections()
    fars.append(far)
    name = wait.__name__[3:]
    threads.append(Thread(target=wait, args=(ends,), name=name))
for t in threads:
    t.start()
for far in fars:
    feed(far, [(1 + n / 2, b"x") for n in range(ARRIVALS)])
for t in threads:
    t.join()
print("done")  #: total
