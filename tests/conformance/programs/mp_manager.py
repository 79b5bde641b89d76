import multiprocessing


def fill(shared_dict, shared_list, lock, n):
    for i in range(3):
        with lock:
            shared_list.append((n, i))
    shared_dict[n] = n * n


def produce(q):
    for i in range(3):
        q.put(i)
    q.put(None)


def bump(space, value, lock):
    with lock:
        space.x += 1
        value.value += 2


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        d = manager.dict()
        items = manager.list([0])
        lock = manager.Lock()
        workers = [multiprocessing.Process(target=fill, args=(d, items, lock, n)) for n in range(3)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()
        print(sorted(d.items()), len(items), sorted(items[1:]))
        print(sorted(d.keys()), d.get(7, "none"), 2 in d, len(d), dict(d) == {0: 0, 1: 1, 2: 4})
        d.update(a=1)
        del d[0]
        print(d.pop("a"), sorted(d), d.copy() == {1: 1, 2: 4})
        numbers = manager.list(range(4))
        numbers[0] = 9
        numbers += [5]
        numbers.sort()
        print(numbers, list(numbers), numbers.pop(), numbers.index(2), 3 in numbers)
        q = manager.Queue()
        p = multiprocessing.Process(target=produce, args=(q,))
        p.start()
        while (item := q.get()) is not None:
            print("item", item)
        p.join()
        print(q.empty(), q.qsize())
        space = manager.Namespace()
        space.x = 1
        value = manager.Value("i", 5)
        workers = [multiprocessing.Process(target=bump, args=(space, value, lock)) for n in range(2)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()
        print(space.x, value.value, space, value)
        event = manager.Event()
        print(event.is_set())
        event.set()
        print(event.is_set(), event.wait())
        for attempt in [lambda: d["missing"], lambda: items[100], lambda: q.get_nowait(), lambda: space.missing]:
            try:
                attempt()
            except Exception as error:
                print(type(error).__name__, error)
        nested = manager.dict(inner=manager.list([1]))
        nested["inner"].append(2)
        print(list(nested["inner"]))
