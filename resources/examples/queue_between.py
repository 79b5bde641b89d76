# /// script
# [tool.interleave]
# title = { en = "A queue between two threads", zh = "两个线程之间的队列" }
# panel = "gil"
# order = 5
# ///
from queue import Queue
from threading import Thread
from sim import cpu, disk

queue = Queue(maxsize=2)


def produce():
    for n in range(4):
        disk(ms=2)
        queue.put(n)
    queue.put(None)  # nothing more to come


def consume():
    while (item := queue.get()) is not None:
        cpu(ms=4)
        print("used", item)


producer = Thread(target=produce, name="producer")
consumer = Thread(target=consume, name="consumer")
producer.start()
consumer.start()
producer.join()
consumer.join()
