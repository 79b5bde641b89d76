import socket
a, b = socket.socketpair()
a.sendall(b"abcdef")
print(b.recv(3, socket.MSG_PEEK), b.recv(2), b.recv(10, socket.MSG_PEEK), b.recv(10))
buf = bytearray(10)
a.sendall(b"12345")
print(b.recv_into(buf), buf)
a.sendall(b"ABCDE")
mv = memoryview(buf)
print(b.recv_into(mv[5:], 3), buf)
print(b.recv_into(buf, 0), buf)
try:
    b.recv_into(b"imm")
except TypeError as e: print(e)
try:
    b.recv_into(buf, 11)
except ValueError as e: print(e)
a.sendall(memoryview(b"xyz")); print(b.recv(3)); a.sendall(bytearray(b"q")); print(b.recv(3))
