from threading import Condition, Lock, RLock, Thread


def attempt(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


cond = Condition()
attempt("wait", cond.wait)
attempt("notify", cond.notify)
attempt("notify_all", cond.notify_all)
attempt("release", cond.release)

# Two conditions on one lock, which is what a bounded buffer has.
lock = Lock()
full, empty = Condition(lock), Condition(lock)
with full:
    print(lock.locked())
    attempt("empty.notify", empty.notify)
print(lock.locked())

# Waiting lets go of an RLock at any depth, and takes it to the same depth again.
again = RLock()
deep = Condition(again)
log = []


def waker():
    with deep:
        log.append("waker")
        deep.notify()


with deep:
    with deep:
        t = Thread(target=waker)
        t.start()
        deep.wait()
        log.append("woken")
        with deep:
            log.append("deeper")
t.join()
print(log)
attempt("release", again.release)
