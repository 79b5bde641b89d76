import socket
a, b = socket.socketpair()
w = a.makefile("w")
w.write("not yet sent\n")
b.setblocking(False)
try:
    print(b.recv(100))
except BlockingIOError:
    print("nothing before flush")
w.flush()
print(b.recv(100))
w.write("tail"); w.close()
print(b.recv(100))
