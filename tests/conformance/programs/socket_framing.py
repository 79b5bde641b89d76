# Length-prefixed messages come out whole, however the stream was cut.
import socket
import threading

a, b = socket.socketpair()


def send_message(sock, text):
    data = text.encode()
    sock.sendall(len(data).to_bytes(4, "big") + data)


def recv_exactly(sock, count):
    parts = []
    while count:
        part = sock.recv(min(count, 7))
        if not part:
            raise EOFError("the peer has gone")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def recv_message(sock):
    size = int.from_bytes(recv_exactly(sock, 4), "big")
    return recv_exactly(sock, size).decode()


def sender():
    for text in ["hi", "a rather longer message", "", "z" * 3000]:
        send_message(a, text)
    a.sendall(b"\x00\x00\x00\x09half")
    a.close()


threading.Thread(target=sender).start()
try:
    while True:
        text = recv_message(b)
        print(len(text), text[:30])
except EOFError as error:
    print(error)
