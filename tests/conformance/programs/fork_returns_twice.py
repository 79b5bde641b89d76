"""fork: called once, returns in two processes, each with its own memory."""
import os

value = [1]
name = "parent"
pid = os.fork()
if pid == 0:
    name = "child"
    value.append(2)
    print(name, value, os.getpid() != os.getppid(), flush=True)
    os._exit(7)
waited, status = os.waitpid(pid, 0)
print(name, value, waited == pid, os.WIFEXITED(status), os.WEXITSTATUS(status))
print(os.waitstatus_to_exitcode(status), os.WIFSIGNALED(status))
