# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Big chunks", zh = "大块" }
# subtitle = { en = "24 tasks that get longer, in 4 chunks of 6", zh = "24 个越来越长的任务，分成 4 块，每块 6 个" }
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
CHUNK = 6


def task(n):
    cpu(ms=n)  #: chunk
    return n


if __name__ == "__main__":
    with Pool(4) as pool:
        out = pool.map(task, range(TASKS),
                       chunksize=CHUNK)
    print(sum(out))  #: uneven
