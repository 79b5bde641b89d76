import threading
gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
t.join(timeout=0.01)
print(t.is_alive())
gate.set(); t.join()
print(t.is_alive())
