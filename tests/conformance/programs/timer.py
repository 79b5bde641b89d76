import threading
done = threading.Event()
def fire(x):
    print("fired", x)
    done.set()
threading.Timer(0.01, fire, args=("now",)).start()
done.wait()
t = threading.Timer(60, fire, args=("never",))
t.start(); t.cancel(); t.join()
print("end")
