"""Buffered and text streams over descriptors and sockets; there are no files."""
import os

DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def isatty(self):
        return False

    def flush(self):
        self._check()

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()


class RawIOBase(IOBase):
    pass


class FileIO(RawIOBase):
    """A descriptor, without any buffer."""

    def __init__(self, file, mode='r', closefd=True):
        self._fd = file
        self.name = file
        self.mode = 'rb' if 'r' in mode else 'wb'
        self._closefd = closefd

    def fileno(self):
        self._check()
        return self._fd

    def readable(self):
        return self.mode == 'rb'

    def writable(self):
        return self.mode == 'wb'

    def read(self, size=-1):
        if not self.readable():
            raise UnsupportedOperation('File not open for reading')
        try:
            if size is not None and size >= 0:
                return os.read(self.fileno(), size)
            data = os.read(self.fileno(), 65536)
            while more := os.read(self.fileno(), 65536):
                data += more
            return data
        except BlockingIOError:
            return None

    def readinto(self, buffer):
        data = self.read(len(buffer))
        if data is None:
            return None
        buffer[:len(data)] = data
        return len(data)

    def write(self, data):
        if not self.writable():
            raise UnsupportedOperation('File not open for writing')
        try:
            return os.write(self.fileno(), data)
        except BlockingIOError:
            return None

    def close(self):
        if not self.closed:
            self.closed = True
            if self._closefd:
                os.close(self._fd)


class _Buffered(IOBase):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self.raw = raw
        self._size = buffer_size
        self._data = b''

    @property
    def closed(self):
        return self.raw.closed

    @property
    def mode(self):
        return self.raw.mode

    @property
    def name(self):
        return self.raw.name

    def fileno(self):
        return self.raw.fileno()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def __repr__(self):
        return f'<_io.{type(self).__name__} name={self.name}>'


class BufferedReader(_Buffered):
    def _check(self, what='read'):
        if self.closed:
            raise ValueError(what + ' of closed file')

    def _fill(self, size=0):
        """More bytes, if there are any; false at the end, and when a read would have to wait."""
        data = self.raw.read(max(self._size, size))
        if not data:
            self._none = data is None
            return False
        self._data += data
        return True

    def _take(self, size):
        data = self._data[:size]
        self._data = self._data[size:]
        if not data and size and self._none:
            return None
        return data

    _none = False

    def read(self, size=-1):
        self._check()
        if size is None or size < 0:
            while self._fill():
                pass
            return self._take(len(self._data) or 1)
        while len(self._data) < size and self._fill(size - len(self._data)):
            pass
        return self._take(size)

    def read1(self, size=-1):
        self._check()
        if not self._data and size != 0:
            self._fill()
        return self._take(self._size if size < 0 else size)

    def peek(self, size=0):
        self._check('peek')
        if not self._data:
            self._fill()
        return self._data

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check('readline')
        start = 0
        while (end := self._data.find(b'\n', start)) < 0:
            start = len(self._data)
            if 0 <= size <= start or not self._fill():
                break
        end = end + 1 if end >= 0 else len(self._data)
        return self._take(min(end, size) if size >= 0 else end) or b''

    def close(self):
        self.raw.close()


class BufferedWriter(_Buffered):
    def write(self, data):
        if self.closed:
            raise ValueError('write to closed file')
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        if len(self._data) + len(data) <= self._size:
            self._data += data
            return len(data)
        self.flush()
        self._data = data
        while len(self._data) > self._size:
            self._write_some()
        return len(data)

    def _write_some(self):
        count = self.raw.write(self._data)
        if count is None:
            raise BlockingIOError(11, 'write could not complete without blocking', 0)
        self._data = self._data[count:]

    def flush(self):
        if self.closed:
            raise ValueError('flush of closed file')
        while self._data:
            self._write_some()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()


class BufferedRWPair(IOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)
        for name in ('read', 'read1', 'readinto', 'readline', 'peek', 'fileno'):
            setattr(self, name, getattr(self._reader, name))
        self.write = self._writer.write
        self.flush = self._writer.flush

    @property
    def closed(self):
        return self._writer.closed

    @property
    def name(self):
        return self._writer.name

    @property
    def mode(self):
        return self._writer.mode

    def readable(self):
        return True

    def writable(self):
        return True

    def close(self):
        self._writer.close()
        self._reader.close()


