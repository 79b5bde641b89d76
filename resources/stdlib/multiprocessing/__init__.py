"""Processes with the interface of threads, and what they share and send each other. Built on os.fork, pipes and
semaphores, as CPython's is: queues have feeder threads, pools three handler threads."""
import sys
from multiprocessing import context
from multiprocessing.context import (AuthenticationError, BufferTooShort, ProcessError, Process, TimeoutError,
                                     active_children, current_process, parent_process)

_default = context._default_context
set_start_method = _default.set_start_method
get_start_method = _default.get_start_method
get_all_start_methods = _default.get_all_start_methods
get_context = _default.get_context
cpu_count = _default.cpu_count
freeze_support = _default.freeze_support
Manager = _default.Manager
Pipe = _default.Pipe
Lock = _default.Lock
RLock = _default.RLock
Condition = _default.Condition
Semaphore = _default.Semaphore
BoundedSemaphore = _default.BoundedSemaphore
Event = _default.Event
Barrier = _default.Barrier
Queue = _default.Queue
JoinableQueue = _default.JoinableQueue
SimpleQueue = _default.SimpleQueue
Pool = _default.Pool
RawValue = _default.RawValue
RawArray = _default.RawArray
Value = _default.Value
Array = _default.Array

if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
