# Semaphores and timers: never more than two at once, and a timer that is cancelled.
import threading
import time

slots = threading.BoundedSemaphore(2)
inside = most = 0
guard = threading.Lock()


def visit(n):
    global inside, most
    with slots:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.01)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit, args=(n,), daemon=n % 2 == 0) for n in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join(timeout=5)
print(most, inside, [t.daemon for t in threads])
try:
    slots.release()
except ValueError as e:
    print(e)
fired = []
one = threading.Timer(0.01, fired.append, args=["one"])
two = threading.Timer(5, fired.append, ["two"])
one.start()
two.start()
one.join()
two.cancel()
two.join()
print(fired, two.is_alive(), two.finished.is_set())
stop = threading.Event()
beats = []


def heart():
    while not stop.wait(0.01):
        beats.append(1)


t = threading.Thread(target=heart)
t.start()
time.sleep(0.055)
stop.set()
t.join()
print(4 <= len(beats) <= 5, stop.is_set(), stop.wait(0), threading.active_count(), threading.main_thread().name)
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), lock.locked())
for wrong in (lambda: lock.release(), lambda: threading.Thread(target=print).join(), lambda: t.start(), lambda: threading.RLock().release(),
              lambda: threading.Condition().notify(), lambda: lock.acquire(False, 1), lambda: threading.current_thread().join(),
              lambda: threading.Semaphore(-1), lambda: threading.Thread(None, 1, 2, 3, 4, 5)):
    try:
        wrong()
    except (RuntimeError, ValueError, TypeError, AssertionError) as e:
        print(type(e).__name__, e)
