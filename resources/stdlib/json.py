"""JSON text to values and back."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count('\n', 0, pos) + 1
        column = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {line} column {column} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


_escapes = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}
_plain = {'"': '"', '\\': '\\', '/': '/', 'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}


def _quoted(text, ascii_only):
    result = []
    for letter in text:
        if letter in _escapes:
            result.append(_escapes[letter])
        elif ord(letter) < 32 or (ascii_only and ord(letter) > 126):
            number = ord(letter)
            if number > 0xFFFF:
                number -= 0x10000
                result.append(f'\\u{0xD800 + (number >> 10):04x}\\u{0xDC00 + (number & 0x3FF):04x}')
            else:
                result.append(f'\\u{number:04x}')
        else:
            result.append(letter)
    return '"' + ''.join(result) + '"'


def _number(value):
    if value != value:
        return 'NaN'
    if value in (float('inf'), -float('inf')):
        return 'Infinity' if value > 0 else '-Infinity'
    return repr(value)


class _Writer:
    def __init__(self, ensure_ascii, indent, separators, default, sort_keys, skipkeys):
        self.ascii = ensure_ascii
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        self.item, self.key = separators or ((',' if indent is not None else ', '), ': ')
        self.default = default
        self.sort = sort_keys
        self.skip = skipkeys

    def name(self, key):
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (bool, int, float)):
            return self.text(key, '')
        raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')

    def text(self, value, margin):
        if isinstance(value, str):
            return _quoted(value, self.ascii)
        if value is None:
            return 'null'
        if value is True:
            return 'true'
        if value is False:
            return 'false'
        if isinstance(value, int):
            return repr(value)
        if isinstance(value, float):
            return _number(value)
        inner = margin + (self.indent or '')
        if isinstance(value, (list, tuple)):
            return self.braced('[]', [self.text(item, inner) for item in value], margin)
        if isinstance(value, dict):
            keys = [key for key in value if not self.skip or key is None or isinstance(key, (str, int, float))]
            items = sorted(keys) if self.sort else keys
            return self.braced('{}', [_quoted(self.name(key), self.ascii) + self.key + self.text(value[key], inner)
                                      for key in items], margin)
        if self.default is None:
            raise TypeError(f'Object of type {type(value).__name__} is not JSON serializable')
        return self.text(self.default(value), margin)

    def braced(self, braces, items, margin):
        if not items:
            return braces
        if self.indent is None:
            return braces[0] + self.item.join(items) + braces[1]
        inner = '\n' + margin + self.indent
        return braces[0] + inner + (self.item + inner).join(items) + '\n' + margin + braces[1]


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False):
    return _Writer(ensure_ascii, indent, separators, default, sort_keys, skipkeys).text(obj, '')


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


class _Reader:
    def __init__(self, text, hook):
        self.doc = text
        self.at = 0
        self.hook = hook

    def fail(self, message, at=None):
        raise JSONDecodeError(message, self.doc, self.at if at is None else at)

    def blank(self):
        while self.at < len(self.doc) and self.doc[self.at] in ' \t\n\r':
            self.at += 1
        return self.doc[self.at:self.at + 1]

    def value(self):
        letter = self.blank()
        if letter == '"':
            self.at += 1
            return self.string()
        if letter == '{':
            return self.object()
        if letter == '[':
            return self.array()
        for word, value in (('null', None), ('true', True), ('false', False), ('NaN', float('nan')),
                            ('Infinity', float('inf')), ('-Infinity', -float('inf'))):
            if self.doc.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def digits(self, at):
        while at < len(self.doc) and self.doc[at] in '0123456789':
            at += 1
        return at

    def number(self):
        start = self.at
        first = start + self.doc.startswith('-', start)
        end = first + 1 if self.doc.startswith('0', first) else self.digits(first)
        if end == first:
            self.fail('Expecting value')
        whole = True
        if self.doc.startswith('.', end) and self.digits(end + 1) > end + 1:
            whole = False
            end = self.digits(end + 1)
        if self.doc[end:end + 1] in ('e', 'E'):
            digits = end + 1 + (self.doc[end + 1:end + 2] in ('+', '-'))
            if self.digits(digits) > digits:
                whole = False
                end = self.digits(digits)
        self.at = end
        return int(self.doc[start:end]) if whole else float(self.doc[start:end])

    def string(self):
        start = self.at - 1
        parts = []
        while True:
            if self.at >= len(self.doc):
                self.fail('Unterminated string starting at', start)
            letter = self.doc[self.at]
            self.at += 1
            if letter == '"':
                return ''.join(parts)
            if letter == '\\':
                parts.append(self.escape(start))
            elif ord(letter) < 32:
                self.fail('Invalid control character at', self.at - 1)
            else:
                parts.append(letter)

    def escape(self, start):
        if self.at >= len(self.doc):
            self.fail('Unterminated string starting at', start)
        letter = self.doc[self.at]
        self.at += 1
        if letter in _plain:
            return _plain[letter]
        if letter != 'u':
            self.fail('Invalid \\escape', self.at - 2)
        number = self.unit()
        if 0xD800 <= number < 0xDC00 and self.doc.startswith('\\u', self.at):
            self.at += 2
            number = 0x10000 + ((number - 0xD800) << 10) + self.unit() - 0xDC00
        return chr(number)

    def unit(self):
        digits = self.doc[self.at:self.at + 4]
        if len(digits) != 4 or not all(digit in '0123456789abcdefABCDEF' for digit in digits):
            self.fail('Invalid \\uXXXX escape', self.at)
        self.at += 4
        return int(digits, 16)

    def array(self):
        self.at += 1
        items = []
        if self.blank() == ']':
            self.at += 1
            return items
        while True:
            items.append(self.value())
            letter = self.blank()
            if letter not in (',', ']'):
                self.fail("Expecting ',' delimiter")
            self.at += 1
            if letter == ']':
                return items

    def object(self):
        self.at += 1
        result = {}
        letter = self.blank()
        if letter == '}':
            self.at += 1
            return self.made(result)
        while True:
            if letter != '"':
                self.fail('Expecting property name enclosed in double quotes')
            self.at += 1
            key = self.string()
            if self.blank() != ':':
                self.fail("Expecting ':' delimiter")
            self.at += 1
            result[key] = self.value()
            letter = self.blank()
            if letter not in (',', '}'):
                self.fail("Expecting ',' delimiter")
            self.at += 1
            if letter == '}':
                return self.made(result)
            letter = self.blank()

    def made(self, result):
        return result if self.hook is None else self.hook(result)


def loads(s, *, cls=None, object_hook=None, **options):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    if not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    reader = _Reader(s, object_hook)
    value = reader.value()
    if reader.blank():
        reader.fail('Extra data')
    return value


def load(fp, **options):
    return loads(fp.read(), **options)
