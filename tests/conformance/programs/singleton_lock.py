# A singleton made by __new__ under a lock, by a decorator and by a metaclass; ten threads ask for it.
import functools
import threading


class Config:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, name="default"):
        self.name = name


def singleton(cls):
    made = {}
    guard = threading.Lock()

    @functools.wraps(cls)
    def get(*args, **kwargs):
        with guard:
            if cls not in made:
                made[cls] = cls(*args, **kwargs)
            return made[cls]
    return get


@singleton
class Registry:
    """Keeps things."""
    def __init__(self):
        self.items = []


class Single(type):
    _all = {}

    def __call__(cls, *args, **kwargs):
        if cls not in Single._all:
            Single._all[cls] = super().__call__(*args, **kwargs)
        return Single._all[cls]


class Logger(metaclass=Single):
    def __init__(self, level):
        self.level = level


found = []
lock = threading.Lock()


def ask():
    one = Config()
    with lock:
        found.append(id(one))
    Registry().items.append(1)


threads = [threading.Thread(target=ask) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(found), len(set(found)))
print(Config("a") is Config("b"), Config().name)
print(len(Registry().items), Registry.__name__, Registry.__doc__)
print(Logger(1) is Logger(2), Logger(3).level, type(Logger).__name__)
