# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "An echo server for all clients at once", zh = "同时服务所有客户端的回声服务器" }
# subtitle = { en = "The listener is watched like any connection", zh = "监听套接字和连接一样被关注" }
# group = "iomux"
# order = 54
# panel = "iomux"
# questions = ["S1-06", "S1-07"]
# cores = 2
# python = "3.11"
# ///
import select
import socket
from sim import feed

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
feed(address, [(10, b"one"), (90, b"more"), (100, None)])
feed(address, [(20, b"two"), (40, None)])

ep = select.epoll()
ep.register(server, select.EPOLLIN)
conns = {}
left = 2
while left > 0:
    for fd, event in ep.poll():  #: wait
        if fd == server.fileno():
            conn, _ = server.accept()  #: greet
            conns[conn.fileno()] = conn
            ep.register(conn, select.EPOLLIN)
            continue
        data = conns[fd].recv(100)  #: hear
        if data:
            conns[fd].sendall(data)
            print("echoed", data.decode())
        else:
            ep.unregister(fd)  #: bye
            conns.pop(fd).close()
            left -= 1
server.close()
