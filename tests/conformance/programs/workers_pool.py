import queue, threading
jobs, results = queue.Queue(), queue.Queue()
def worker():
    while True:
        n = jobs.get()
        if n is None:
            break
        results.put((n, sum(d for d in range(1, n) if n % d == 0) == n))
threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads: t.start()
for n in range(2, 500): jobs.put(n)
for _ in threads: jobs.put(None)
for t in threads: t.join()
print(results.qsize())
found = []
while not results.empty():
    n, perfect = results.get()
    if perfect: found.append(n)
print(sorted(found))
