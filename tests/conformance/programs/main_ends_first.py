import threading, time
def late():
    time.sleep(0.02)
    print("worker done")
threading.Thread(target=late).start()
print("main done")
