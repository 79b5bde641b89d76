# A thread per connection.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
results = {}


def serve(conn):
    with conn:
        while True:
            data = conn.recv(1024)
            if not data:
                return
            conn.sendall(data.decode().upper().encode())


def accept():
    for _ in range(4):
        conn, peer = server.accept()
        threading.Thread(target=serve, args=(conn,)).start()


def client(number):
    with socket.create_connection(address) as sock:
        replies = []
        for word in ["alpha", "beta", "gamma"]:
            sock.sendall(f"{word}-{number}".encode())
            replies.append(sock.recv(1024).decode())
        results[number] = replies


acceptor = threading.Thread(target=accept)
acceptor.start()
clients = [threading.Thread(target=client, args=(n,)) for n in range(4)]
for thread in clients:
    thread.start()
for thread in clients:
    thread.join()
acceptor.join()
server.close()
for number in sorted(results):
    print(number, results[number])
