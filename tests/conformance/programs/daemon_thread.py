import threading, time
def forever():
    while True:
        time.sleep(1)
t = threading.Thread(target=forever, daemon=True)
t.start()
print(t.daemon, t.is_alive())
print("main ends")
