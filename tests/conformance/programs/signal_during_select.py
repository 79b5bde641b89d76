import signal, select, socket, time
a, b = socket.socketpair()
hits = []
signal.signal(signal.SIGALRM, lambda s, f: (hits.append(1), b.send(b"!")))
signal.alarm(1)
print(len(select.select([a], [], [], 5)[0]), hits)
class Stop(Exception): pass
def h(s, f): raise Stop
signal.signal(signal.SIGALRM, h); signal.alarm(1)
a.recv(10)
try: a.recv(10)
except Stop: print("stopped")
