# /// script
# requires-python = ">=3.9"
#
# [tool.interleave]
# title = { en = "What one call costs", zh = "一次调用的开销" }
# subtitle = { en = "One ready among 10, 100, 1000, 10 000 descriptors", zh = "10、100、1000、10 000 个描述符中有一个就绪" }
# group = "iomux"
# order = 52
# panel = "iomux"
# questions = ["S1-07"]
# cores = 1
# python = "3.11"
#
# [[tool.interleave.parameters]]
# name = "MOST"
# label = { en = "Descriptors, at most", zh = "描述符，最多" }
# min = 1000
# max = 10000
# ///
import select
import socket

MOST = 10000

ready, far = socket.socketpair()
far.send(b"x")
ends = [ready, far]
p = select.poll()
ep = select.epoll()
for end in ends:
    p.register(end, select.POLLIN)
    ep.register(end, select.EPOLLIN)


def grow(size):
    while len(ends) < size:
        for end in socket.socketpair():
            ends.append(end)
            p.register(end, select.POLLIN)
            ep.register(end, select.EPOLLIN)


for size in (10, 100, 1000, MOST):
    try:
        grow(size)
    except OSError as error:
        print(size, error)
        break
    if size <= 1000:
        select.select(ends, [], [])  #: bitmap
    p.poll()  #: array
    ep.poll()  #: list
print("done")  #: end
