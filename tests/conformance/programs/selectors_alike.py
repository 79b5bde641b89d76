import selectors, socket
for S in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    with S() as sel:
        ps = [socket.socketpair() for _ in range(6)]
        for i, (a, b) in enumerate(ps): sel.register(a, selectors.EVENT_READ, i)
        for i in (1, 4): ps[i][1].send(b"x")
        print(sorted(k.data for k, m in sel.select(0)))
        ps[1][1].close(); ps[1][0].recv(5); print(sorted((k.data, m) for k, m in sel.select(0)))
        print(len(sel.get_map()), sel.get_key(ps[0][0]).data)
        try: sel.fileno() > 0; print("fileno")
        except AttributeError: print("no fileno")
        for a, b in ps: a.close(); b.close()
