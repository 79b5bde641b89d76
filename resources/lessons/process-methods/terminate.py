# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "terminate() and is_alive()", zh = "terminate() 与 is_alive()" }
# subtitle = { en = "A child is told to end while it sleeps", zh = "让正在睡眠的子进程结束" }
# group = "processes"
# order = 35
# panel = "pool"
# questions = ["S1-19"]
# cores = 2
# python = "3.11"
# ///
import time
from multiprocessing import Process


def work():
    try:
        time.sleep(1)  #: busy
    finally:
        print('cleaned up', flush=True)


if __name__ == '__main__':
    p = Process(target=work)
    p.start()  #: start
    time.sleep(0.02)
    p.terminate()  #: terminate
    print('alive:', p.is_alive())  #: alive
    p.join()  #: join
    print('code:', p.exitcode)  #: code
