# Descriptors are the lowest free numbers, in whatever they are used.
import os
import select
import socket

r, w = os.pipe()
ep = select.epoll()
s = socket.socket()
print(r, w, ep.fileno(), s.fileno())
os.close(w)
a, b = socket.socketpair()
print(a.fileno(), b.fileno())
s.close()
ep.close()
print(os.dup(r), os.dup(r), os.dup(r))
fd = a.detach()
print(fd == 4, a.fileno())
c = socket.socket(fileno=fd)
c.send(b"same socket")
print(b.recv(100), c.fileno())
try:
    socket.socket(fileno=r)
except OSError as error:
    print(error)
d = c.dup()
print(d.fileno() != c.fileno())
c.close()
d.send(b"still")
print(b.recv(100))
d.close()
print(b.recv(100))
