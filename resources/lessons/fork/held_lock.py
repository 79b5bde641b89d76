# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "fork and threads", zh = "fork 与线程" }
# subtitle = { en = "Another thread holds a lock at the moment of the fork", zh = "fork 的那一刻，锁在另一个线程手里" }
# group = "processes"
# order = 33
# panel = "mutex"
# questions = ["S1-19b"]
# cores = 2
# python = "3.11"
# ///
import os
import threading
import time

lock = threading.Lock()


def work():
    with lock:
        time.sleep(0.03)  #: taken


helper = threading.Thread(target=work)
helper.start()
time.sleep(0.01)

pid = os.fork()  #: alone
if pid == 0:
    got = lock.acquire(timeout=0.1)  #: never
    print('child got it:', got, flush=True)
    os._exit(0)

os.waitpid(pid, 0)
helper.join()
print('lock is free:', not lock.locked())  #: free
