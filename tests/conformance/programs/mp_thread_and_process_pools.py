from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, wait
import time


def work(n):
    time.sleep(0.02 * n)
    if n == 3:
        raise ValueError("three")
    return n


def run(executor):
    futures = {executor.submit(work, n): n for n in [2, 1, 4]}
    for future in as_completed(futures):
        print(futures[future], future.result())
    done, pending = wait([executor.submit(work, n) for n in [1, 9]], return_when=FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = wait([executor.submit(work, n) for n in [3, 20]], return_when=FIRST_EXCEPTION)
    print(len(done), len(pending))
    done, pending = wait([executor.submit(work, n) for n in [10]], timeout=0.01)
    print(len(done), len(pending))
    try:
        for result in executor.map(work, [1, 3, 2]):
            print("mapped", result)
    except ValueError as error:
        print(error)
    try:
        list(executor.map(work, [30], timeout=0.05))
    except TimeoutError as error:
        print("timeout")


if __name__ == "__main__":
    with ThreadPoolExecutor(3) as executor:
        run(executor)
    with ProcessPoolExecutor(3) as executor:
        run(executor)
