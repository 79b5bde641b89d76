import socket

a, b = socket.socketpair()
b.close()
a.sendall(b"hello")
