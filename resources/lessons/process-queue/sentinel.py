# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The same with a sentinel", zh = "同一程序，改用结束标记" }
# subtitle = { en = "get() waits; a None says that nothing more comes", zh = "get() 会等待；None 表示不会再有数据" }
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
        q.put(word)
        time.sleep(0.01)
    q.put(None)  #: end


def read(q):
    count = 0
    while q.get() is not None:  #: get
        count += 1
    print('read', count)  #: all


if __name__ == '__main__':
    q = Queue()
    w = Process(target=write, args=(q,))
    r = Process(target=read, args=(q,))
    w.start()
    r.start()
    w.join()
    r.join()
