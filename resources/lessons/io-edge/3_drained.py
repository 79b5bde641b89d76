# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Edge-triggered, read until empty", zh = "边缘触发，读到空为止" }
# subtitle = { en = "EPOLLET with a non-blocking descriptor and an inner loop", zh = "EPOLLET，描述符设为非阻塞，里面再加一层循环" }
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
conn.setblocking(False)
feed(far, [(2, b"0123456789")])

ep = select.epoll()
ep.register(conn, select.EPOLLIN | select.EPOLLET)
got = 0
while got < 10:
    ready = ep.poll(0.1)
    if not ready:
        break
    try:
        while True:
            got += len(conn.recv(4))  #: drain
    except BlockingIOError:
        pass  #: empty
print(got, "bytes of 10")  #: sum
