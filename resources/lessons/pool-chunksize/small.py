# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Small chunks", zh = "小块" }
# subtitle = { en = "The same tasks, one at a time", zh = "同样的任务，一次发一个" }
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
    cpu(ms=n)  #: single
    return n


if __name__ == "__main__":
    with Pool(4) as pool:
        out = pool.map(task, range(TASKS),
                       chunksize=CHUNK)
    print(sum(out))  #: even
