"""Condition, semaphore, event and queue are copied with what they hold."""
import os
import queue
import threading

condition = threading.Condition()
semaphore = threading.Semaphore(2)
event = threading.Event()
q = queue.Queue()
q.put("before")
semaphore.acquire()
event.set()
pid = os.fork()
with condition:
    condition.notify_all()
print(semaphore.acquire(blocking=False), semaphore.acquire(blocking=False))
print(event.is_set(), q.qsize(), q.get())
event.clear()
q.put("after")
if pid == 0:
    print("child", q.get(), event.is_set(), flush=True)
    os._exit(0)
os.waitpid(pid, 0)
print("parent", q.qsize(), event.is_set())
