import os
import socket

PATH = f"/tmp/interleave-{os.getpid()}.sock"
try:
    os.unlink(PATH)
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename == PATH)
server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
server.bind(PATH)
server.listen(1)
client = socket.socket(socket.AF_UNIX)
client.connect(PATH)
conn, address = server.accept()
print(repr(address), conn.getsockname() == PATH, client.getpeername() == PATH, repr(client.getsockname()))
client.send(b"unix")
print(conn.recv(9))
server.close()
other = socket.socket(socket.AF_UNIX)
for call in (other.bind, other.connect):
    try:
        call(PATH)
    except OSError as error:
        print(error)
os.remove(PATH)
try:
    other.connect(PATH)
except OSError as error:
    print(error)
other.bind(PATH)
os.unlink(PATH)
