import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def nap(x):
    time.sleep(0.05)
    return x


if __name__ == "__main__":
    executor = ProcessPoolExecutor(3)
    print(len(multiprocessing.active_children()))
    executor.submit(nap, 1)
    print(len(multiprocessing.active_children()))
    executor.shutdown()
    print(len(multiprocessing.active_children()))
    pool = multiprocessing.Pool(3)
    print(len(multiprocessing.active_children()))
    pool.close()
    pool.join()
    print(len(multiprocessing.active_children()))
    threads = ThreadPoolExecutor(3)
    print(len(threads._threads))
    threads.submit(nap, 1).result()
    print(len(threads._threads))
    time.sleep(0.01)
    threads.submit(nap, 1).result()
    print(len(threads._threads))
    first, second = threads.submit(nap, 1), threads.submit(nap, 2)
    print(len(threads._threads), first.result(), second.result())
    threads.shutdown()
