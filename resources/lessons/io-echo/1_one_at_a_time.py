# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "An echo server, one client at a time", zh = "回声服务器：一次只服务一个客户端" }
# subtitle = { en = "Whoever comes second waits until the first one leaves", zh = "第二个客户端要等第一个离开" }
# group = "iomux"
# order = 54
# panel = "iomux"
# questions = ["S1-06"]
# cores = 2
# python = "3.11"
# ///
import socket
from sim import feed

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
feed(address, [(1, b"one"), (9, b"more"), (10, None)])
feed(address, [(2, b"two"), (4, None)])

for _ in range(2):
    conn, _ = server.accept()  #: accept
    while data := conn.recv(100):  #: talk
        conn.sendall(data)
        print("echoed", data.decode())  #: echoed
    conn.close()
server.close()
