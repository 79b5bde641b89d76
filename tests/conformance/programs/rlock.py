import threading
lock = threading.RLock()
def depth(n):
    with lock:
        return 0 if n == 0 else 1 + depth(n - 1)
print(depth(5))
lock.acquire(); lock.acquire(); lock.release()
got = []
t = threading.Thread(target=lambda: got.append(lock.acquire(blocking=False)))
t.start(); t.join(); print(got)
lock.release()
def take():
    if lock.acquire(blocking=False):
        got.append(True)
        lock.release()
t = threading.Thread(target=take); t.start(); t.join(); print(got)
try:
    lock.release()
except RuntimeError as e:
    print(e)
