from concurrent.futures import ThreadPoolExecutor
def square(n):
    if n == 3:
        raise ValueError("three")
    return n * n
with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(square, n) for n in range(5)]
    print(list(pool.map(square, [5, 6])))
for f in futures:
    print(f.done(), f.exception() or f.result())
