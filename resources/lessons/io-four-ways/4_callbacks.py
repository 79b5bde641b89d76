# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "Callbacks: what an event loop makes of it", zh = "回调：事件循环的做法" }
# subtitle = { en = "The program says what to do when; a loop calls it", zh = "程序说明何时做什么，由循环来调用" }
# group = "iomux"
# order = 51
# panel = "iomux"
# questions = ["S1-10"]
# cores = 2
# python = "3.11"
# ///
import selectors
import socket
from sim import feed

slow, a = socket.socketpair()
fast, b = socket.socketpair()
feed(a, [(12, b"slow")])
feed(b, [(2, b"fast")])

loop = selectors.DefaultSelector()


def show(conn):
    print(conn.recv(100).decode())  #: called
    loop.unregister(conn)


for conn in (slow, fast):
    conn.setblocking(False)
    loop.register(conn, selectors.EVENT_READ, show)  #: register

while loop.get_map():
    for key, events in loop.select():  #: turn
        key.data(key.fileobj)
