"""The names of signals. What signals do is native: this module's functions, all but these, are the machine's."""
from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


_texts = {1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
          7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1",
          11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated",
          17: "Child exited", 18: "Continued", 19: "Stopped (signal)"}


def strsignal(signalnum, /):
    if not 1 <= signalnum <= 64:
        raise ValueError("signal number out of range")
    return _texts.get(signalnum)
