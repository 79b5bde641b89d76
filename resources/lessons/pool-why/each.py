# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A process for each task", zh = "每个任务一个进程" }
# subtitle = { en = "Each task gets a process of its own, 4 cores", zh = "每个任务都新建一个进程，4 核" }
# group = "pool"
# order = 30
# panel = "pool"
# questions = ["S1-12"]
# cores = 4
# python = "3.11"
# axis = "time"
# [[tool.interleave.parameters]]
# name = "TASKS"
# label = { en = "tasks", zh = "任务数" }
# min = 1
# max = 100
# ///
from multiprocessing import Process
from sim import cpu

TASKS = 100


def task(n):
    cpu(ms=4)  #: own


if __name__ == "__main__":
    crew = []
    for n in range(TASKS):
        p = Process(target=task, args=(n,))
        p.start()  #: start
        crew.append(p)
    for p in crew:
        p.join()  #: join
    print(len(crew), "processes")  #: each
