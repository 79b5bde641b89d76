"""Blocks of bytes that several processes share, found by their name."""
import _multiprocessing

_registry_size = 4096
# name=handle; of the blocks whose name the program has chosen. Children made by fork share it.
_registry = _multiprocessing.SharedMemory("c", _registry_size)


def _registered():
    text = b"".join([_registry[i] for i in range(_registry_size)]).split(b"\0", 1)[0].decode()
    return dict([entry.split("=") for entry in text.split(";") if entry])


def _register(names):
    data = "".join([f"{name}={handle};" for name, handle in names.items()]).encode() + b"\0"
    if len(data) > _registry_size:
        raise OSError(28, "No space left on device")
    for i in range(len(data)):
        _registry[i] = data[i:i + 1]


def _handle_of(name):
    if name.startswith("psm_"):
        return int(name[4:], 16)
    return int(_registered().get(name, -1))


class _View:
    """What a memoryview of the block can do."""

    def __init__(self, memory, places):
        self._memory = memory
        self._places = places

    def __len__(self):
        return len(self._places)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return _View(self._memory, self._places[index])
        return self._memory[self._place(index)]

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            if not isinstance(value, int):
                raise TypeError("memoryview: invalid type for format 'B'")
            if not 0 <= value < 256:
                raise ValueError("memoryview: invalid value for format 'B'")
            self._memory[self._place(index)] = value
            return
        places = self._places[index]
        data = bytes(value)
        if len(data) != len(places):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        for place, byte in zip(places, data):
            self._memory[place] = byte

    def _place(self, index):
        if not -len(self._places) <= index < len(self._places):
            raise IndexError("index out of bounds on dimension 1")
        return self._places[index]

    def __iter__(self):
        for place in self._places:
            yield self._memory[place]

    def __eq__(self, other):
        return self.tobytes() == bytes(other)

    def __bytes__(self):
        return self.tobytes()

    def tobytes(self):
        return bytes(self.tolist())

    def tolist(self):
        return list(self)

    def release(self):
        pass

    @property
    def nbytes(self):
        return len(self._places)


class SharedMemory:
    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if create:
            # The last cell tells whether the name is gone.
            self._memory = _multiprocessing.SharedMemory("B", size + 1)
            if name is None:
                name = "psm_%08x" % self._memory._handle()
            else:
                names = _registered()
                if name in names:
                    raise FileExistsError(17, "File exists", "/" + name)
                names[name] = str(self._memory._handle())
                _register(names)
        else:
            if name is None:
                raise ValueError("'name' can only be None if create=True")
            self._memory = self._attached(name)
        self._name = name
        self._size = len(self._memory) - 1
        self._buf = _View(self._memory, range(self._size))

    @staticmethod
    def _attached(name):
        try:
            memory = _multiprocessing.SharedMemory._rebuild(_handle_of(name))
        except (OSError, ValueError):
            memory = None
        if memory is None or memory[len(memory) - 1]:
            raise FileNotFoundError(2, "No such file or directory", "/" + name)
        return memory

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._size

    def close(self):
        self._buf = None

    def unlink(self):
        if self._memory[self._size]:
            raise FileNotFoundError(2, "No such file or directory", "/" + self._name)
        self._memory[self._size] = 1
        names = _registered()
        if names.pop(self._name, None) is not None:
            _register(names)

    def __reduce__(self):
        return SharedMemory, (self._name, False, self._size)

    def __repr__(self):
        return f"SharedMemory({self._name!r}, size={self._size})"
