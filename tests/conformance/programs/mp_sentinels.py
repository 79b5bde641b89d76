from multiprocessing import Process, Queue
import os
import time
import random


def write(q):
    for value in ["A", "B", "C"]:
        print("Put %s to queue..." % value)
        q.put(value)
        time.sleep(random.random() * 0.01)
    q.put(None)


def read(q):
    while True:
        value = q.get(True)
        if value is None:
            break
        print("Get %s from queue." % value)


if __name__ == "__main__":
    q = Queue()
    pw = Process(target=write, args=(q,))
    pr = Process(target=read, args=(q,))
    pw.start()
    pw.join()
    pr.start()
    pr.join()
    print("done", pr.exitcode, pw.exitcode)
