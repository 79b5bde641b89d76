import socket, threading, time
a, b = socket.socketpair()
done = []
def w():
    a.sendall(b"x" * 1000000); done.append(1); a.close()
t = threading.Thread(target=w); t.start(); time.sleep(0.05)
print("before reading:", done)
n = 0
while d := b.recv(65536): n += len(d)
t.join(); print(n, done)
