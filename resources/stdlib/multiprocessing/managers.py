"""Objects that live in a server process; others hold proxies for them. Every method call of a proxy is a message to the
server and its answer, over a connection that each thread opens at its first call. The server has a thread for each of
these connections."""
import _thread
import itertools
import operator
import os
import queue
import socket
import sys
import threading
import traceback
from multiprocessing import context, util
from multiprocessing.connection import Connection


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class Token:
    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return f"Token(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


def _listen():
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen(16)
    return listener


def _connect(address):
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.connect(address)
    return Connection(client.detach())


class Server:
    def __init__(self, makers):
        self.makers = makers  # typeid -> what makes such an object; None: it is given
        self.listener = _listen()
        self.address = self.listener.getsockname()
        self.objects = {}
        self.counter = itertools.count(1)
        self.stop_event = threading.Event()

    def serve_forever(self):
        self._start_thread(self._accept)
        self.stop_event.wait()

    def _start_thread(self, target, *args):
        thread = threading.Thread(target=target, args=args)
        thread.daemon = True
        thread._service = True
        thread.start()

    def _accept(self):
        while True:
            client, address = self.listener.accept()
            self._start_thread(self._serve, Connection(client.detach()))

    def _serve(self, conn):
        while not self.stop_event.is_set():
            try:
                ident, method, args, kwds = conn.recv()
            except (EOFError, OSError):
                break
            try:
                if ident is None:
                    answer = "#RETURN", getattr(self, "_" + method)(*args, **kwds)
                else:
                    answer = self._call(ident, method, args, kwds)
            except Exception as error:
                answer = "#ERROR", error
            try:
                conn.send(answer)
            except Exception as error:
                conn.send(("#UNSERIALIZABLE", traceback.format_exc()))
        conn.close()

    def _call(self, ident, method, args, kwds):
        obj = self.objects[ident]
        operation = _operations.get(method) or getattr(obj, method)
        return "#RETURN", _plain(operation(obj, *args) if method in _operations else operation(*args, **kwds))

    def _create(self, typeid, args, kwds):
        make = self.makers[typeid]
        ident = next(self.counter)
        self.objects[ident] = make(*args, **kwds) if make is not None else args[0]
        return ident

    def _shutdown(self):
        self.stop_event.set()

    def _number_of_objects(self):
        return len(self.objects)


_operations = {"__add__": operator.add, "__mul__": operator.mul, "__rmul__": operator.mul, "#GETVALUE": lambda obj: obj}


def _plain(value):
    """Views of dicts can't be pickled; lists of the same can."""
    if isinstance(value, (type({}.keys()), type({}.values()), type({}.items()))):
        return list(value)
    return value


def _run_server(makers, writer, initializer, initargs):
    if initializer is not None:
        initializer(*initargs)
    server = Server(makers)
    writer.send(server.address)
    writer.close()
    server.serve_forever()
    sys.exit(0)


class BaseManager:
    _registry = {}

    def __init__(self, address=None, authkey=None, *, ctx=None):
        self._ctx = ctx or context._default_context.get_context()
        self._state = "INITIAL"
        self._address = None

    @property
    def address(self):
        return self._address

    def start(self, initializer=None, initargs=()):
        if self._state == "STARTED":
            raise context.ProcessError("Already started server")
        if self._state == "SHUTDOWN":
            raise context.ProcessError("Manager has shut down")
        from multiprocessing.connection import Pipe
        reader, writer = Pipe(duplex=False)
        makers = {typeid: make for typeid, (make, proxy) in self._registry.items()}
        self._process = self._ctx.Process(target=_run_server, args=(makers, writer, initializer, initargs))
        self._process.name = type(self).__name__ + "-" + ":".join([str(i) for i in self._process._identity])
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state = "STARTED"
        self.shutdown = util.Finalize(self, self._finalize, exitpriority=0)

    def _finalize(self):
        if self._process.is_alive():
            try:
                conn = _connect(self._address)
                conn.send((None, "shutdown", (), {}))
                conn.recv()
                conn.close()
            except Exception:
                pass
            self._process.join(timeout=1.0)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join(timeout=1.0)
        self._state = "SHUTDOWN"

    def connect(self):
        self._state = "STARTED"

    def _make(self, typeid, args, kwds):
        assert self._state == "STARTED", "server not yet started"
        ident = _request(self._address, None, "create", (typeid, args, kwds), {})
        return self._registry[typeid][1](Token(typeid, self._address, ident))

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def __enter__(self):
        if self._state == "INITIAL":
            self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if "_registry" not in cls.__dict__:
            cls._registry = dict(cls._registry)
        if proxytype is None:
            names = exposed or [name for name in dir(callable) if name[0] != "_"]
            proxytype = _auto_proxy(typeid, tuple(names))
        cls._registry[typeid] = callable, proxytype

        def create(self, /, *args, **kwds):
            return self._make(typeid, args, kwds)

        create.__name__ = typeid
        setattr(cls, typeid, create)


