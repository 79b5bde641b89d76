import multiprocessing


def add(lock, counter, n):
    for i in range(n):
        with lock:
            counter.value += 1


def add_with_own(counter, n):
    for i in range(n):
        with counter.get_lock():
            counter.value += 1


def fill(array, index):
    array[index] = index * 10


def waiter(event, results):
    event.wait()
    results.put("woken")


def guarded(semaphore, inside, most):
    with semaphore:
        with inside.get_lock():
            inside.value += 1
            most.value = max(most.value, inside.value)
        with inside.get_lock():
            inside.value -= 1


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    counter = multiprocessing.Value("i", 0)
    workers = [multiprocessing.Process(target=add, args=(lock, counter, 50)) for i in range(3)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(counter.value)
    workers = [multiprocessing.Process(target=add_with_own, args=(counter, 20)) for i in range(2)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(counter.value, counter)
    array = multiprocessing.Array("d", [0.5] * 4)
    workers = [multiprocessing.Process(target=fill, args=(array, i)) for i in range(1, 4)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(list(array), array[1:3], len(array))
    event = multiprocessing.Event()
    results = multiprocessing.Queue()
    p = multiprocessing.Process(target=waiter, args=(event, results))
    p.start()
    print(event.is_set())
    event.set()
    print(results.get(), event.is_set(), event.wait(1))
    p.join()
    semaphore = multiprocessing.Semaphore(2)
    inside = multiprocessing.Value("i", 0)
    most = multiprocessing.Value("i", 0)
    workers = [multiprocessing.Process(target=guarded, args=(semaphore, inside, most)) for i in range(4)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(most.value <= 2, inside.value)
    rlock = multiprocessing.RLock()
    with rlock:
        with rlock:
            print("twice", rlock)
    print(lock, rlock, semaphore)
    print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.01))
    print(lock)
    lock.release()
    for attempt in [lambda: lock.release(), lambda: rlock.release(),
                    lambda: multiprocessing.BoundedSemaphore(1).release()]:
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
    text = multiprocessing.Array("c", b"hello")
    text.value = b"ab"
    print(text.value, text.raw)
    raw = multiprocessing.RawArray("i", 3)
    raw[0] = 7
    print(list(raw), raw[-1])
    flag = multiprocessing.Value("b", 5, lock=False)
    flag.value = 300
    print(flag.value)
    try:
        multiprocessing.Value("i", "x")
    except TypeError as error:
        print("TypeError")
    try:
        import pickle
        pickle.dumps(lock)
    except RuntimeError as error:
        print(error)
