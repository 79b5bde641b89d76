import select, socket
a, b = socket.socketpair()
a.setblocking(False)
ep = select.epoll()
ep.register(a, select.EPOLLOUT | select.EPOLLET)
print(bool(ep.poll(0)), bool(ep.poll(0)))
try:
    while True: a.send(b"x" * 4096)
except BlockingIOError: pass
print(ep.poll(0))
while True:
    try:
        b.setblocking(False)
        if not b.recv(65536): break
    except BlockingIOError: break
print([e for fd, e in ep.poll(0)], ep.poll(0))
ep.modify(a, select.EPOLLIN | select.EPOLLOUT | select.EPOLLRDHUP | select.EPOLLET)
print([e for fd, e in ep.poll(0)])
b.close()
print([hex(e) for fd, e in ep.poll(0)])
