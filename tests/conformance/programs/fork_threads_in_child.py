"""A child starts threads of its own."""
import os
import threading

done = []


def work(n):
    done.append(n * n)


pid = os.fork()
threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
if pid == 0:
    os._exit(sum(done))
print(sum(done), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
