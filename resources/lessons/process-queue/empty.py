# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A queue between processes: empty()", zh = "进程间的队列：empty()" }
# subtitle = { en = "The reader sees an empty pipe and leaves; the rest comes later", zh = "读的一方看到管道空了就走；其余的后来才到" }
# group = "processes"
# order = 36
# panel = "pool"
# questions = ["S1-05", "S1-MQ", "S2-01"]
# cores = 4
# python = "3.11"
# ///
import time
from multiprocessing import Process, Queue


def write(q):
    for word in ['tea', 'milk', 'salt']:
        q.put(word)  #: put
        time.sleep(0.01)


def read(q):
    count = 0
    while not q.empty():  #: empty
        q.get()
        count += 1
    print('read', count)  #: leaves


if __name__ == '__main__':
    q = Queue()
    w = Process(target=write, args=(q,))
    r = Process(target=read, args=(q,))
    w.start()
    r.start()
    w.join()
    r.join()
    print('nobody reads the rest')  #: rest
