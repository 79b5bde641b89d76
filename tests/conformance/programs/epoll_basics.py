import os
import select
import socket

ep = select.epoll()
print(ep.closed, ep.fileno() >= 3)
r, w = os.pipe()
ep.register(r, select.EPOLLIN)
ep.register(w, select.EPOLLOUT)
print(ep.poll(0) == [(w, 4)])
os.write(w, b"1")
os.write(w, b"2")
print(sorted(ep.poll(1)) == [(r, 1), (w, 4)])
print(len(ep.poll(0, 1)), len(ep.poll(0, maxevents=1)))
ep.modify(w, 0)
print(ep.poll() == [(r, 1)])
for call in (lambda: ep.register(r), lambda: ep.modify(99, 1), lambda: ep.unregister(99), lambda: ep.poll(0, 0), lambda: ep.register(-1), lambda: ep.register(ep.fileno(), 1)):
    try:
        call()
        print("fine")
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
ep.unregister(w)
try:
    ep.modify(w, 1)
except OSError as error:
    print(type(error).__name__, error)
copy = os.dup(r)
os.close(r)
print("closed, but a copy keeps it:", ep.poll(0) == [(r, 1)])
os.close(copy)
print(ep.poll(0))
a, b = socket.socketpair()
ep.register(a, select.EPOLLIN | select.EPOLLET)
b.send(b"1")
b.send(b"2")
print("two sends, one event:", len(ep.poll(0)), len(ep.poll(0)))
with ep:
    pass
print(ep.closed)
try:
    ep.poll(0)
except ValueError as error:
    print(error)
