# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "run() or start()", zh = "run() 与 start()" }
# subtitle = { en = "The same method, called once by each of them", zh = "同一个方法，两种方式各调用一次" }
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
    def run(self):
        here = os.getpid() == main  #: run
        print('in main:', here, flush=True)


main = os.getpid()

if __name__ == '__main__':
    w = Worker()
    w.run()  #: direct
    w.start()  #: started
    w.join()
    print('code:', w.exitcode)  #: zero
