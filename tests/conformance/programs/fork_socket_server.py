import os, socket
s = socket.create_server(("127.0.0.1", 0))
pids = []
for i in range(3):
    pid = os.fork()
    if pid == 0:
        c = socket.create_connection(s.getsockname()); c.sendall(b"child %d" % i); c.recv(5); os._exit(i)
    pids.append(pid)
got = []
for _ in range(3):
    c, _ = s.accept(); got.append(c.recv(20)); c.send(b"ok"); c.close()
print(sorted(got)); print([os.waitstatus_to_exitcode(os.waitpid(p, 0)[1]) for p in pids])
