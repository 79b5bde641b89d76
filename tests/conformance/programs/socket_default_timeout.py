import socket
a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking(), a.timeout)
a.settimeout(0.05)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except socket.timeout as e:
    print(type(e), e, e.errno, isinstance(e, OSError), socket.timeout is TimeoutError)
a.settimeout(0)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except BlockingIOError as e:
    print(e, e.errno)
a.settimeout(None)
print(a.getblocking())
a.setblocking(False)
print(a.gettimeout())
a.setblocking(True); print(a.gettimeout())
socket.setdefaulttimeout(2.5)
c = socket.socket()
print(socket.getdefaulttimeout(), c.gettimeout())
socket.setdefaulttimeout(None)
a.recv(1, socket.MSG_DONTWAIT)
