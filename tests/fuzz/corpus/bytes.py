b''
b'abc'
B"\x00\xff\n\t'"
rb'\n'
Rb'\x'
bR'a'
b'a' b'b'
b'\777\400'
b'\u1234\N{x}'
b'"' b"'"
