# /// script
# [tool.interleave]
# title = { en = "select: one thread, several connections", zh = "select：一个线程，多个连接" }
# panel = "iomux"
# order = 6
# ///
import select
import socket
from sim import feed

server = socket.create_server(("127.0.0.1", 0))
feed(server.getsockname(), [(1, b"tea"), (6, b"milk"), (8, None)])
feed(server.getsockname(), [(2, b"salt"), (4, None)])

watched = [server]
closed = 0
while closed < 2:
    ready, _, _ = select.select(watched, [], [])
    for sock in ready:
        if sock is server:
            connection, _ = server.accept()
            watched.append(connection)
            continue
        data = sock.recv(100)
        if data:
            print("got", data.decode())
        else:
            watched.remove(sock)
            sock.close()
            closed += 1
server.close()
