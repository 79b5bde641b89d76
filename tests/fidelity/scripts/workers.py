"""When pools of four start their workers: how many there are at each moment."""
import multiprocessing
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def task(ms):
    time.sleep(ms / 1000)


def processes():
    return len(multiprocessing.active_children())


def threads():
    return threading.active_count() - 1


def executor(name, pool, workers):
    counts = [workers()]
    first = pool.submit(task, 50)
    counts.append(workers())
    first.result()
    time.sleep(0.05)
    pool.submit(task, 5).result()  # somebody is idle
    counts.append(workers())
    three = [pool.submit(task, 150) for _ in range(3)]
    counts.append(workers())
    for future in three:
        future.result()
    many = [pool.submit(task, 5) for _ in range(20)]
    counts.append(workers())
    for future in many:
        future.result()
    pool.shutdown()
    print(f"{name}: {counts}")


def pool():
    with multiprocessing.get_context("fork").Pool(4) as four:
        counts = [processes()]
        four.apply(task, (5,))
        counts.append(processes())
        four.map(task, [5] * 20)
        counts.append(processes())
        helpers = threads()
    print(f"Pool(4): {counts}")
    print(f"Pool(4), threads beside the main one: {helpers}")


if __name__ == "__main__":
    pool()
    for method in "fork", "spawn":
        context = multiprocessing.get_context(method)
        four = ProcessPoolExecutor(4, mp_context=context)
        executor(f"ProcessPoolExecutor(4), {method}", four, processes)
    executor("ThreadPoolExecutor(4)", ThreadPoolExecutor(4), threads)
