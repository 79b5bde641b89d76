# /// script
# [tool.interleave]
# title = { en = "A pool of workers", zh = "工作线程池" }
# panel = "pool"
# order = 4
# ///
from concurrent.futures import ThreadPoolExecutor
from sim import disk


def fetch(n):
    disk(ms=10 * n)
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    results = list(pool.map(fetch, [1, 2, 3, 4]))
print(results)
