"""Stream sockets on one computer. What may wait is native: see _socket."""
import _socket

error = OSError
timeout = TimeoutError
has_ipv6 = False

AF_UNSPEC = 0
AF_UNIX = 1
AF_INET = 2
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOCK_CLOEXEC = 524288
SOCK_NONBLOCK = 2048
SOL_SOCKET = 1
SO_DEBUG = 1
SO_REUSEADDR = 2
SO_TYPE = 3
SO_ERROR = 4
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_LINGER = 13
SO_REUSEPORT = 15
IPPROTO_IP = 0
IPPROTO_TCP = 6
TCP_NODELAY = 1
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
MSG_PEEK = 2
MSG_DONTWAIT = 64
MSG_NOSIGNAL = 16384
SOMAXCONN = 4096
INADDR_ANY = 0
INADDR_LOOPBACK = 2130706433


class herror(OSError):
    pass


class gaierror(OSError):
    pass


class socket(_socket.socket):
    @property
    def family(self):
        return self._family() or AF_INET

    @property
    def type(self):
        return SOCK_STREAM

    @property
    def proto(self):
        return 0

    @property
    def timeout(self):
        return self.gettimeout()

    def __repr__(self):
        state = '' if self.fileno() >= 0 else ' [closed]'
        text = f'<socket.socket{state} fd={self.fileno()}, family={self.family}, type={self.type}, proto=0'
        if self.fileno() >= 0:
            own = self.getsockname()
            if own:
                text += f', laddr={own}'
            try:
                peer = self.getpeername()
                if peer:
                    text += f', raddr={peer}'
            except OSError:
                pass
        return text + '>'

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def accept(self):
        number, address = self._accept()
        return socket(fileno=number), address

    def dup(self):
        import os
        copy = socket(fileno=os.dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        return SocketFile(self, mode)


SocketType = socket


class SocketFile:
    """What makefile() gives: lines in and out. It has a descriptor of its own, so either may be closed."""

    def __init__(self, sock, mode):
        self._sock = sock.dup()
        self._text = 'b' not in mode
        self._buffer = b''
        self.mode = mode
        self.closed = False

    def fileno(self):
        return self._sock.fileno()

    def readable(self):
        return 'r' in self.mode

    def writable(self):
        return 'w' in self.mode

    def _out(self, data):
        return data.decode() if self._text else data

    def _fill(self):
        data = self._sock.recv(8192)
        self._buffer += data
        return bool(data)

    def _take(self, count):
        data = self._buffer[:count]
        self._buffer = self._buffer[count:]
        return self._out(data)

    def read(self, size=-1):
        while (size is None or size < 0 or len(self._buffer) < size) and self._fill():
            pass
        return self._take(len(self._buffer) if size is None or size < 0 else size)

    def readline(self, size=-1):
        while b'\n' not in self._buffer and self._fill():
            pass
        end = self._buffer.find(b'\n')
        return self._take(len(self._buffer) if end < 0 else end + 1)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        self._sock.sendall(data.encode() if self._text else data)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        self.closed = True
        self._sock.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    first, second = _socket.socketpair()
    return socket(fileno=first), socket(fileno=second)


def create_connection(address, timeout=None, source_address=None, *, all_errors=False):
    sock = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not None:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect(address)
        return sock
    except OSError:
        sock.close()
        raise


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(128 if backlog is None else backlog)
        return sock
    except OSError:
        sock.close()
        raise


def has_dualstack_ipv6():
    return False


def fromfd(fd, family, type, proto=0):
    import os
    return socket(family, type, proto, os.dup(fd))


def close(fd):
    import os
    os.close(fd)


def gethostname():
    return 'interleave'


def gethostbyname(name):
    if name in ('', 'localhost', '127.0.0.1'):
        return '127.0.0.1' if name else '0.0.0.0'
    raise gaierror(-2, 'Name or service not known')


def htons(number):
    return (number & 255) << 8 | number >> 8 & 255


def ntohs(number):
    return htons(number)


def htonl(number):
    return htons(number & 65535) << 16 | htons(number >> 16)


def ntohl(number):
    return htonl(number)


def inet_aton(text):
    return bytes([int(part) for part in text.split('.')])


def inet_ntoa(packed):
    return '.'.join([str(part) for part in packed])
