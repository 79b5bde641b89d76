# Write your own bounded blocking queue: the usual exercise, with a condition for each side.
import threading
from collections import deque


class BoundedQueue:
    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError(f"capacity must be positive, not {capacity!r}")
        self._items = deque()
        self._capacity = capacity
        lock = threading.Lock()
        self._not_full = threading.Condition(lock)
        self._not_empty = threading.Condition(lock)

    def put(self, item):
        with self._not_full:
            while len(self._items) == self._capacity:
                self._not_full.wait()
            self._items.append(item)
            self._not_empty.notify()

    def get(self, timeout=None):
        with self._not_empty:
            if not self._not_empty.wait_for(lambda: self._items, timeout):
                raise TimeoutError("nothing came")
            item = self._items.popleft()
            self._not_full.notify()
            return item

    def __len__(self):
        return len(self._items)


queue = BoundedQueue(2)
received = []


def produce():
    for i in range(8):
        queue.put(i * i)
    queue.put(None)


def consume():
    for item in iter(queue.get, None):
        received.append(item)


pair = [threading.Thread(target=consume), threading.Thread(target=produce)]
for t in pair:
    t.start()
for t in pair:
    t.join()
print(received, len(queue))
try:
    queue.get(timeout=0.01)
except TimeoutError as e:
    print(type(e).__name__, e, isinstance(e, OSError))
try:
    BoundedQueue(0)
except ValueError as e:
    print(e)
