import socket, struct, threading, json
def send_msg(sock, msg):
    sock.sendall(struct.pack('>I', len(msg)) + msg)
def recvall(sock, n):
    data = bytearray()
    while len(data) < n:
        packet = sock.recv(n - len(data))
        if not packet:
            return None
        data.extend(packet)
    return data
def recv_msg(sock):
    raw = recvall(sock, 4)
    if not raw: return None
    msglen = struct.unpack('>I', raw)[0]
    return recvall(sock, msglen)
a, b = socket.socketpair()
def producer():
    for i in range(3):
        send_msg(a, json.dumps({"n": i, "pad": "x" * i * 3}).encode())
    send_msg(a, b"z" * 500000)
    a.close()
t = threading.Thread(target=producer); t.start()
while (m := recv_msg(b)) is not None:
    print(len(m), bytes(m[:40]))
t.join()
HEADER = struct.Struct("!HIb")
print(HEADER.size, HEADER.pack(1, 2, -3), HEADER.unpack(HEADER.pack(1, 2, -3)))
print((5).to_bytes(4, "big"), int.from_bytes(b"\x00\x00\x00\x05", "big"))
