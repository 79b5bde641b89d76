# A half-closed connection, and what a reader blocked in recv sees of a shutdown.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
conn, _ = server.accept()


def answer():
    request = b""
    while True:
        part = conn.recv(100)
        if not part:
            break
        request += part
    conn.sendall(b"got " + str(len(request)).encode() + b" bytes")
    conn.close()


thread = threading.Thread(target=answer)
thread.start()
client.sendall(b"x" * 1234)
client.shutdown(socket.SHUT_WR)
print(client.recv(100))
print(client.recv(100))
thread.join()
client.close()

a, b = socket.socketpair()


def wait():
    print("woken with", a.recv(10))


thread = threading.Thread(target=wait)
thread.start()
b.shutdown(socket.SHUT_RDWR)
thread.join()
fresh = socket.socket()
try:
    fresh.shutdown(socket.SHUT_RDWR)
except OSError as error:
    print(error)
