"""How long threads that only compute hold the GIL, for the switch interval sys.argv[1] (ms) and sys.argv[2] threads.

Each samples the clock all the time. A hold is a run of samples by one thread with none of another's in between.
"""
import sys
import threading
import time

from sim import cpu

SAMPLE = 0.05  # ms of computing between two looks at the clock
SECONDS = 0.2

interval = float(sys.argv[1])
count = int(sys.argv[2])
sys.setswitchinterval(interval / 1000)
samples = []
ready = threading.Barrier(count)


def work(name, end):
    ready.wait()
    while time.perf_counter() < end:
        cpu(SAMPLE)
        samples.append((name, time.perf_counter()))


end = time.perf_counter() + SECONDS
threads = [threading.Thread(target=work, args=(i, end)) for i in range(count)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

holds = []
holder, since, last = None, 0, 0
for name, now in sorted(samples, key=lambda sample: sample[1]):
    if name != holder:
        holds.append(last - since)
        holder, since = name, now
    last = now
held = sorted(1000 * hold for hold in holds[2:])  # not nobody's, nor the first, which begins at the barrier
print(f"{interval:g} ms, {count} threads, median: {held[len(held) // 2]:.2f} ms")
print(f"{interval:g} ms, {count} threads, longest: {held[-1]:.2f} ms")
