import socket, threading
s = socket.create_server(("127.0.0.1", 0))
def srv():
    c, _ = s.accept(); data = b""
    while x := c.recv(3): data += x
    c.sendall(b"%d bytes" % len(data)); c.close()
t = threading.Thread(target=srv); t.start()
c = socket.create_connection(s.getsockname()); c.sendall(b"a" * 10); c.shutdown(socket.SHUT_WR); print(c.makefile().read()); t.join(); c.close()
