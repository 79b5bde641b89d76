# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "A thread for each connection", zh = "每个连接一个线程" }
# subtitle = { en = "serve() waits in recv for its own client", zh = "serve() 在 recv 里等自己的客户端" }
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
import socket
from threading import Thread
from sim import feed

CLIENTS = 5


def serve(conn):
    data = conn.recv(100)  #: asleep
    conn.sendall(data.upper())  #: answer
    conn.close()


threads = []
for number in range(CLIENTS):
    conn, far = socket.socketpair()
    feed(far, [(4 + 2 * number, b"hello")])
    t = Thread(target=serve, args=(conn,))
    t.start()
    threads.append(t)
for t in threads:
    t.join()  #: crowd
print(CLIENTS, "served by", len(threads))  #: bill
