"""_exit in a thread ends the whole process."""
import os
import threading
import time


def leave():
    print("leaving", flush=True)
    os._exit(2)


thread = threading.Thread(target=leave)
thread.start()
thread.join()
time.sleep(1)
print("never")
