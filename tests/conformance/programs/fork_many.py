"""Children see the memory of the moment of their fork."""
import os

total = 0
for i in range(8):
    counter = i * 10
    pid = os.fork()
    if pid == 0:
        counter += total
        os._exit(counter)
    total += os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(total)
