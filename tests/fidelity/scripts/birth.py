"""What it costs to create a thread or a process that does nothing, and to wait for its end."""
import multiprocessing
import os
import threading
import time


def nothing():
    pass


def thread():
    one = threading.Thread(target=nothing)
    one.start()
    one.join()


def fork():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def process(method):
    one = multiprocessing.get_context(method).Process(target=nothing)
    one.start()
    one.join()


def median(work, times):
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    return sorted(took)[times // 2]


if __name__ == "__main__":
    print(f"thread: {median(thread, 50):.3f} ms")
    print(f"os.fork: {median(fork, 20):.2f} ms")
    print(f"Process, fork: {median(lambda: process('fork'), 20):.2f} ms")
    print(f"Process, spawn: {median(lambda: process('spawn'), 5):.1f} ms")
