from multiprocessing import Process, Lock
import time
def f(x, y):
    with x:
        time.sleep(0.1)
        with y:
            print("got")
if __name__ == "__main__":
    a, b = Lock(), Lock()
    p = Process(target=f, args=(a, b)); q = Process(target=f, args=(b, a))
    p.start(); q.start(); p.join(0.5); q.join(0.1)
    print(p.is_alive(), q.is_alive())
    p.terminate(); q.terminate(); p.join(); q.join()
    print(p.exitcode, q.exitcode)
