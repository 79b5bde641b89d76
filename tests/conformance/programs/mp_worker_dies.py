import multiprocessing
import os
import signal
import time


def work(x):
    if x == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02)
    return x


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        results = [pool.apply_async(work, (i,)) for i in range(5)]
        for i, result in enumerate(results):
            try:
                # Flushed: a worker that takes the dead one's place would copy what still stands in the buffer.
                print(i, result.get(timeout=0.5), flush=True)
            except multiprocessing.TimeoutError:
                print(i, "never comes", flush=True)
        print(len(multiprocessing.active_children()))
