# Map and reduce over threads: chunks of a text, merged under a lock, by a queue and by a pool.
import queue
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity""".splitlines()


def words(line):
    return [w.strip(",.").lower() for w in line.split()]


total, lock = Counter(), threading.Lock()


def count(line):
    mine = Counter(words(line))
    with lock:
        total.update(mine)


threads = [threading.Thread(target=count, args=(line,)) for line in TEXT]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total.most_common(3), sum(total.values()))
jobs, results = queue.Queue(), queue.Queue(maxsize=2)


def worker():
    while (line := jobs.get()) is not None:
        results.put(len(words(line)))
        jobs.task_done()
    jobs.task_done()


workers = [threading.Thread(target=worker) for _ in range(3)]
for w in workers:
    w.start()
for line in TEXT:
    jobs.put(line)
for w in workers:
    jobs.put(None)
print(sum(results.get() for _ in TEXT))
jobs.join()
for w in workers:
    w.join()
with ThreadPoolExecutor() as pool:
    merged = sum(pool.map(lambda line: Counter(words(line)), TEXT), Counter())
print(merged == total, len(merged), merged - Counter(it=3, the=6), (merged & Counter("it"))["it"])
try:
    jobs.task_done()
except ValueError as e:
    print(e)
q = queue.PriorityQueue()
for item in [(3, "c"), (1, "a"), (2, "b")]:
    q.put(item)
print([q.get()[1] for _ in range(q.qsize())], q.empty(), q.full())
for failing in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: results.get(block=False)):
    try:
        failing()
    except queue.Empty as e:
        print("empty", repr(e))
full = queue.LifoQueue(1)
full.put(1)
try:
    full.put(2, timeout=0.01)
except queue.Full:
    print("full", full.get())
