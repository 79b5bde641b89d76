import threading, time
a, b = threading.Lock(), threading.Lock()
def f():
    with a:
        time.sleep(0.05)
        got = b.acquire(timeout=0.1)
        print("f", got)
        if got: b.release()
def g():
    with b:
        time.sleep(0.05)
        with a: 
            time.sleep(0.01)
            print("g")
ts=[threading.Thread(target=f),threading.Thread(target=g)]
[t.start() for t in ts]; [t.join() for t in ts]
