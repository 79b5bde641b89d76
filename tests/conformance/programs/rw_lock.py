# Readers and writers: many may read at once, one may write alone.
import threading
import time
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._changed = threading.Condition()
        self._readers = 0
        self._writing = False
        self.most_readers = 0

    @contextmanager
    def reading(self):
        with self._changed:
            while self._writing:
                self._changed.wait()
            self._readers += 1
            self.most_readers = max(self.most_readers, self._readers)
        try:
            yield self
        finally:
            with self._changed:
                self._readers -= 1
                if not self._readers:
                    self._changed.notify_all()

    @contextmanager
    def writing(self):
        with self._changed:
            self._changed.wait_for(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            yield self
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()


lock = ReadWriteLock()
value = 0
seen = []


def read():
    with lock.reading():
        before = value
        time.sleep(0.05)
        seen.append(before == value)


def write():
    global value
    for _ in range(3):
        with lock.writing():
            old = value
            time.sleep(0.002)
            value = old + 1


threads = [threading.Thread(target=read) for _ in range(4)] + [threading.Thread(target=write) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(value, seen, lock.most_readers)
try:
    with lock.writing():
        raise KeyError("lost")
except KeyError as e:
    print("let go after", repr(e))
with lock.reading() as same:
    print(same is lock)
