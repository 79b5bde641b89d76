"""A peer that has gone is readable, not exceptional: asked for the latter alone, select waits until its time is up."""
import select
import socket
import time

a, b = socket.socketpair()
b.close()
start = time.monotonic()
print(select.select([], [], [a], 0.05), time.monotonic() - start >= 0.05)
print([len(ready) for ready in select.select([a], [a], [a], 5)])
print(len(select.select([a, a, a.fileno()], [], [])[0]))
