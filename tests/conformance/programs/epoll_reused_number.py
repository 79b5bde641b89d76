import select, socket, os
ep = select.epoll()
a, b = socket.socketpair(); fd = a.fileno()
ep.register(a, select.EPOLLIN); b.send(b"x"); a.close()
print(ep.poll(0))
c, d = socket.socketpair(); print(c.fileno() == fd)
ep.register(c, select.EPOLLIN); d.send(b"y"); print([f == fd for f, e in ep.poll(0)])
