import threading
import time

lock = threading.Lock()
log = []


def holder():
    with lock:
        taken.set()
        time.sleep(0.06)
        log.append("released")


taken = threading.Event()
t = threading.Thread(target=holder)
t.start()
taken.wait()
begin = time.monotonic()
print(lock.acquire(timeout=0.02), lock.locked())
print("about 20 ms:", 0.015 < time.monotonic() - begin < 0.05)
print(lock.acquire(timeout=5), log)
lock.release()
t.join()
print(lock.acquire(timeout=0), lock.acquire(timeout=0))
print(lock.acquire(True, 0.001), lock.acquire(False))
lock.release()
print(lock.acquire(timeout=-1), lock.locked())
