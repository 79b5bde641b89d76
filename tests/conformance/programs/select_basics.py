import os
import select
import socket

r, w = os.pipe()
a, b = socket.socketpair()
print(select.select([r, a], [w, a], [], 0) == ([], [w, a], []))
os.write(w, b"x")
print(select.select([r, a], [], [], 5) == ([r], [], []))
b.send(b"y")
print(select.select([a, r], [], [a, r], 5) == ([a, r], [], []))
b.close()
a.recv(10)
print(select.select([a], [a], [a], 0) == ([a], [a], []))
print(select.select([], [], [], 0.01))
for bad in (99, 1024, 5000, -1, "x", None, a):
    try:
        if bad is a:
            a.close()
        print(select.select([bad], [], [], 0))
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    select.select([r], [], [], -1)
except ValueError as error:
    print(error)
os.close(w)
os.read(r, 10)
print(select.select([r], [], [], 0) == ([r], [], []))
