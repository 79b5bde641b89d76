"""Stream sockets on one computer. What may wait is native: see _socket."""
import _socket

error = OSError
timeout = TimeoutError
has_ipv6 = False

AF_UNSPEC = 0
AF_UNIX = 1
AF_INET = 2
AF_INET6 = 10
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOCK_RAW = 3
SOCK_CLOEXEC = 524288
SOCK_NONBLOCK = 2048
SOL_SOCKET = 1
SOL_IP = 0
SOL_TCP = 6
SO_DEBUG = 1
SO_REUSEADDR = 2
SO_TYPE = 3
SO_ERROR = 4
SO_DONTROUTE = 5
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_OOBINLINE = 10
SO_PRIORITY = 12
SO_LINGER = 13
SO_REUSEPORT = 15
SO_RCVLOWAT = 18
SO_SNDLOWAT = 19
SO_RCVTIMEO = 20
SO_SNDTIMEO = 21
SO_ACCEPTCONN = 30
IPPROTO_IP = 0
IPPROTO_TCP = 6
IPPROTO_UDP = 17
TCP_NODELAY = 1
TCP_MAXSEG = 2
TCP_CORK = 3
TCP_KEEPIDLE = 4
TCP_KEEPINTVL = 5
TCP_KEEPCNT = 6
TCP_DEFER_ACCEPT = 9
TCP_QUICKACK = 12
TCP_USER_TIMEOUT = 18
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
MSG_OOB = 1
MSG_PEEK = 2
MSG_DONTWAIT = 64
MSG_WAITALL = 256
MSG_NOSIGNAL = 16384
SOMAXCONN = 4096
INADDR_ANY = 0
INADDR_LOOPBACK = 2130706433
INADDR_BROADCAST = 4294967295
AI_PASSIVE = 1
NI_NUMERICHOST = 1
NI_NUMERICSERV = 2
EAI_NONAME = -2

_default_timeout = None


def setdefaulttimeout(timeout):
    global _default_timeout
    if timeout is not None and timeout < 0:
        raise ValueError('Timeout value out of range')
    _default_timeout = None if timeout is None else float(timeout)


def getdefaulttimeout():
    return _default_timeout


class herror(OSError):
    pass


class gaierror(OSError):
    pass


class socket(_socket.socket):
    _io_refs = 0  # files made of it, which keep it open
    _closing = False

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        if _default_timeout is not None:
            self.settimeout(_default_timeout)

    @property
    def family(self):
        return self._family()

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
        state = '' if self.fileno() >= 0 and not self._closing else ' [closed]'
        text = f'<socket.socket{state} fd={self.fileno()}, family={self.family}, type={self.type}, proto=0'
        if not state:
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
        if not self._closing:
            self.close()

    def close(self):
        self._closing = True
        if self._io_refs == 0:
            super().close()

    def detach(self):
        self._closing = True
        return super().detach()

    def _drop_file(self):
        self._io_refs -= 1
        if self._closing:
            self.close()

    def accept(self):
        number, address = self._accept()
        return socket(fileno=number), address

    def dup(self):
        import os
        copy = socket(fileno=os.dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def recvfrom(self, bufsize, flags=0):
        return self.recv(bufsize, flags), None

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        return self.recv_into(buffer, nbytes, flags), None

    def recvmsg(self, bufsize, ancbufsize=0, flags=0):
        return self.recv(bufsize, flags), [], 0, None

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        return self.send(b''.join([bytes(buffer) for buffer in buffers]), flags)

    def sendto(self, data, *rest):
        return self.send(data, *rest[:-1])

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        import io
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        binary = 'b' in mode
        raw = SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        else:
            buffer = (io.BufferedReader if reading else io.BufferedWriter)(raw, buffering)
        if binary:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text


SocketType = socket


class SocketIO:
    """What makefile() wraps: the socket as a stream without a buffer. The socket stays open until it is closed."""

    closed = False

    def __init__(self, sock, mode):
        self._sock = sock
        self._mode = mode
        self._timed_out = False
        sock._io_refs += 1

    @property
    def mode(self):
        return {'r': 'rb', 'w': 'wb', 'rw': 'rwb'}[self._mode]

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    def fileno(self):
        self._check()
        return self._sock.fileno()

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def readable(self):
        return 'r' in self._mode

    def writable(self):
        return 'w' in self._mode

    def seekable(self):
        return False

    def read(self, size=-1):
        self._check()
        if self._timed_out:
            raise OSError('cannot read from timed out object')
        try:
            if size is not None and size >= 0:
                return self._sock.recv(size)
            data = b''
            while more := self._sock.recv(8192):
                data += more
            return data
        except TimeoutError:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def readinto(self, buffer):
        self._check()
        return self._sock.recv_into(buffer)

    def write(self, data):
        self._check()
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def flush(self):
        pass

    def close(self):
        if not self.closed:
            self.closed = True
            self._sock._drop_file()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    first, second = _socket.socketpair()
    return socket(fileno=first), socket(fileno=second)


_given = object()


def create_connection(address, timeout=_given, source_address=None, *, all_errors=False):
    host, port = address
    sock = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not _given:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect((host, port))
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


def getfqdn(name=''):
    return name or 'interleave'


def gethostbyname(name):
    if name in ('', 'localhost', 'interleave'):
        return '127.0.0.1' if name else '0.0.0.0'
    try:
        return inet_ntoa(inet_aton(name))
    except OSError:
        raise gaierror(-2, 'Name or service not known') from None


_services = {'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53, 'http': 80, 'pop3': 110, 'https': 443}


def getservbyname(name, protocol='tcp'):
    if name not in _services:
        raise OSError('service/proto not found')
    return _services[name]


def getservbyport(port, protocol='tcp'):
    for name, number in _services.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(port, str):
        port = int(port) if port.isdigit() else getservbyname(port)
    if not host:
        host = '0.0.0.0' if flags & AI_PASSIVE else '127.0.0.1'
    return [(AF_INET, SOCK_STREAM, IPPROTO_TCP, '', (gethostbyname(host), port or 0))]


def htons(number):
    return (number & 255) << 8 | number >> 8 & 255


def ntohs(number):
    return htons(number)


def htonl(number):
    return htons(number & 65535) << 16 | htons(number >> 16)


def ntohl(number):
    return htonl(number)


def inet_aton(text):
    parts = text.split('.')
    if len(parts) != 4 or not all(part.isdigit() and int(part) < 256 for part in parts):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes([int(part) for part in parts])


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join([str(part) for part in packed])


def inet_pton(family, text):
    try:
        return inet_aton(text)
    except OSError:
        raise OSError('illegal IP address string passed to inet_pton') from None


def inet_ntop(family, packed):
    return inet_ntoa(packed)
