import atexit
import multiprocessing
import threading
import time


def slow():
    time.sleep(0.2)
    print("child done")


def forever():
    try:
        time.sleep(100)
    finally:
        print("never printed")


def thread():
    time.sleep(0.1)
    print("thread done")


if __name__ == "__main__":
    atexit.register(print, "atexit")
    multiprocessing.Process(target=slow).start()
    multiprocessing.Process(target=forever, daemon=True).start()
    threading.Thread(target=thread).start()
    print("main done")
