import multiprocessing
import time

if __name__ == "__main__":
    q = multiprocessing.Queue()
    q.put(lambda: 0)
    q.put("after")
    print(q.get())
    print(q.qsize())
