import queue
import threading
import time

jobs = queue.Queue()
log = []


def worker():
    while True:
        n = jobs.get()
        if n is None:
            jobs.task_done()
            break
        time.sleep(0.005)
        log.append(n)
        jobs.task_done()


try:
    jobs.task_done()
except ValueError as error:
    print(error)
jobs.join()
t = threading.Thread(target=worker)
t.start()
for n in range(4):
    jobs.put(n)
jobs.join()
print(log, jobs.unfinished_tasks, jobs.empty())
jobs.put(None)
jobs.join()
t.join()
try:
    jobs.get(timeout=0.01)
except queue.Empty as error:
    print("empty", repr(error))
small = queue.Queue(1)
small.put("x")
try:
    small.put("y", timeout=0.01)
except queue.Full as error:
    print("full", repr(error))
