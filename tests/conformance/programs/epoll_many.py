import socket, select
N = 400
srv = socket.create_server(("127.0.0.1", 0), backlog=N)
ep = select.epoll()
ep.register(srv, select.EPOLLIN)
conns = {}
clients = []
for i in range(N):
    clients.append(socket.create_connection(srv.getsockname()))
while len(conns) < N:
    for fd, ev in ep.poll():
        if fd == srv.fileno():
            c, _ = srv.accept(); c.setblocking(False)
            conns[c.fileno()] = c
            ep.register(c, select.EPOLLIN | select.EPOLLET)
for i in (3, 77, 399): clients[i].send(b"ping %d" % i)
got = []
while len(got) < 3:
    for fd, ev in ep.poll():
        got.append(conns[fd].recv(100))
print(sorted(got), len(conns))
