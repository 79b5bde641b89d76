"""What runs at the end of a child: finally and atexit for SystemExit, nothing for _exit."""
import atexit
import os
import sys

me = "parent"
atexit.register(lambda: print("atexit in", me))
for way in ("exit", "_exit"):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        me = "child"
        try:
            if way == "exit":
                sys.exit(4)
            os._exit(5)
        except SystemExit as e:
            print("caught", e.code)
            raise
        finally:
            print("finally")
            sys.stdout.flush()
    print(way, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
print("done")
