import multiprocessing


def inner(x):
    return 10 // x


def divide(x):
    return inner(x)


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(divide, [1, 2]))
        pool.apply(divide, (0,))
