import threading
b, log, lock = threading.Barrier(3), [], threading.Lock()
def phase(n):
    for p in range(2):
        with lock: log.append(p)
        b.wait()
ts = [threading.Thread(target=phase, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(log, b.parties, b.n_waiting, b.broken)
