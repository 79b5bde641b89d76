from threading import Lock, RLock, Thread


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for lock in (Lock(), RLock()):
    attempt(lambda: lock.acquire(False))
    attempt(lambda: lock.acquire(blocking=False))
    attempt(lambda: lock.acquire(False, 1))
    attempt(lambda: lock.acquire(timeout=-2))
    attempt(lambda: lock.acquire(timeout=None))
    seen = []
    t = Thread(target=lambda: seen.append(lock.acquire(blocking=False)))
    t.start()
    t.join()
    print("another thread:", seen)
    attempt(lock.release)
    attempt(lock.release)
    attempt(lock.release)
