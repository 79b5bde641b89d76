import queue
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print("returned", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, repr(str(error)))


q = queue.Queue(2)
print(q.empty(), q.full(), q.qsize(), q.maxsize)
q.put(1)
q.put("two")
print(q.empty(), q.full(), q.qsize())
attempt(q.put_nowait, 3)
attempt(q.put, 3, False)
attempt(q.put, 3, timeout=0.01)
print(q.get(), q.get())
attempt(q.get_nowait)
attempt(q.get, False)
attempt(q.get, timeout=0.01)
attempt(q.get, True, -1)

stack = queue.LifoQueue()
ranked = queue.PriorityQueue()
simple = queue.SimpleQueue()
for n in (3, 1, 2):
    stack.put(n)
    ranked.put((n, "x" * n))
    simple.put(n)
print([stack.get() for _ in range(3)], [ranked.get() for _ in range(3)], [simple.get() for _ in range(3)])

jobs = queue.Queue(3)
results = []


def worker():
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            break
        time.sleep(0.001)
        results.append(job * job)
        jobs.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in range(10):
    jobs.put(n)
jobs.join()
print(sorted(results))
for _ in threads:
    jobs.put(None)
for t in threads:
    t.join()
attempt(jobs.task_done)
print(issubclass(queue.Empty, Exception), queue.Full.__name__)
