import multiprocessing


def work(q, n):
    q.put(n * 2)


if __name__ == "__main__":
    ctx = multiprocessing.get_context("forkserver")
    q = ctx.Queue()
    workers = [ctx.Process(target=work, args=(q, n)) for n in range(2)]
    for w in workers:
        w.start()
    print(sorted(q.get() for w in workers))
    for w in workers:
        w.join()
    print([w.exitcode for w in workers], workers[0].name)
    for attempt in [lambda: multiprocessing.get_context("none"), lambda: multiprocessing.set_start_method("fork"),
                    lambda: multiprocessing.set_start_method("spawn")]:
        try:
            attempt()
            print("set", multiprocessing.get_start_method())
        except (ValueError, RuntimeError) as error:
            print(type(error).__name__, error)
    print(multiprocessing.get_all_start_methods())
