import threading
sem = threading.Semaphore(2)
print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False))
sem.release(); print(sem.acquire(timeout=0.01)); sem.release(2)
inside, most, lock = 0, 0, threading.Lock()
def work():
    global inside, most
    with sem:
        with lock:
            inside += 1
            most = max(most, inside)
        with lock:
            inside -= 1
ts = [threading.Thread(target=work) for _ in range(8)]
for t in ts: t.start()
for t in ts: t.join()
print(inside, 1 <= most <= 2)
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as e:
    print(e)
