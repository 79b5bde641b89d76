"""One call of select, poll and epoll on sys.argv[1] pipes, one of which is ready."""
import os
import select
import sys
import time

CALLS = 200

count = int(sys.argv[1])
readers, writers = [], []
for _ in range(count):
    reader, writer = os.pipe()
    readers.append(reader)
    writers.append(writer)
os.write(writers[-1], b"x")

poll = select.poll()
epoll = select.epoll()
for reader in readers:
    poll.register(reader, select.POLLIN)
    epoll.register(reader, select.EPOLLIN)


def cost(call):
    call()
    start = time.perf_counter()
    for _ in range(CALLS):
        call()
    return 1e6 * (time.perf_counter() - start) / CALLS


def again():
    epoll.unregister(readers[0])
    epoll.register(readers[0], select.EPOLLIN)


print(f"select of {count}: {cost(lambda: select.select(readers, [], [], 0)):.2f} us")
print(f"poll of {count}: {cost(lambda: poll.poll(0)):.2f} us")
print(f"epoll of {count}: {cost(lambda: epoll.poll(0)):.2f} us")
print(f"epoll of {count}, one out and in: {cost(again):.2f} us")
