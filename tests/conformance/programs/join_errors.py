import threading
import time


def attempt(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


attempt("self", threading.current_thread().join)
t = threading.Thread(target=time.sleep, args=(0.05,))
attempt("unstarted", t.join)
print(t.is_alive(), t.ident)
t.start()
attempt("again", t.start)
print(t.join(0.01), t.is_alive())
print(t.join(timeout=0), t.is_alive())
print(t.join(-1), t.is_alive())
print(t.join(), t.is_alive())
print(t.join(), t.is_alive())


def inner():
    attempt("self in a thread", threading.current_thread().join)


t = threading.Thread(target=inner)
t.start()
t.join()
