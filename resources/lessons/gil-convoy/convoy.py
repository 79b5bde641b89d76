# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "The convoy: I/O behind a CPU hog", zh = "护航效应：I/O 被 CPU 大户拖住" }
# subtitle = { en = "One CPU-bound and one I/O thread, switch interval 5 ms", zh = "一个 CPU 密集型线程和一个 I/O 线程，切换间隔 5 ms" }
# group = "gil"
# order = 3
# panel = "gil"
# questions = ["S1-01", "S2-02"]
# cores = 2
# python = "3.11"
# ///
from threading import Thread
from sim import cpu, disk


def crunch():
    cpu(ms=40)


def serve():
    for request in range(4):
        disk(ms=1)  #: wait
        print("answered", request)  #: answer


hog = Thread(target=crunch, name="hog")
server = Thread(target=serve, name="server")
server.start()
hog.start()
server.join()  #: join
hog.join()  #: served
