"""A thread that forks is the main thread of the child, and the child ends with it, without cleaning up."""
import atexit
import os
import sys
import threading

atexit.register(print, "atexit")


def work():
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        same = threading.current_thread() is threading.main_thread()
        print("child:", threading.current_thread().name, same, threading.active_count(), flush=True)
        print("in the buffer, and lost")
        return
    print("parent:", threading.current_thread() is threading.main_thread(), os.waitpid(pid, 0)[1])


thread = threading.Thread(target=work, name="forker")
thread.start()
thread.join()
