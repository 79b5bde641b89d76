import socket

a, b = socket.socketpair()
buffer = bytearray(8)
a.sendall(bytearray(b"0123456789"))
print(b.recv_into(buffer), buffer)
print(b.recv_into(buffer, 1), buffer)
view = memoryview(buffer)
print(b.recv_into(view[4:]), buffer)
a.sendall(memoryview(b"abcdef")[2:4])
print(b.recv(10))
for bad in (b"read-only", "text"):
    try:
        b.recv_into(bad)
    except TypeError as error:
        print(error)
try:
    b.recv_into(buffer, 9)
except ValueError as error:
    print(error)
try:
    a.sendall("text")
except TypeError as error:
    print(error)
