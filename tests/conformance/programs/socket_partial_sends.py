import socket
s = socket.create_server(("127.0.0.1", 0)); c = socket.create_connection(s.getsockname()); d, _ = s.accept()
c.setblocking(False)
total = 0
for i in range(1000):
    try: total += c.send(b"x" * 100000)
    except BlockingIOError: break
print(total > 200000)
d.setblocking(False); got = 0
import select
while got < total:
    select.select([d], [], [], 1)
    got += len(d.recv(1 << 20))
print(got == total)
