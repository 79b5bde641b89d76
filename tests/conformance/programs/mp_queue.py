import multiprocessing
import queue
import time


def producer(q, n):
    for i in range(n):
        q.put((i, i * i))
    q.put(None)


def echo(inbox, outbox):
    while True:
        item = inbox.get()
        if item is None:
            break
        outbox.put(item * 2)
    outbox.put("done")


if __name__ == "__main__":
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=producer, args=(q, 5))
    p.start()
    while (item := q.get()) is not None:
        print(item)
    p.join()
    print(q.empty(), q.qsize(), q.full())
    inbox, outbox = multiprocessing.Queue(), multiprocessing.Queue()
    p = multiprocessing.Process(target=echo, args=(inbox, outbox))
    p.start()
    for i in range(3):
        inbox.put(i)
    inbox.put(None)
    print([outbox.get() for i in range(4)])
    p.join()
    small = multiprocessing.Queue(2)
    small.put(1)
    small.put(2)
    print(small.full(), small.qsize())
    for attempt in [lambda: small.put(3, False), lambda: small.put(3, True, 0.01), lambda: small.put_nowait(3)]:
        try:
            attempt()
        except queue.Full as error:
            print("Full", repr(error))
    print(small.get(), small.get())
    for attempt in [lambda: small.get(False), lambda: small.get(timeout=0.01), lambda: small.get_nowait()]:
        try:
            attempt()
        except queue.Empty as error:
            print("Empty", repr(error))
    small.put("x")
    small.close()
    small.join_thread()
    try:
        small.put(1)
    except ValueError as error:
        print(str(error)[:7])
    simple = multiprocessing.SimpleQueue()
    print(simple.empty())
    simple.put([1, 2])
    print(simple.empty(), simple.get())
