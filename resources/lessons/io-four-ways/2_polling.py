# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Polling: non-blocking, asked again and again", zh = "轮询：非阻塞，一遍遍地问" }
# subtitle = { en = "recv answers at once, EAGAIN if there is nothing", zh = "recv 立即返回，没有数据就是 EAGAIN" }
# group = "iomux"
# order = 51
# panel = "iomux"
# questions = ["S1-10"]
# cores = 2
# python = "3.11"
# ///
import socket
from sim import cpu, feed

slow, a = socket.socketpair()
fast, b = socket.socketpair()
slow.setblocking(False)
fast.setblocking(False)
feed(a, [(12, b"slow")])
feed(b, [(2, b"fast")])

waiting = [slow, fast]
while waiting:
    for conn in list(waiting):
        try:
            data = conn.recv(100)  #: ask
        except BlockingIOError:
            continue  #: again
        print(data.decode())  #: meanwhile
        waiting.remove(conn)
    cpu(ms=0.4)
print("done")  #: burnt
