import socket

a, b = socket.socketpair()
print(a.send(b"one"), a.send(b"two"), a.send(b"three"))
print("the stream knows no messages:", b.recv(100))
b.sendall(b"back")
print(a.recv(2), a.recv(2))
a.shutdown(socket.SHUT_WR)
print(b.recv(10), b.recv(10))
b.sendall(b"still open this way")
print(a.recv(100))
try:
    a.send(b"x")
except BrokenPipeError as error:
    print(error)
b.close()
print(a.recv(10))
a.close()
for call in (lambda: a.recv(1), lambda: a.fileno(), lambda: a.close()):
    try:
        print(call())
    except OSError as error:
        print(error.errno, error)
