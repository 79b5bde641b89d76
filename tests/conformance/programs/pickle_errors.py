import pickle
import threading
import queue


def outer():
    def inner():
        pass
    return inner


class A:
    pass


old = A


class A:
    pass


class Holder:
    def __init__(self):
        self.lock = threading.Lock()


class Local:
    def __reduce__(self):
        return 3


class Bad:
    def __getstate__(self):
        raise RuntimeError("no state")


def main_class():
    class Hidden:
        pass
    return Hidden


def attempt(value):
    try:
        print(len(pickle.dumps(value)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


attempt(lambda: 0)
attempt(outer())
attempt(main_class())
attempt(main_class()())
attempt(old)
attempt(old())
attempt(Holder())
attempt(Local())
attempt(Bad())
for value in [threading.Lock(), threading.RLock(), threading.Condition(), threading.Event(), threading.Semaphore(),
              threading.Barrier(2), queue.Queue(), queue.SimpleQueue(), (x for x in []), threading, {}.keys()]:
    attempt(value)
deep = []
for i in range(2000):
    deep = [deep]
attempt(deep)
for data in [b"", b"x", b"\x80\x04\x95", pickle.dumps([1])[:-1], b"\x80\x09.", b"."]:
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
data = pickle.dumps(outer)
del outer
try:
    pickle.loads(data)
except AttributeError as error:
    print(str(error)[:32])
try:
    pickle.dumps(lambda: 0)
except pickle.PicklingError as error:
    again = pickle.loads(pickle.dumps(error))
    print(type(again) is pickle.PicklingError)
pickle.dumps([1, lambda: 0])
