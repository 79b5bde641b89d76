import threading
def fails():
    raise ValueError("in thread")
t = threading.Thread(target=fails, name="T")
t.start(); t.join()
print("main goes on", t.is_alive())
