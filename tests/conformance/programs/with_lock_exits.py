# Every way out of a with block releases the lock.
from threading import Lock, Semaphore

lock = Lock()


def leave(how):
    for n in range(3):
        with lock:
            if how == "return":
                return n
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError(n)
    return "end"


for how in ("return", "break", "continue", "raise", "none"):
    try:
        print(how, leave(how), lock.locked())
    except ValueError as error:
        print(how, "raised", error, lock.locked())


def numbers():
    with lock:
        yield 1
        yield 2


gen = numbers()
print(next(gen), lock.locked())
gen.close()
print(lock.locked())

with Semaphore(1) as got, lock as also:
    print(got, also, lock.locked())
print(lock.locked())
try:
    with lock:
        with Lock():
            1 / 0
except ZeroDivisionError:
    print("divided", lock.locked())
