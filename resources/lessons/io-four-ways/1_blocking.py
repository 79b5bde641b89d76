# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Blocking", zh = "阻塞" }
# subtitle = { en = "recv sleeps until its own connection has something", zh = "recv 一直睡到自己的连接有数据" }
# group = "iomux"
# order = 51
# panel = "iomux"
# questions = ["S1-10"]
# cores = 2
# python = "3.11"
# ///
import socket
from sim import feed

slow, a = socket.socketpair()
fast, b = socket.socketpair()
feed(a, [(12, b"slow")])
feed(b, [(2, b"fast")])

for conn in (slow, fast):
    data = conn.recv(100)  #: block
    print(data.decode())  #: order
