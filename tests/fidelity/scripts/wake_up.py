"""A thread sleeps 2 ms again and again beside sys.argv[1] threads that compute: how late does it run again?

The sleep gives up the GIL, and coming back it must wait for it: the convoy in its simplest form.
"""
import sys
import threading
import time

from sim import cpu

SLEEP = 0.002

count = int(sys.argv[1])
stop = False


def spin():
    while not stop:
        cpu(1)


spinners = [threading.Thread(target=spin) for _ in range(count)]
for spinner in spinners:
    spinner.start()
late = []
for _ in range(60):
    start = time.perf_counter()
    time.sleep(SLEEP)
    late.append(1e6 * (time.perf_counter() - start - SLEEP))
stop = True
for spinner in spinners:
    spinner.join()
print(f"woken beside {count} computing threads, median: {sorted(late)[len(late) // 2]:.0f} us")
