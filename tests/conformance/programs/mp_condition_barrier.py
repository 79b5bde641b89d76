import multiprocessing
import threading


def consumer(condition, box, results):
    with condition:
        while box.value == 0:
            condition.wait()
        results.put(box.value)


def meet(barrier, results, i):
    results.put(("before", i))
    index = barrier.wait()
    results.put(("after", index))


def broken(barrier, results):
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        results.put("broken")


if __name__ == "__main__":
    condition = multiprocessing.Condition()
    box = multiprocessing.Value("i", 0)
    results = multiprocessing.Queue()
    p = multiprocessing.Process(target=consumer, args=(condition, box, results))
    p.start()
    with condition:
        box.value = 9
        condition.notify_all()
    print(results.get())
    p.join()
    with condition:
        print(condition.wait(0.01), condition.wait_for(lambda: True))
    barrier = multiprocessing.Barrier(3)
    workers = [multiprocessing.Process(target=meet, args=(barrier, results, i)) for i in range(3)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    got = [results.get() for i in range(6)]
    print(sorted(got), barrier.parties, barrier.n_waiting)
    p = multiprocessing.Process(target=broken, args=(barrier, results))
    p.start()
    while barrier.n_waiting == 0:
        pass
    barrier.abort()
    print(results.get(), barrier.broken)
    p.join()
    barrier.reset()
    print(barrier.broken)
