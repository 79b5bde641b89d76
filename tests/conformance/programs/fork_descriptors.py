# Descriptors are inherited: both processes have both ends of the pipe, and the reader sees the end of the
# data only when the last writer has closed.
import os
import select
import socket

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, b"from the child")
    os._exit(3)
os.close(w)
print(os.read(r, 100))
print(os.read(r, 100))
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

# A prefork server: two workers wait for the same listening socket.
server = socket.create_server(("127.0.0.1", 0))
pids = []
for number in range(2):
    pid = os.fork()
    if pid == 0:
        for _ in range(2):
            conn, _ = server.accept()
            conn.sendall(b"served")
            conn.close()
        os._exit(0)
    pids.append(pid)
for _ in range(4):
    with socket.create_connection(server.getsockname()) as sock:
        print(sock.recv(100), sock.recv(100))
for pid in pids:
    print(os.waitpid(pid, 0)[1])

# A socket pair between parent and child; poll tells of the child's end.
a, b = socket.socketpair()
pid = os.fork()
if pid == 0:
    a.close()
    while data := b.recv(100):
        b.sendall(data[::-1])
    os._exit(0)
b.close()
for word in (b"level", b"stressed"):
    a.sendall(word)
    print(a.recv(100))
a.shutdown(socket.SHUT_WR)
poller = select.poll()
poller.register(a, select.POLLIN)
print([event for fd, event in poller.poll()])
print(os.waitpid(pid, 0)[1])
