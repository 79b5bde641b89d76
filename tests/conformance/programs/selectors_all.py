import os
import selectors
import socket

for cls in (selectors.DefaultSelector, selectors.EpollSelector, selectors.PollSelector, selectors.SelectSelector):
    with cls() as sel:
        a, b = socket.socketpair()
        r, w = os.pipe()
        key = sel.register(a, selectors.EVENT_READ, data="the socket")
        print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data)
        sel.register(r, selectors.EVENT_READ, "the pipe")
        print(len(sel.get_map()), sel.select(0), a in sel.get_map())
        b.send(b"x")
        print([(key.data, mask) for key, mask in sel.select(1)])
        os.write(w, b"y")
        print(sorted((key.data, mask) for key, mask in sel.select()))
        sel.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
        print(sorted((key.data, mask) for key, mask in sel.select()))
        print(sel.get_key(a).data, sel.get_key(r).events)
        for call in (lambda: sel.register(a, 1), lambda: sel.register(b, 7), lambda: sel.unregister(b), lambda: sel.get_key(b)):
            try:
                call()
            except (KeyError, ValueError) as error:
                print(type(error).__name__)
        sel.unregister(a)
        b.close()
        os.close(w)
        os.read(r, 10)
        print([(key.data, mask) for key, mask in sel.select()])
        sel.unregister(r)
        print(len(sel.get_map()), sel.select(0.001))
        a.close()
    print(sel.get_map())
print(selectors.DefaultSelector is selectors.EpollSelector)
