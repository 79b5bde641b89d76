# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Level-triggered", zh = "水平触发" }
# subtitle = { en = "Reported again and again while there is something to read", zh = "只要还有数据可读，就一再报告" }
# group = "iomux"
# order = 53
# panel = "iomux"
# questions = ["S1-07"]
# cores = 2
# python = "3.11"
# axis = "steps"
# ///
import select
import socket
from sim import feed

conn, far = socket.socketpair()
feed(far, [(2, b"0123456789")])

ep = select.epoll()
ep.register(conn, select.EPOLLIN)
got = 0
while got < 10:
    ready = ep.poll(0.1)  #: level
    if not ready:
        break
    got += len(conn.recv(4))  #: short
print(got, "bytes of 10")  #: sum
