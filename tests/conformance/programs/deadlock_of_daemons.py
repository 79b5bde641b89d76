import threading, time
a, b = threading.Lock(), threading.Lock()
def f(x, y):
    with x:
        time.sleep(0.05)
        with y: print("got")
threading.Thread(target=f, args=(a,b), daemon=True).start()
threading.Thread(target=f, args=(b,a), daemon=True).start()
time.sleep(0.3)
print("main ends")
