# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Tiny tasks", zh = "极小的任务" }
# subtitle = { en = "24 tasks of 10 µs each, one at a time", zh = "24 个任务，每个 10 µs，一次发一个" }
# group = "pool"
# order = 32
# panel = "pool"
# questions = ["S1-12"]
# cores = 4
# python = "3.11"
# axis = "time"
# [[tool.interleave.parameters]]
# name = "CHUNK"
# label = { en = "chunk size", zh = "块大小" }
# min = 1
# max = 24
# ///
from multiprocessing import Pool
from sim import cpu

TASKS = 24
CHUNK = 1


def task(n):
    cpu(ms=0.01)
    return n


if __name__ == "__main__":
    with Pool(4) as pool:  #: tiny
        out = pool.map(task, range(TASKS),
                       chunksize=CHUNK)
    print(sum(out))  #: overhead
