"""Busy daemon threads don't keep a child from ending, nor does the GIL that they wait for."""
import os
import sys
import threading


def spin():
    while True:
        pass


for way in ("exit", "_exit", "kill"):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        for _ in range(2):
            threading.Thread(target=spin, daemon=True).start()
        if way == "exit":
            sys.exit(1)
        if way == "_exit":
            os._exit(2)
        os.kill(os.getpid(), 9)
    print(way, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
