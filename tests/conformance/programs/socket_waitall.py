import socket, threading, time
a, b = socket.socketpair()
def w():
    for i in range(5):
        a.send(b"ab"); time.sleep(0.01)
t = threading.Thread(target=w); t.start()
print(b.recv(10, socket.MSG_WAITALL))
t.join()
a.send(b"xyz"); a.close()
print(b.recv(10, socket.MSG_WAITALL))
