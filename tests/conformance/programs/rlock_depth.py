from threading import RLock, Thread

lock = RLock()


def can_take():
    seen = []

    def ask():
        got = lock.acquire(blocking=False)
        if got:
            lock.release()
        seen.append(got)

    t = Thread(target=ask)
    t.start()
    t.join()
    return seen[0]


def nested(depth):
    with lock:
        if depth:
            return nested(depth - 1) + 1
        return 0


print(can_take(), nested(5), can_take())
with lock:
    lock.acquire()
    print(can_take())
    lock.release()
    print(can_take())
print(can_take())
try:
    with lock:
        with lock:
            raise KeyError("inside")
except KeyError as error:
    print(error, can_take())
try:
    lock.release()
except RuntimeError as error:
    print(error)
