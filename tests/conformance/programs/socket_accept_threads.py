import socket, threading
s = socket.create_server(("127.0.0.1", 0)); out = []
def worker(i):
    while True:
        c, _ = s.accept()
        with c:
            d = c.recv(10)
            if d == b"stop": return
            out.append(d)
ts = [threading.Thread(target=worker, args=(i,)) for i in range(3)]
for t in ts: t.start()
for m in (b"a", b"b", b"c", b"d", b"stop", b"stop", b"stop"):
    with socket.create_connection(s.getsockname()) as c: c.sendall(m)
for t in ts: t.join()
print(sorted(out))
