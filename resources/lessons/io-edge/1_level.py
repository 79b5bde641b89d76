# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Level-triggered", zh = "水平触发" }
# subtitle = { en = "What epoll does by default: ten bytes, four at a time", zh = "epoll 的默认方式：十个字节，每次读四个" }
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
