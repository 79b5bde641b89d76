"""Connections: messages over a pipe, each with its length in front; and waiting for several of them."""
import _channel
import os
import pickle
import select
import struct
from _pickle import forking_dumps as dumps, loads
from time import monotonic


class Connection:
    _in = _out = None  # channels of which pictures show the messages

    def __init__(self, handle, readable=True, writable=True):
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        self._check_closed()
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        self._check_closed()
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle = self._handle
            self._handle = None
            os.close(handle)

    def send(self, obj):
        self._check_writable()
        self._send_message(dumps(obj), obj)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_writable()
        data = bytes(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        data = data[offset:offset + size]
        self._send_message(data, data)

    def recv(self):
        self._check_readable()
        return loads(self._recv_message())

    def recv_bytes(self, maxlength=None):
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._recv_message(maxlength)
        if data is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        data = self.recv_bytes()
        if offset + len(data) > len(buf):
            from multiprocessing.context import BufferTooShort
            raise BufferTooShort(data)
        buf[offset:offset + len(data)] = data
        return len(data)

    def poll(self, timeout=0.0):
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        from multiprocessing import context
        context.assert_spawning(self)
        handle = context.get_spawning_popen().duplicate_for_child(self._handle)
        return type(self), (handle, self._readable, self._writable), {"_in": self._in, "_out": self._out}

    def _send_message(self, data, obj):
        if self._out is None:
            self._write_message(data)
            return
        message = _channel.put(self._out, obj)
        _channel.sending(self._out, message, self._handle)
        try:
            self._write_message(data)
        except OSError:
            _channel.failed(self._out, message)
            raise

    def _write_message(self, data):
        header = struct.pack("!i", len(data))
        if len(data) > 16384:
            self._write(header)
            self._write(data)
        else:
            self._write(header + data)

    def _write(self, data):
        while data:
            data = data[os.write(self._handle, data):]

    def _recv_message(self, maxlength=None):
        if self._in is not None:
            _channel.taking(self._in, self._handle)
        size, = struct.unpack("!i", self._read(4))
        if maxlength is not None and size > maxlength:
            return None
        return self._read(size)

    def _read(self, size):
        parts = []
        left = size
        while left > 0:
            part = os.read(self._handle, left)
            if not part:
                if left == size:
                    raise EOFError
                raise OSError("got end of file during message")
            parts.append(part)
            left -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)


def Pipe(duplex=True):
    if duplex:
        import socket
        first, second = socket.socketpair()
        return Connection(first.detach()), Connection(second.detach())
    reader, writer = os.pipe()
    return Connection(reader, writable=False), Connection(writer, readable=False)


def tell(sender, receiver):
    """Pictures show what goes this way, under the name of whatever keeps the result."""
    record = _channel.Channel(False, 0)
    sender._out = receiver._in = record.number()
    return record


class Listener:
    """Takes connections of Clients, over the loopback network."""

    def __init__(self, address=None, family=None, backlog=1, *, authkey=None):
        import socket
        if family not in (None, "AF_INET") or isinstance(address, str):
            raise ValueError("address: only (host, port) is possible on the simulated computer")
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(address or ("localhost", 0))
        self._socket.listen(backlog)
        self._address = self._socket.getsockname()
        self._authkey = authkey
        self._last_accepted = None

    def accept(self):
        if self._socket is None:
            raise OSError("listener is closed")
        accepted, self._last_accepted = self._socket.accept()
        conn = Connection(accepted.detach())
        if self._authkey:
            _deliver_challenge(conn, self._authkey)
            _answer_challenge(conn, self._authkey)
        return conn

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    import socket
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.connect(address)
    conn = Connection(client.detach())
    if authkey is not None:
        _answer_challenge(conn, authkey)
        _deliver_challenge(conn, authkey)
    return conn


def _digest(authkey, message):
    """Not a safe one: who listens here is the program itself."""
    value = 5381
    for byte in authkey + message:
        value = (value * 33 + byte) % 4294967296
    return b"%d" % value


def _deliver_challenge(conn, authkey):
    from multiprocessing.context import AuthenticationError
    message = b"#CHALLENGE#%d" % conn.fileno()
    conn.send_bytes(message)
    if conn.recv_bytes(256) != _digest(authkey, message):
        conn.send_bytes(b"#FAILURE#")
        raise AuthenticationError("digest received was wrong")
    conn.send_bytes(b"#WELCOME#")


def _answer_challenge(conn, authkey):
    from multiprocessing.context import AuthenticationError
    conn.send_bytes(_digest(authkey, conn.recv_bytes(256)))
    if conn.recv_bytes(256) != b"#WELCOME#":
        raise AuthenticationError("digest sent was rejected")


def wait(object_list, timeout=None):
    """Those of the connections, sockets and descriptors that have something to read, in their order."""
    poller = select.poll()
    objects = {}
    for obj in object_list:
        fd = obj if isinstance(obj, int) else obj.fileno()
        objects[fd] = obj
        poller.register(fd, select.POLLIN)
    if timeout is not None:
        timeout = max(timeout, 0) * 1000
    ready = {fd for fd, event in poller.poll(timeout)}
    return [obj for fd, obj in objects.items() if fd in ready]
