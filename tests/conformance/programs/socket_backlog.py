# listen(1): the kernel admits two connections before anybody accepts one.
import socket

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(1)
clients = []
for number in range(4):
    client = socket.socket()
    client.settimeout(0.2)
    try:
        client.connect(server.getsockname())
        print(number, "connected")
        client.sendall(b"hello before accept")
    except TimeoutError as error:
        print(number, error)
    clients.append(client)
for number in range(2):
    conn, peer = server.accept()
    print(peer == clients[number].getsockname(), conn.recv(100))
    conn.close()
