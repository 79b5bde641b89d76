"""The same work by one thread, then split among WORKERS threads or processes: how much sooner is it done?

sys.argv: cpu or io, threads or processes, WORKERS
"""
import multiprocessing
import sys
import threading
import time

from sim import disk

ROUNDS = 1_000_000  # cpu: in all
REQUESTS = 8        # io: in all, 20 ms each
DOES = {"cpu": "compute", "io": "wait"}
DOES = {"cpu": "compute", "io": "wait"}


def compute(share):
    x = 0
    for i in range(ROUNDS // share):
        x = (x * x + i) % 1_000_003


def request(share):
    for _ in range(REQUESTS // share):
        disk(20)


def seconds(job):
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def split(make, work, workers):
    started = [make(target=work, args=(workers,)) for _ in range(workers)]
    for one in started:
        one.start()
    for one in started:
        one.join()


if __name__ == "__main__":
    kind, means, workers = sys.argv[1], sys.argv[2], int(sys.argv[3])
    work = compute if kind == "cpu" else request
    make = threading.Thread if means == "threads" else multiprocessing.Process
    work(8)  # Python adapts code to what it does in its first rounds
    alone = seconds(lambda: work(1))
    together = seconds(lambda: split(make, work, workers))
    print(f"{workers} {means} that {DOES[kind]}: {alone / together:.2f} times as fast")
