# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Queue.join without task_done", zh = "没有 task_done 的 Queue.join" }
# subtitle = { en = "The worker never reports that a job is done", zh = "工作线程从不报告任务已完成" }
# group = "deadlock"
# order = 24
# panel = "deadlock"
# questions = ["S1-21"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
from queue import Queue
from threading import Thread
from sim import disk

jobs = Queue()


def worker():
    while True:
        n = jobs.get()  #: get
        disk(ms=5)
        print("done", n)
        # jobs.task_done() is missing


t1 = Thread(target=worker, name="T1")
t1.start()
for n in range(3):
    jobs.put(n)
jobs.join()  #: drain
print("all done")  #: silent

#: unanswered
