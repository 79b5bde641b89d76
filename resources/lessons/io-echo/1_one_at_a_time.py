# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "An echo server, one client at a time", zh = "回声服务器：一次只服务一个客户端" }
# subtitle = { en = "Two clients; the loop inside is about one of them", zh = "两个客户端，里层循环只管其中一个" }
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
feed(address, [(10, b"one"), (90, b"more"), (100, None)])
feed(address, [(20, b"two"), (40, None)])

for _ in range(2):
    conn, _ = server.accept()  #: accept
    while data := conn.recv(100):  #: talk
        conn.sendall(data)
        print("echoed", data.decode())
    conn.close()  #: gone
server.close()
