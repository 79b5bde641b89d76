import socket, threading, queue, selectors
q = queue.Queue(); r, w = socket.socketpair(); sel = selectors.DefaultSelector(); sel.register(r, selectors.EVENT_READ)
def work():
    for i in range(3): q.put(i * i); w.send(b".")
    q.put(None); w.send(b".")
threading.Thread(target=work).start()
got = []
while True:
    sel.select(); r.recv(100)
    while not q.empty(): got.append(q.get())
    if got and got[-1] is None: break
print(got)
