from concurrent.futures import ProcessPoolExecutor


def divide(x):
    return 1 // x


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        print(executor.submit(divide, 1).result())
        print(executor.submit(divide, 0).result())
