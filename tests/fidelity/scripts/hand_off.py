"""Handing over to another thread and back, through two locks and through two queues: one way, on average."""
import queue
import threading
import time

ROUNDS = 2000


def lock_player(mine, theirs):
    for _ in range(ROUNDS):
        mine.acquire()
        theirs.release()


def locks():
    first, second = threading.Lock(), threading.Lock()
    second.acquire()
    other = threading.Thread(target=lock_player, args=(second, first))
    other.start()
    start = time.perf_counter()
    lock_player(first, second)
    other.join()
    return time.perf_counter() - start


def queues():
    there, back = queue.Queue(), queue.Queue()

    def answer():
        for _ in range(ROUNDS):
            back.put(there.get())

    other = threading.Thread(target=answer)
    other.start()
    start = time.perf_counter()
    for i in range(ROUNDS):
        there.put(i)
        back.get()
    other.join()
    return time.perf_counter() - start


print(f"through locks: {1e6 * locks() / ROUNDS / 2:.1f} us")
print(f"through queues: {1e6 * queues() / ROUNDS / 2:.1f} us")
