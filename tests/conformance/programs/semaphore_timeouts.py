import threading
import time

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(blocking=False))
begin = time.monotonic()
print(s.acquire(timeout=0.02), 0.015 < time.monotonic() - begin < 0.08)
t = threading.Timer(0.02, s.release)
t.start()
print(s.acquire(timeout=5))
t.join()
s.release(2)
print(s.acquire(False), s.acquire(False), s.acquire(False))
bounded = threading.BoundedSemaphore(1)
with bounded:
    print(bounded.acquire(timeout=0))
for call in (bounded.release, lambda: threading.Semaphore(-1), lambda: s.acquire(False, 1)):
    try:
        print(call())
    except ValueError as error:
        print("ValueError", error)

meet = threading.Barrier(2, timeout=0.02)
try:
    meet.wait()
except threading.BrokenBarrierError:
    print("broken", meet.broken, meet.n_waiting)
meet.reset()
print(meet.broken, meet.parties)
