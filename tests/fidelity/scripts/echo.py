"""One message there and back over a socket pair: to another thread, and to another process."""
import os
import socket
import threading
import time

MESSAGES = 300


def answer(connection):
    for _ in range(MESSAGES):
        connection.sendall(connection.recv(64))


def ask(connection):
    took = []
    for _ in range(MESSAGES):
        start = time.perf_counter()
        connection.sendall(b"x" * 16)
        connection.recv(64)
        took.append(1e6 * (time.perf_counter() - start))
    return sorted(took)[MESSAGES // 2]


here, there = socket.socketpair()
thread = threading.Thread(target=answer, args=(there,))
thread.start()
print(f"to a thread and back: {ask(here):.1f} us")
thread.join()

child = os.fork()
if child == 0:
    answer(there)
    os._exit(0)
print(f"to a process and back: {ask(here):.1f} us")
os.waitpid(child, 0)
