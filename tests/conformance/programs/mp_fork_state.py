import multiprocessing
import threading
import os

data = [1, 2]
local = threading.local()
local.x = 5


def child():
    data.append(3)
    print("child", data, local.x, threading.current_thread().name, threading.active_count(),
          threading.main_thread() is threading.current_thread())
    t = threading.Thread(target=print, args=("thread in child",))
    t.start()
    t.join()


def keep(event):
    event.wait()


if __name__ == "__main__":
    event = threading.Event()
    t = threading.Thread(target=keep, args=(event,))
    t.start()
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()
    print("parent", data, threading.active_count(), p.exitcode)
    event.set()
    t.join()
