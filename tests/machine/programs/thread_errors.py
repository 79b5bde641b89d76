import threading


def attempt(function, *args):
    try:
        print("returned", function(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Forgetful(threading.Thread):
    def __init__(self):
        pass


t = threading.Thread(target=print, args=("ran",))
attempt(t.join)
t.start()
t.join()
attempt(t.start)
attempt(Forgetful().start)
attempt(threading.current_thread().join)


def set_daemon():
    t.daemon = True


t = threading.Thread(target=lambda: attempt(set_daemon))
t.start()
t.join()
attempt(set_daemon)
attempt(threading.Thread, 1)
