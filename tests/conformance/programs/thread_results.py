# How do I get a thread's result, and its exception? Subclass, list, queue, future.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor


class ResultThread(threading.Thread):
    def __init__(self, target, *args):
        super().__init__()
        self._work, self._arguments = target, args
        self.result = self.error = None

    def run(self):
        try:
            self.result = self._work(*self._arguments)
        except Exception as e:
            self.error = e

    def join(self, timeout=None):
        super().join(timeout)
        if self.error:
            raise self.error
        return self.result


def divide(a, b):
    return a / b


good, bad = ResultThread(divide, 7, 2), ResultThread(divide, 7, 0)
good.start()
bad.start()
print(good.join())
try:
    bad.join()
except ZeroDivisionError as e:
    print("raised again:", e)

box = [None] * 4
threads = [threading.Thread(target=lambda i=i: box.__setitem__(i, i ** 3)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(box)

answers = queue.Queue()
threads = [threading.Thread(target=lambda k: answers.put((k, k.upper())), args=(k,)) for k in "cab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(dict(sorted(answers.get() for _ in threads)), answers.empty())

with ThreadPoolExecutor(max_workers=2) as pool:
    futures = {pool.submit(divide, 10, n): n for n in (1, 0, 4)}
    for future, n in futures.items():
        error = future.exception()
        print(n, error if error else future.result())
