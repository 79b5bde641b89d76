# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A shorter switch interval", zh = "更短的切换间隔" }
# subtitle = { en = "The same program, switch interval 0.5 ms", zh = "同一个程序，切换间隔 0.5 ms" }
# group = "gil"
# order = 3
# panel = "gil"
# questions = ["S1-01", "S2-02"]
# cores = 2
# python = "3.11"
# ///
import sys
from threading import Thread
from sim import cpu, disk

sys.setswitchinterval(0.0005)


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
