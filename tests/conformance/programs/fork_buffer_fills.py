"""A full buffer is written; what comes after it is lost by _exit."""
import os

pid = os.fork()
if pid == 0:
    for i in range(600):
        print(f"{i} twenty characters")
        if i % 100 == 99:
            print("x" * 9000)
    print("lost")
    os._exit(3)
print(os.waitpid(pid, 0)[1])
