# Clients that are part of the world and not of the program.
import os
import select
import socket
import sim

near, far = socket.socketpair()
sim.feed(far, [(0, b"first"), (20, b"second"), (40, None)])
while True:
    data = near.recv(100)
    if not data:
        break
    print(data)

r, w = os.pipe()
sim.feed(w, [(10, b"through a pipe"), (30, b"!"), (31, None)])
print(os.read(r, 100), os.read(r, 100), os.read(r, 100))

server = socket.create_server(("127.0.0.1", 0))
for number in range(3):
    sim.feed(server.getsockname(), [(10 + 200 * number, b"client " + str(number).encode()), (800, None)])
ep = select.epoll()
ep.register(server.fileno(), select.EPOLLIN)
conns = {}
while len(conns) < 3 or any(conns.values()):
    for fd, events in ep.poll():
        if fd == server.fileno():
            conn, _ = server.accept()
            conns[conn.fileno()] = conn
            ep.register(conn.fileno(), select.EPOLLIN)
        else:
            data = conns[fd].recv(100)
            if data:
                print(data)
                conns[fd].sendall(b"thank you")
            else:
                ep.unregister(fd)
                conns[fd].close()
                conns[fd] = None
print(len(conns), "served")
times = sim.arrivals(5, mean=4, seed=7)
print(times)
print(sim.arrivals(2, 1.5, seed=1, data=b"ab"))
a, b = socket.socketpair()
sim.feed(b, sim.arrivals(20, mean=1, seed=3))
got = 0
while got < 20:
    got += len(a.recv(4))
print(got)
