import socket
a, b = socket.socketpair()
print(a.sendmsg([b"one", b"two"])); print(b.recv(10))
a.send(b"datagram?"); print(b.recvfrom(20))
a.send(b"xyz"); buf = bytearray(5); print(b.recvfrom_into(buf), buf)
a.send(b"12"); print(b.recvmsg(10))
