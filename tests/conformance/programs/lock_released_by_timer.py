import threading
lock = threading.Lock()
lock.acquire()
def free():
    lock.release()
t = threading.Timer(0.05, free)
t.start()
lock.acquire()
print("handed over by another thread")
