"""Queues between threads. Putting and getting are native: see _queue."""
import _queue
from _queue import SimpleQueue


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue(_queue.Queue):
    @property
    def maxsize(self):
        return self._maxsize()

    @property
    def unfinished_tasks(self):
        return self._unfinished()


class LifoQueue(_queue.LifoQueue):
    @property
    def maxsize(self):
        return self._maxsize()

    @property
    def unfinished_tasks(self):
        return self._unfinished()


class PriorityQueue(_queue.PriorityQueue):
    @property
    def maxsize(self):
        return self._maxsize()

    @property
    def unfinished_tasks(self):
        return self._unfinished()
