import select, socket
ep = select.epoll(); ps = [socket.socketpair() for _ in range(5)]
for a, b in ps: ep.register(a, select.EPOLLIN); b.send(b"x")
seen = []
for _ in range(4): seen.append([[i for i, (a, b) in enumerate(ps) if a.fileno() == f][0] for f, e in ep.poll(0, 2)])
print(seen)
