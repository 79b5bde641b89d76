import multiprocessing
import os
import sys
import time


def work(n, name="x"):
    print("child", n, name, multiprocessing.current_process().name)
    sys.exit(n)


def fail():
    raise ValueError("broken")


def text_exit():
    sys.exit("bye")


class Custom(multiprocessing.Process):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def run(self):
        print("run", self.value, self.name)


def sleeper():
    time.sleep(10)


if __name__ == "__main__":
    p = multiprocessing.Process(target=work, args=(3,), kwargs={"name": "kw"})
    print(p.name, p.is_alive(), p.exitcode, p.pid, p.daemon)
    p.start()
    print(p.pid != os.getpid(), p.pid == p.ident)
    p.join()
    print(p.exitcode, p.is_alive())
    p = multiprocessing.Process(target=fail)
    p.start()
    p.join()
    print(p.exitcode)
    p = multiprocessing.Process(target=text_exit, name="Named")
    p.start()
    p.join()
    print(p.exitcode, p.name)
    c = Custom(5)
    c.start()
    c.join()
    print(c.exitcode)
    s = multiprocessing.Process(target=sleeper)
    s.start()
    s.join(0.05)
    print(s.is_alive(), s.exitcode, [child.name for child in multiprocessing.active_children()])
    s.terminate()
    s.join()
    print(s.exitcode, s.is_alive(), multiprocessing.active_children())
    k = multiprocessing.Process(target=sleeper)
    k.start()
    k.kill()
    k.join()
    print(k.exitcode)
    k.close()
    for attempt in [lambda: k.is_alive(), lambda: k.join(), lambda: c.start(),
                    lambda: multiprocessing.Process(target=work).join(), lambda: setattr(c, "daemon", True)]:
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
    print(multiprocessing.parent_process(), multiprocessing.current_process().name, multiprocessing.get_start_method())
