# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Edge-triggered, and read short", zh = "边缘触发，却没读完" }
# subtitle = { en = "The same with EPOLLET: one recv after each report", zh = "换成 EPOLLET：每次报告之后 recv 一次" }
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
ep.register(conn, select.EPOLLIN | select.EPOLLET)
got = 0
while got < 10:
    ready = ep.poll(0.1)  #: edge
    if not ready:
        break  #: forgotten
    got += len(conn.recv(4))  #: taste
print(got, "bytes of 10")  #: sum
