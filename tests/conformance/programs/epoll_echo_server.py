# One thread, edge-triggered: read until it would block.
import select
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
address = server.getsockname()
CLIENTS = 6


def client(number, results):
    with socket.create_connection(address) as sock:
        total = b""
        for step in range(3):
            sock.sendall(bytes([65 + number]) * (step * 1000 + 1))
            want = step * 1000 + 1
            while want:
                part = sock.recv(512)
                want -= len(part)
                total += part
        results[number] = total


def serve():
    ep = select.epoll()
    ep.register(server.fileno(), select.EPOLLIN)
    conns = {}
    closed = 0
    while closed < CLIENTS:
        for fd, events in ep.poll():
            if fd == server.fileno():
                conn, _ = server.accept()
                conn.setblocking(False)
                conns[conn.fileno()] = conn
                ep.register(conn.fileno(), select.EPOLLIN | select.EPOLLET)
                continue
            conn = conns[fd]
            while True:
                try:
                    data = conn.recv(300)
                except BlockingIOError:
                    break
                if not data:
                    ep.unregister(fd)
                    del conns[fd]
                    conn.close()
                    closed += 1
                    break
                conn.sendall(data)
    ep.close()


results = {}
threads = [threading.Thread(target=client, args=(n, results)) for n in range(CLIENTS)]
for thread in threads:
    thread.start()
serve()
for thread in threads:
    thread.join()
for number in sorted(results):
    print(number, len(results[number]), set(results[number]) == {65 + number})
