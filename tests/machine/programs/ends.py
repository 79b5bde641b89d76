import atexit
import sys
import threading
import time


def late(n):
    time.sleep(n / 100)
    print("worker", n, "done")


def forever():
    try:
        time.sleep(100)
    finally:
        print("never seen")


def leave():
    sys.exit("only this thread")


atexit.register(print, "first registered, last run")
atexit.register(print, "last registered, first run")
for n in (2, 1):
    threading.Thread(target=late, args=(n,)).start()
threading.Thread(target=forever, daemon=True).start()
t = threading.Thread(target=leave)
t.start()
t.join()
print("main done")
sys.exit(7)
