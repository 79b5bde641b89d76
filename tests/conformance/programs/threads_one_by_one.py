import threading
def hello(name, times=1):
    for i in range(times):
        print(f"{threading.current_thread().name}: {name} {i}")
for n in range(3):
    t = threading.Thread(target=hello, name=f"worker-{n}", args=("hi",), kwargs={"times": n + 1})
    print(t.name, t.daemon, t.is_alive())
    t.start()
    t.join()
t = threading.Thread(target=hello)
try:
    t.join()
except RuntimeError as e:
    print(e)
t = threading.Thread(target=print, args=("once",)); t.start(); t.join()
try:
    t.start()
except RuntimeError as e:
    print(e)
