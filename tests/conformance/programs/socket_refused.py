import socket

probe = socket.create_server(("127.0.0.1", 0))
address = probe.getsockname()
probe.close()
sock = socket.socket()
try:
    sock.connect(address)
except ConnectionRefusedError as error:
    print(error, error.errno)
sock.close()
sock = socket.socket()
print(sock.connect_ex(address))
sock.close()
try:
    socket.create_connection(address, timeout=1)
except OSError as error:
    print(type(error).__name__, error)
server = socket.socket()
server.bind(("127.0.0.1", 0))
other = socket.socket()
try:
    server.listen()
    other.bind(server.getsockname())
except OSError as error:
    print(error)
try:
    other.bind(("127.0.0.1", 70000))
except OverflowError as error:
    print(error)
try:
    other.bind("localhost")
except TypeError as error:
    print(error)
