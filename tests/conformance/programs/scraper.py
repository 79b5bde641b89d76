# The crawler that every course has: a frontier, workers, a visited set, and the same thing one after the other.
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

PAGES = {
    "/": ["/a", "/b"],
    "/a": ["/c", "/"],
    "/b": ["/c", "/d", "/missing"],
    "/c": [],
    "/d": ["/a"],
}


def fetch(url):
    time.sleep(0.01)
    if url not in PAGES:
        raise LookupError(f"404 {url}")
    return PAGES[url]


def crawl(workers):
    frontier, seen, errors, lock = queue.Queue(), {"/"}, [], threading.Lock()
    frontier.put("/")

    def work():
        while True:
            url = frontier.get()
            if url is None:
                break
            try:
                for link in fetch(url):
                    with lock:
                        if link in seen:
                            continue
                        seen.add(link)
                    frontier.put(link)
            except LookupError as e:
                errors.append(str(e))
            finally:
                frontier.task_done()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(workers)]
    for t in threads:
        t.start()
    frontier.join()
    for _ in threads:
        frontier.put(None)
    for t in threads:
        t.join()
    return sorted(seen), errors


start = time.perf_counter()
alone = crawl(1)
one = time.perf_counter() - start
start = time.perf_counter()
many = crawl(4)
four = time.perf_counter() - start
print(alone, alone == many, four < one)
with ThreadPoolExecutor(max_workers=3) as pool:
    jobs = {pool.submit(fetch, url): url for url in ["/", "/x", "/d"]}
    report = {}
    for job in as_completed(jobs):
        try:
            report[jobs[job]] = len(job.result())
        except LookupError as e:
            report[jobs[job]] = str(e)
print(sorted(report.items()))
