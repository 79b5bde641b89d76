"""A signal ends a child that sleeps; it runs nothing more."""
import os
import signal
import time

for number in (signal.SIGTERM, signal.SIGKILL):
    pid = os.fork()
    if pid == 0:
        try:
            time.sleep(5)
        finally:
            print("never", flush=True)
        os._exit(0)
    time.sleep(0.2)
    os.kill(pid, number)
    status = os.waitpid(pid, 0)[1]
    print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
