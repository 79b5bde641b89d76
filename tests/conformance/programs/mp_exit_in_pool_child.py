import multiprocessing
import os
import signal
import time


def wait_for_signal():
    time.sleep(5)


def stop_self():
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    workers = [multiprocessing.Process(target=wait_for_signal) for i in range(3)]
    for w in workers:
        w.start()
    workers[0].terminate()
    os.kill(workers[1].pid, signal.SIGKILL)
    workers[2].kill()
    for w in workers:
        w.join()
    print([w.exitcode for w in workers])
    p = multiprocessing.Process(target=stop_self)
    p.start()
    p.join()
    print(p.exitcode, repr(p)[:26], repr(p)[-26:])
    p = multiprocessing.Process(target=os._exit, args=(9,))
    print(repr(p)[:28], repr(p)[-9:])
    p.start()
    p.join(timeout=5)
    print(p.exitcode)
    unused = multiprocessing.Process(target=stop_self, name="Unused")
    print(unused.name, unused.is_alive(), unused.exitcode)
    try:
        unused.terminate()
    except AttributeError as error:
        print(error)
    p.close()
    try:
        p.exitcode
    except ValueError as error:
        print(error)
