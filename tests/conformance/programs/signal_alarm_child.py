"""SIGALRM after a while, SIGCHLD when a child ends; pause waits for any."""
import os
import signal
import time

events = []
signal.signal(signal.SIGALRM, lambda number, frame: events.append("alarm"))
signal.signal(signal.SIGCHLD, lambda number, frame: events.append("child"))
print(signal.alarm(1))
signal.pause()
print(events)
print(signal.alarm(10), signal.alarm(0), signal.alarm(0))
pid = os.fork()
if pid == 0:
    os._exit(4)
time.sleep(0.3)
print(events, os.WEXITSTATUS(os.waitpid(pid, 0)[1]))
signal.raise_signal(signal.SIGALRM)
print(events)
