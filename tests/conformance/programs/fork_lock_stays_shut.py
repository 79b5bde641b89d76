"""Only the thread that forks lives on in the child: what others had locked stays locked."""
import os
import threading
import time

lock = threading.Lock()
mine = threading.RLock()


def hold():
    with lock:
        time.sleep(0.3)


thread = threading.Thread(target=hold)
thread.start()
time.sleep(0.1)
mine.acquire()
pid = os.fork()
if pid == 0:
    print("threads in the child:", threading.active_count(), thread.is_alive())
    print("taken:", lock.acquire(timeout=0.5))
    mine.release()
    print("mine again:", mine.acquire(blocking=False))
    thread.join()
    print(lock.locked(), flush=True)
    os._exit(0)
mine.release()
os.waitpid(pid, 0)
thread.join()
print("in the parent:", threading.active_count(), lock.acquire(timeout=0.5))
