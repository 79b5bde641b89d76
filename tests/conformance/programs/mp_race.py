import multiprocessing

counter = 0


def add(n):
    global counter
    for i in range(n):
        counter += 1
    print("child sees", counter)


if __name__ == "__main__":
    counter = 10
    workers = [multiprocessing.Process(target=add, args=(5,)) for i in range(2)]
    for w in workers:
        w.start()
        w.join()
    print("parent sees", counter)
