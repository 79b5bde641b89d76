"""A thread answers requests that come over a socket pair, beside sys.argv[1] threads that compute.

The client is a process of its own, with a GIL of its own: what it measures is the server's latency.
"""
import os
import socket
import sys
import threading
import time

from sim import cpu

REQUESTS = 60

count = int(sys.argv[1])
stop = False


def spin():
    while not stop:
        cpu(1)


def serve(connection):
    while True:
        request = connection.recv(64)
        if not request:
            return
        connection.sendall(request)


def ask(connection):
    took = []
    for _ in range(REQUESTS):
        start = time.perf_counter()
        connection.sendall(b"x" * 64)
        connection.recv(64)
        took.append(1e6 * (time.perf_counter() - start))
        time.sleep(0.0005)
    took.sort()
    print(f"answer beside {count} computing threads, median: {took[len(took) // 2]:.0f} us", flush=True)


here, there = socket.socketpair()
if os.fork() == 0:
    here.close()
    ask(there)
    os._exit(0)
there.close()
spinners = [threading.Thread(target=spin) for _ in range(count)]
for spinner in spinners:
    spinner.start()
serve(here)
stop = True
for spinner in spinners:
    spinner.join()
os.wait()
