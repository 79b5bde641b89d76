import socket, threading, time, os
a, b = socket.socketpair()
def rd():
    try: print("recv", a.recv(10))
    except OSError as e: print("err", e)
t = threading.Thread(target=rd); t.start()
time.sleep(0.02)
a.shutdown(socket.SHUT_RDWR)
t.join()
s = socket.create_server(("127.0.0.1", 0))
def ac():
    try: s.accept()
    except OSError as e: print("accept", e)
t = threading.Thread(target=ac); t.start(); time.sleep(.02); s.shutdown(socket.SHUT_RDWR); t.join()
