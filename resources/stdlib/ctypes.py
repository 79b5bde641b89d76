"""As much of ctypes as multiprocessing's shared values need: the names of C's number types."""


class _SimpleCData:
    def __init__(self, value=None):
        self.value = self._default if value is None else value

    _default = 0

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class c_bool(_SimpleCData):
    _type_ = "?"
    _default = False


class c_char(_SimpleCData):
    _type_ = "c"
    _default = b"\0"


class c_byte(_SimpleCData):
    _type_ = "b"


class c_ubyte(_SimpleCData):
    _type_ = "B"


class c_short(_SimpleCData):
    _type_ = "h"


class c_ushort(_SimpleCData):
    _type_ = "H"


class c_int(_SimpleCData):
    _type_ = "i"


class c_uint(_SimpleCData):
    _type_ = "I"


class c_long(_SimpleCData):
    _type_ = "l"


class c_ulong(_SimpleCData):
    _type_ = "L"


class c_float(_SimpleCData):
    _type_ = "f"
    _default = 0.0


class c_double(_SimpleCData):
    _type_ = "d"
    _default = 0.0


c_longlong = c_int64 = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int8, c_uint8, c_int16, c_uint16, c_int32, c_uint32 = c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint
