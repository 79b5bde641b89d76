import socket
a, b = socket.socketpair()
with a, b:
    f = a.makefile("rb")
    b.sendall(b"0123456789")
    b.shutdown(socket.SHUT_WR)
    print(f.read(4), f.peek(2)[:2] if hasattr(f, "peek") else None, f.read1(3), f.readinto(bytearray(2)), f.read(), f.read())
    print(f.readable(), f.writable(), f.seekable(), f.name if 0 else "", f.mode, f.closed)
    f.close()
    try: f.read()
    except ValueError as e: print(e)
