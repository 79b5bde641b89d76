import select, socket
def run(mode):
    a, b = socket.socketpair()
    a.setblocking(False)
    ep = select.epoll()
    ep.register(a, select.EPOLLIN | mode)
    out = []
    def p(): out.append("IN" if ep.poll(0) else "-")
    b.send(b"0123456789"); p(); p()
    a.recv(4); p()
    b.send(b"x"); p()
    ep.modify(a, select.EPOLLIN | mode); p()
    b.send(b"1"); b.send(b"2"); p(); p()
    while True:
        try: a.recv(3)
        except BlockingIOError: break
    p()
    b.shutdown(socket.SHUT_WR); p(); p()
    print(out)
for m in (0, select.EPOLLET, select.EPOLLONESHOT, select.EPOLLET | select.EPOLLONESHOT): run(m)
