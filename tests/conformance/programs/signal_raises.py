"""What a handler raises ends the wait that it interrupted."""
import os
import signal
import time


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(number)


signal.signal(signal.SIGUSR1, stop)
for wait in ("sleep", "read", "waitpid"):
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        time.sleep(0.1)
        os.kill(os.getppid(), signal.SIGUSR1)
        time.sleep(0.1)
        os._exit(3)
    try:
        if wait == "sleep":
            time.sleep(5)
        elif wait == "read":
            os.read(r, 10)
        else:
            os.waitpid(pid, 0)
        print("not reached")
    except Stop as e:
        print(wait, "interrupted by", e)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    os.close(r)
    os.close(w)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt:
    print("KeyboardInterrupt")


def quit_politely(number, frame):
    print("cleaning up")
    raise SystemExit(5)


pid = os.fork()
if pid == 0:
    signal.signal(signal.SIGTERM, quit_politely)
    try:
        while True:
            time.sleep(0.05)
    finally:
        print("finally")
time.sleep(0.2)
os.kill(pid, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
