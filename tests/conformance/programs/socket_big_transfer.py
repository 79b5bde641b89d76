# More than the buffers hold: sendall waits for the reader.
import socket
import threading

for make in ("pair", "tcp"):
    if make == "pair":
        a, b = socket.socketpair()
    else:
        server = socket.create_server(("127.0.0.1", 0))
        a = socket.create_connection(server.getsockname())
        b, _ = server.accept()
    data = bytes(range(256)) * 20000

    def send():
        a.sendall(data)
        a.close()

    thread = threading.Thread(target=send)
    thread.start()
    check = 0
    while True:
        part = b.recv(65536)
        if not part:
            break
        check += len(part)
    thread.join()
    print(make, check)
    b.close()
