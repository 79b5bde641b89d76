import multiprocessing


def work(tasks, results):
    while True:
        item = tasks.get()
        if item is None:
            tasks.task_done()
            break
        results.put(item ** 2)
        tasks.task_done()


if __name__ == "__main__":
    tasks = multiprocessing.JoinableQueue()
    results = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=work, args=(tasks, results)) for i in range(2)]
    for w in workers:
        w.start()
    for i in range(6):
        tasks.put(i)
    for w in workers:
        tasks.put(None)
    tasks.join()
    print(sorted(results.get() for i in range(6)))
    for w in workers:
        w.join()
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)