class TextIOWrapper(IOBase):
    _chunk = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        self.buffer = buffer
        self.encoding = encoding or 'UTF-8'
        self.errors = errors or 'strict'
        self.line_buffering = line_buffering
        self.mode = None
        self._newline = newline
        self._through = write_through
        self._undecoded = b''
        self._text = ''
        self._pending = ''

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def fileno(self):
        return self.buffer.fileno()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name} mode={self.mode!r} encoding={self.encoding!r}>'

    def _fill(self):
        data = self.buffer.read1(self._chunk)
        whole = self._undecoded + (data or b'')
        keep = _unfinished(whole) if data else 0
        if data and self._newline is None and whole.endswith(b'\r'):
            keep = 1
        self._undecoded = whole[len(whole) - keep:]
        text = whole[:len(whole) - keep].decode(self.encoding, self.errors)
        if self._newline is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        self._text += text
        return bool(data)

    def _take(self, count):
        text = self._text[:count]
        self._text = self._text[count:]
        return text

    def _may_read(self):
        self._check()
        if not self.readable():
            raise UnsupportedOperation('not readable')
        if self._pending:
            self.flush()

    def read(self, size=-1):
        self._may_read()
        while (size is None or size < 0 or len(self._text) < size) and self._fill():
            pass
        return self._take(len(self._text) if size is None or size < 0 else size)

    def readline(self, size=-1):
        self._may_read()
        end = self._newline or '\n'
        while end not in self._text and (size < 0 or len(self._text) < size) and self._fill():
            pass
        found = self._text.find(end)
        found = len(self._text) if found < 0 else found + len(end)
        return self._take(min(found, size) if size >= 0 else found)

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if not self.writable():
            raise UnsupportedOperation('not writable')
        self._pending += text.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else text
        if self.line_buffering and '\n' in text:
            self.flush()
        elif self._through or len(self._pending) > self._chunk:
            self._push()
        return len(text)

    def _push(self):
        pending = self._pending
        self._pending = ''
        self.buffer.write(pending.encode(self.encoding, self.errors))

    def flush(self):
        self._check()
        if self._pending:
            self._push()
        self.buffer.flush()

    def close(self):
        if not self.closed:
            try:
                if self._pending:
                    self._push()
            finally:
                self.buffer.close()


def _unfinished(data):
    """How many bytes at the end are the beginning of a character in UTF-8."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:
            needs = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return back if back < needs else 0
        if byte < 0x80:
            break
    return 0


class _Memory(IOBase):
    """A stream in memory: what StringIO and BytesIO have in common."""

    def __init__(self, initial):
        self._value = initial
        self._at = 0

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def getvalue(self):
        self._check()
        return self._value

    def read(self, size=-1):
        self._check()
        end = len(self._value) if size is None or size < 0 else self._at + size
        data = self._value[self._at:end]
        self._at += len(data)
        return data

    def readline(self, size=-1):
        self._check()
        end = self._value.find(self._end, self._at)
        return self.read(len(self._value) - self._at if end < 0 else end + 1 - self._at)

    def write(self, data):
        self._check()
        if self._at > len(self._value):
            self._value += self._gap * (self._at - len(self._value))
        self._value = self._value[:self._at] + data + self._value[self._at + len(data):]
        self._at += len(data)
        return len(data)

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0):
        self._check()
        self._at = max(0, offset + (0 if whence == 0 else self._at if whence == 1 else len(self._value)))
        return self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        self._value = self._value[:size]
        return size

    def close(self):
        self.closed = True


class StringIO(_Memory):
    _end = '\n'
    _gap = '\0'

    def __init__(self, initial_value='', newline='\n'):
        super().__init__(initial_value or '')

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        return super().write(text)


class BytesIO(_Memory):
    _end = b'\n'
    _gap = b'\0'

    def __init__(self, initial_bytes=b''):
        super().__init__(bytes(initial_bytes))

    def write(self, data):
        return super().write(bytes(data))

    def getbuffer(self):
        return memoryview(self._value)


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        raise RuntimeError('open() of a file is not supported by the machine: the simulated computer has none; '
                           'a descriptor can be opened')
    kind = mode.replace('b', '').replace('t', '').replace('+', '')
    if kind not in ('r', 'w', 'a', 'x'):
        raise ValueError(f'invalid mode: {mode!r}')
    binary = 'b' in mode
    os.get_blocking(file)  # is it open?
    raw = FileIO(file, kind, closefd)
    if buffering == 0:
        if not binary:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
    buffer = BufferedReader(raw, size) if kind == 'r' else BufferedWriter(raw, size)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text
