# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "run() or start()", zh = "run() 与 start()" }
# subtitle = { en = "start() has the child call run(); run() alone is a plain call", zh = "start() 让子进程调用 run()；直接调用 run() 只是普通调用" }
# group = "processes"
# order = 35
# panel = "pool"
# questions = ["S1-19"]
# cores = 2
# python = "3.11"
# ///
import os
from multiprocessing import Process


class Worker(Process):
    def run(self):  #: run
        here = os.getpid() == main
        print('in main:', here, flush=True)


main = os.getpid()

if __name__ == '__main__':
    w = Worker()
    w.run()  #: direct
    w.start()  #: started
    w.join()
    print('code:', w.exitcode)  #: zero
