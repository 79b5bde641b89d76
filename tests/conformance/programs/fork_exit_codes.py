"""How a child can end, and what its parent hears of it."""
import os
import sys


def child(how):
    if how == "falls off":
        return
    if how == "sys.exit(3)":
        sys.exit(3)
    if how == "sys.exit(None)":
        sys.exit()
    if how == "sys.exit(256 + 5)":
        sys.exit(261)
    if how == "sys.exit(-1)":
        sys.exit(-1)
    if how == "text":
        sys.exit("a text goes to stderr")
    if how == "raises":
        raise ValueError("nobody catches this")
    if how == "_exit(9)":
        os._exit(9)
    if how == "killed":
        os.kill(os.getpid(), 9)
    if how == "terminated":
        os.kill(os.getpid(), 15)


for how in ("falls off", "sys.exit(3)", "sys.exit(None)", "sys.exit(256 + 5)", "sys.exit(-1)", "text",
            "raises", "_exit(9)", "killed", "terminated"):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        child(how)
        sys.exit(0)
    status = os.waitpid(pid, 0)[1]
    print(how, status, os.waitstatus_to_exitcode(status), os.WIFSIGNALED(status), os.WTERMSIG(status))
