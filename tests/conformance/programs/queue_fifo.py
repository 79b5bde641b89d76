import queue, threading
q, out = queue.Queue(maxsize=2), []
def produce():
    for i in range(6):
        q.put(i)
    q.put(None)
def consume():
    while (x := q.get()) is not None:
        out.append(x)
        q.task_done()
    q.task_done()
a, b = threading.Thread(target=produce), threading.Thread(target=consume)
a.start(); b.start(); a.join(); b.join(); q.join()
print(out, q.empty(), q.qsize(), q.full())
try:
    q.get_nowait()
except queue.Empty:
    print("empty")
q.put(1); q.put(2)
try:
    q.put(3, timeout=0.01)
except queue.Full:
    print("full")
try:
    q.task_done(); q.task_done(); q.task_done()
except ValueError as e:
    print(e)
