#!/usr/bin/env python3
"""A second model of the 3.2+ GIL, to hold the machine's against: every thread is a coroutine that goes through
CPython's steps one by one, in words as near to the description of the protocol as possible.

Prints who held the GIL from when to when (ns) in each scenario. tests/golden/gil_reference.txt is its output.
"""
import heapq

HAND_OFF = 50_000  # ns from a signal until the woken thread runs


class World:
    def __init__(self, interval):
        self.interval = interval
        self.now = 0
        self.agenda = []
        self.counter = 0
        self.locked = False
        self.last_holder = None
        self.switch_number = 0
        self.drop_request = False
        self.queue = []          # [ticket, coroutine or None while not asleep, alarm number] of those in take_gil
        self.switched = None     # the coroutine asleep until last_holder changes
        self.running = None      # the coroutine that computes, with the alarm number of its computation
        self.holds = []

    def at(self, delay, what, last=False):
        """`last`: after everything else that happens at that time."""
        self.counter += 1
        heapq.heappush(self.agenda, (self.now + delay, last, self.counter, what))

    def step(self, coroutine, value=None):
        """Runs a coroutine up to its next wait and arranges for its return."""
        request = coroutine.send(value)
        kind = request[0]
        if kind == "sleep":
            self.at(request[1], lambda: self.step(coroutine))
        elif kind == "cond":
            self.wait_cond(coroutine, request[1])
        elif kind == "switch":
            self.switched = coroutine
        elif kind == "compute":
            self.compute(coroutine, request[1])

    def wait_cond(self, coroutine, entry):
        entry[1] = coroutine
        entry[2] += 1
        alarm = entry[2]

        def expire():
            if entry[1] is coroutine and entry[2] == alarm:
                entry[1] = None
                self.step(coroutine, False)
        self.at(self.interval, expire, last=True)

    def signal_cond(self):
        for entry in self.queue:
            if entry[1] is not None:
                coroutine, entry[1] = entry[1], None
                self.at(HAND_OFF, lambda: self.step(coroutine, True))
                return

    def compute(self, coroutine, duration):
        """Ends after `duration` (None: never) or when a drop is requested; the answer is the time computed."""
        begin = self.now
        token = self.running = [coroutine, begin]
        if duration is not None:
            def end():
                if self.running is token:
                    self.running = None
                    self.step(coroutine, self.now - begin)
            self.at(duration, end)

    def interrupt(self):
        token = self.running
        if token is not None:
            def look():
                if self.running is token:
                    self.running = None
                    self.step(token[0], self.now - token[1])
            self.at(0, look)

    def take_gil(self, me):
        entry = [None, None, 0]
        if self.locked:
            self.queue.append(entry)
            while self.locked:
                saved = self.switch_number
                signalled = yield ("cond", entry)
                if not signalled and self.locked and self.switch_number == saved and not self.drop_request:
                    self.drop_request = True
                    self.interrupt()
            self.queue.remove(entry)
        self.locked = True
        self.drop_request = False
        self.taken_at = self.now
        if self.last_holder != me:
            self.last_holder = me
            self.switch_number += 1
            if self.switched is not None:
                waker, self.switched = self.switched, None
                self.at(0, lambda: self.step(waker))

    def drop_gil(self, me):
        self.locked = False
        self.holds.append((me, self.taken_at, self.now))
        self.signal_cond()
        forced = self.drop_request and self.queue
        self.drop_request = False
        if forced:
            yield ("switch",)

    def thread(self, me, run, block):
        left = run
        while True:
            yield from self.take_gil(me)
            done = yield ("compute", left)
            if run is not None:
                left -= done
            yield from self.drop_gil(me)
            if left == 0:
                yield ("sleep", block)
                left = run


def simulate(threads, interval, end):
    world = World(interval)
    for number, (run, block) in enumerate(threads):
        world.at(1000 * number, lambda c=world.thread(number, run, block): world.step(c))
    while world.agenda and world.agenda[0][0] < end:
        world.now, _, _, what = heapq.heappop(world.agenda)
        what()
    return world.holds


MS = 1_000_000
CPU = (None, 0)
SCENARIOS = [
    ("2 CPU, 5 ms", [CPU] * 2, 5 * MS),
    ("3 CPU, 5 ms", [CPU] * 3, 5 * MS),
    ("4 CPU, 5 ms", [CPU] * 4, 5 * MS),
    ("2 CPU, 1 ms", [CPU] * 2, 1 * MS),
    ("3 CPU, 1 ms", [CPU] * 3, 1 * MS),
    ("2 CPU, 50 ms", [CPU] * 2, 50 * MS),
    ("1 CPU + io 0.05/0.5, 5 ms", [CPU, (MS // 20, MS // 2)], 5 * MS),
    ("2 CPU + io 1/2, 5 ms", [CPU] * 2 + [(MS, 2 * MS)], 5 * MS),
    ("3 CPU + io 2/3.3, 5 ms", [CPU] * 3 + [(2 * MS, 33 * MS // 10)], 5 * MS),
    ("4 CPU + 2 io 0.7/1.9, 5 ms", [CPU] * 4 + [(7 * MS // 10, 19 * MS // 10)] * 2, 5 * MS),
    ("4 io 0.03/0.02, 0.2 ms", [(30_000, 20_000)] * 4, MS // 5),
]

for name, threads, interval in SCENARIOS:
    print(name)
    for holder, begin, end in simulate(threads, interval, 60 * interval)[:60]:
        print(f"  T{holder} {begin} {end}")
