import multiprocessing
import time


if __name__ == "__main__":
    q = multiprocessing.Queue()
    q.put(1)
    print(q.full(), q.qsize())
    time.sleep(0.1)
    print(q.empty(), q.get())
    q.put(2)
    q.put(3)
    time.sleep(0.1)
    print(q.qsize(), q.get(), q.get(), q.qsize())
    big = multiprocessing.Queue()
    for i in range(3):
        big.put("x" * 100000)
    print(big.qsize())
    print(sum(len(big.get()) for i in range(3)))
    q.cancel_join_thread()
    q.put("y" * 200000)
    print("done")
