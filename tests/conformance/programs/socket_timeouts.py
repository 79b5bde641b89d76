import socket
import threading
import time

a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking())
b.settimeout(0.05)
print(b.gettimeout(), b.getblocking())
try:
    b.recv(10)
except TimeoutError as error:
    print(type(error).__name__, error, error.errno, error.args)
print(socket.timeout is TimeoutError)
b.setblocking(False)
print(b.gettimeout(), b.getblocking())
try:
    b.recv(10)
except BlockingIOError as error:
    print(error)
b.settimeout(5)


def later():
    time.sleep(0.02)
    a.send(b"in time")


threading.Thread(target=later).start()
print(b.recv(100))
server = socket.create_server(("127.0.0.1", 0))
server.settimeout(0.03)
try:
    server.accept()
except socket.timeout as error:
    print("accept:", error)
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as error:
    print("accept:", error)
for bad in (-1, "soon"):
    try:
        a.settimeout(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