# The connections of this process's threads, by process, thread and server: a child made by fork opens its own.
_connections = {}


def _request(address, ident, method, args, kwds):
    key = os.getpid(), _thread.number(), address
    conn = _connections.get(key)
    if conn is None:
        conn = _connections[key] = _connect(address)
    conn.send((ident, method, args, kwds))
    kind, result = conn.recv()
    if kind == "#RETURN":
        return result
    if kind == "#ERROR":
        raise result
    raise RemoteError(f"Unserializable message: {result}\n")


class BaseProxy:
    def __init__(self, token):
        self._token = token

    def _callmethod(self, method, args=(), kwds={}):
        return _request(self._token.address, self._token.id, method, args, kwds)

    def _getvalue(self):
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        return _rebuild_proxy, (type(self), self._token)

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {hex(id(self))}>"

    def __str__(self):
        return self._callmethod("__repr__")


def _rebuild_proxy(cls, token):
    return cls(token)


def _remote(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed):
    return type(name, (BaseProxy,), {method: _remote(method) for method in exposed})


class _AutoProxy(BaseProxy):
    """A proxy whose class is made from a list of methods, and is made once more wherever it is unpickled."""

    def __reduce__(self):
        return _rebuild_auto_proxy, (self._token, self._exposed_)


def _auto_proxy(typeid, exposed):
    methods = {method: _remote(method) for method in exposed}
    return type(f"AutoProxy[{typeid}]", (_AutoProxy,), {**methods, "_exposed_": exposed})


def _rebuild_auto_proxy(token, exposed):
    return _auto_proxy(token.typeid, exposed)(token)


_BaseListProxy = MakeProxyType("_BaseListProxy", (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__rmul__", "__setitem__", "append",
    "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"))


class ListProxy(_BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


_BaseDictProxy = MakeProxyType("_BaseDictProxy", (
    "__contains__", "__delitem__", "__getitem__", "__len__", "__setitem__", "clear", "copy", "get", "items", "keys",
    "pop", "popitem", "setdefault", "update", "values"))


class DictProxy(_BaseDictProxy):
    def __iter__(self):
        return iter(self._callmethod("keys"))


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = [f"{name}={value!r}" for name, value in sorted(self.__dict__.items()) if not name.startswith("_")]
        return f"{type(self).__name__}({', '.join(items)})"


class NamespaceProxy(BaseProxy):
    def __getattr__(self, name):
        if name[0] == "_":
            return object.__getattribute__(self, name)
        return self._callmethod("__getattribute__", (name,))

    def __setattr__(self, name, value):
        if name[0] == "_":
            object.__setattr__(self, name, value)
        else:
            self._callmethod("__setattr__", (name, value))

    def __delattr__(self, name):
        if name[0] == "_":
            object.__delattr__(self, name)
        else:
            self._callmethod("__delattr__", (name,))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"


class ValueProxy(BaseProxy):
    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)


class _Array(list):
    def __init__(self, typecode, sequence):
        list.__init__(self, sequence)
        self._typecode = typecode

    def __repr__(self):
        return f"array({self._typecode!r}, {list(self)!r})"


def Array(typecode, sequence, lock=True):
    return _Array(typecode, sequence)


ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))


class AcquirerProxy(BaseProxy):
    def acquire(self, blocking=True, timeout=None):
        return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        while not result:
            self.wait(timeout)
            result = predicate()
        return result


EventProxy = MakeProxyType("EventProxy", ("is_set", "set", "clear", "wait"))


class BarrierProxy(MakeProxyType("_BaseBarrierProxy", ("wait", "abort", "reset"))):
    @property
    def parties(self):
        return self._callmethod("__getattribute__", ("parties",))

    @property
    def n_waiting(self):
        return self._callmethod("__getattribute__", ("n_waiting",))

    @property
    def broken(self):
        return self._callmethod("__getattribute__", ("broken",))


QueueProxy = _auto_proxy("Queue", (
    "put", "get", "put_nowait", "get_nowait", "qsize", "empty", "full", "task_done", "join"))
JoinableQueueProxy = _auto_proxy("JoinableQueue", QueueProxy._exposed_)


class SyncManager(BaseManager):
    pass


SyncManager.register("Queue", queue.Queue, QueueProxy)
SyncManager.register("JoinableQueue", queue.Queue, JoinableQueueProxy)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
