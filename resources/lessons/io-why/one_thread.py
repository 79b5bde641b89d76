# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "One thread for all", zh = "一个线程服务所有连接" }
# subtitle = { en = "The same clients, and one call of epoll that waits for them", zh = "同样的客户端，由一个 epoll 调用来等" }
# group = "iomux"
# order = 50
# panel = "iomux"
# questions = ["S1-06"]
# cores = 2
# python = "3.11"
#
# [[tool.interleave.parameters]]
# name = "CLIENTS"
# label = { en = "Clients", zh = "客户端" }
# min = 2
# max = 200
# ///
import select
import socket
from sim import feed

CLIENTS = 5

ep = select.epoll()
conns = {}
for number in range(CLIENTS):
    conn, far = socket.socketpair()
    feed(far, [(4 + 2 * number, b"hello")])
    ep.register(conn, select.EPOLLIN)
    conns[conn.fileno()] = conn

while conns:
    ready = ep.poll()  #: wait
    for fd, event in ready:
        conn = conns.pop(fd)
        data = conn.recv(100)  #: read
        conn.sendall(data.upper())
        ep.unregister(fd)
        conn.close()
print(CLIENTS, "served by 1")  #: total
