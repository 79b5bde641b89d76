import queue
s = queue.LifoQueue()
for i in range(3): s.put(i)
print([s.get() for _ in range(3)])
p = queue.PriorityQueue()
for item in [(3, "low"), (1, "high"), (2, "mid")]: p.put(item)
print([p.get()[1] for _ in range(3)], p.empty())
q = queue.SimpleQueue(); q.put("x"); print(q.get(), q.empty())
