# Callbacks registered as data, as in the documentation's example.
import selectors
import socket
import threading

sel = selectors.DefaultSelector()
log = []
open_connections = set()


def accept(sock, mask):
    conn, addr = sock.accept()
    conn.setblocking(False)
    open_connections.add(conn.fileno())
    sel.register(conn, selectors.EVENT_READ, read)


def read(conn, mask):
    data = conn.recv(1000)
    if data:
        conn.sendall(data[::-1])
    else:
        sel.unregister(conn)
        open_connections.discard(conn.fileno())
        conn.close()
        log.append("closed")


server = socket.socket()
server.bind(("localhost", 0))
server.listen(100)
server.setblocking(False)
sel.register(server, selectors.EVENT_READ, accept)


def client(text, results):
    with socket.create_connection(server.getsockname()) as sock:
        sock.sendall(text.encode())
        results.append(sock.recv(1000).decode())


results = []
threads = [threading.Thread(target=client, args=(text, results)) for text in ["abc", "hello", "selectors"]]
for thread in threads:
    thread.start()
while len(log) < 3:
    for key, mask in sel.select():
        key.data(key.fileobj, mask)
for thread in threads:
    thread.join()
print(sorted(results), len(open_connections))
