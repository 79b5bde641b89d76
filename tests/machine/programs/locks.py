import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print("returned", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
print(lock.acquire(timeout=0.01))
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
lock.release()
attempt(lock.release)
with lock as got:
    print(got, lock.locked())
print(lock.locked())

r = threading.RLock()
with r:
    with r:
        print("twice", r.acquire())
        r.release()
attempt(r.release)
r.acquire()
t = threading.Thread(target=lambda: (attempt(r.release), print(r.acquire(blocking=False))))
t.start()
t.join()
r.release()

order = []
gate = threading.Lock()
gate.acquire()


def waiter(n):
    with gate:
        order.append(n)


threads = []
for n in range(4):
    t = threading.Thread(target=waiter, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.005)
gate.release()
for t in threads:
    t.join()
print(sorted(order))

count = 0


def add():
    global count
    for _ in range(1000):
        with lock:
            count += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)

held = threading.Lock()
held.acquire()
t = threading.Timer(0.02, held.release)
t.start()
print(held.acquire(timeout=1))
t.join()
