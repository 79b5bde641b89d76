import os
from multiprocessing import Process, get_context
from multiprocessing.shared_memory import SharedMemory


def fill(name, start):
    block = SharedMemory(name=name)
    for i in range(4):
        block.buf[start + i] = start + i
    block.close()


def mark_first(name):
    block = SharedMemory(name)
    block.buf[0] = 5
    block.close()


def mark(block):
    block.buf[9] = 99


if __name__ == "__main__":
    block = SharedMemory(create=True, size=10)
    print(len(block.buf), block.size, bytes(block.buf[:3]))
    for start in (0, 4):
        worker = Process(target=fill, args=(block.name, start))
        worker.start()
        worker.join()
    worker = Process(target=mark, args=(block,))
    worker.start()
    worker.join()
    print(list(block.buf), block.buf[-1], block.buf[2:5].tolist())
    block.buf[:4] = bytearray([22, 33, 44, 55])
    block.buf[4:7] = b"abc"
    print(bytes(block.buf), block.buf[:2].tobytes())
    for wrong in (lambda: block.buf.__setitem__(0, 300), lambda: block.buf.__setitem__(0, "x"),
                  lambda: block.buf.__setitem__(slice(0, 2), b"x"), lambda: block.buf[10],
                  lambda: SharedMemory(create=True), lambda: SharedMemory(create=True, size=-1),
                  lambda: SharedMemory("nobody_made_this")):
        try:
            wrong()
        except (ValueError, TypeError, IndexError, OSError) as error:
            print(type(error).__name__, error)
    other = SharedMemory(block.name)
    other.buf[0] = 7
    print(block.buf[0])
    other.close()
    block.close()
    print(block.buf)
    block.unlink()
    try:
        SharedMemory(block.name)
    except FileNotFoundError:
        print("gone")
    name = f"interleave_{os.getpid()}"
    named = SharedMemory(name, create=True, size=2)
    try:
        SharedMemory(name, create=True, size=2)
    except FileExistsError as error:
        print(error.errno, error.strerror)
    worker = get_context("fork").Process(target=mark_first, args=(named.name,))
    worker.start()
    worker.join()
    print(worker.exitcode, named.buf[0])
    named.close()
    named.unlink()
