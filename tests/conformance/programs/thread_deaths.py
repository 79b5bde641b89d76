# Exceptions in threads: the others go on, join() raises nothing, sys.exit ends one thread, and the exit status.
import sys
import threading
import time

log = []


def bad(name):
    log.append(f"{name} begins")
    raise ValueError(f"{name} fails")


def leaves():
    try:
        sys.exit(5)
    finally:
        log.append("left")


def fine():
    time.sleep(0.03)
    log.append("fine")


caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
threads = [threading.Thread(target=bad, args=("one",), name="T-one"), threading.Thread(target=leaves), threading.Thread(target=fine)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(log), caught)
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=bad, args=("two",), name="T-two")
t.start()
t.join()
print("main goes on", t.is_alive(), file=sys.stderr)


class Wrong(threading.Thread):
    def __init__(self):
        self.value = 1


for make in (lambda: Wrong().start(), lambda: threading.Thread(target=5).start() or time.sleep(0.02), lambda: threading.Thread(fine)):
    try:
        make()
    except (RuntimeError, AssertionError, TypeError) as e:
        print(type(e).__name__, e)


def at_the_end():
    time.sleep(0.02)
    print("the last word")


threading.Thread(target=at_the_end).start()
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
print("main is done")
sys.exit(3)
