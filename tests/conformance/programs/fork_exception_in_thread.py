"""An exception in a child that a thread forked is a thread's, and doesn't change the exit code."""
import os
import threading


def work():
    pid = os.fork()
    if pid == 0:
        raise ValueError("in the child")
    print(os.waitpid(pid, 0)[1])


thread = threading.Thread(target=work, name="forker")
thread.start()
thread.join()
