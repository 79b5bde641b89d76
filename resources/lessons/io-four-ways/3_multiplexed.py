# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Multiplexed", zh = "多路复用" }
# subtitle = { en = "One call sleeps until any of them is ready", zh = "一个调用，睡到任何一个就绪" }
# group = "iomux"
# order = 51
# panel = "iomux"
# questions = ["S1-06", "S1-10"]
# cores = 2
# python = "3.11"
# ///
import select
import socket
from sim import feed

slow, a = socket.socketpair()
fast, b = socket.socketpair()
feed(a, [(12, b"slow")])
feed(b, [(2, b"fast")])

waiting = [slow, fast]
while waiting:
    ready, _, _ = select.select(waiting, [], [])  #: select
    for conn in ready:
        data = conn.recv(100)  #: sure
        print(data.decode())
        waiting.remove(conn)
