import multiprocessing
import os

print("module", __name__)


def child(q, conn, lock, value, event):
    with lock:
        value.value += 5
    q.put(("from", multiprocessing.current_process().name, __name__))
    conn.send("through pipe")
    event.set()


def square(x):
    return x * x


if __name__ == "__main__":
    ctx = multiprocessing.get_context("spawn")
    q = ctx.Queue()
    parent, other = ctx.Pipe()
    lock = ctx.Lock()
    value = ctx.Value("i", 1)
    event = ctx.Event()
    p = ctx.Process(target=child, args=(q, other, lock, value, event))
    p.start()
    print(q.get(), parent.recv(), event.wait(), value.value)
    p.join()
    print(p.exitcode, p.name)
    pool = ctx.Pool(2)
    print(pool.map(square, range(5)))
    pool.close()
    pool.join()
    try:
        ctx.Process(target=lambda: 0).start()
    except Exception as error:
        print(type(error).__name__)
