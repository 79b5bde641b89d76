import queue, threading
q, got = queue.Queue(), {"a": 0, "b": 0}
def consume(name):
    while q.get() is not None:
        got[name] += 1
ts = [threading.Thread(target=consume, args=(n,)) for n in "ab"]
for t in ts: t.start()
for i in range(2): q.put(i)
for t in ts: q.put(None)
for t in ts: t.join()
print(got)
