"""Writes unicode_tables.cpp. Run with CPython 3.11, whose Unicode version the tables must have:

    python3.11 make_unicode_tables.py > unicode_tables.cpp
"""

import unicodedata


def normal(char):
    """Names are compared byte by byte, so only characters that NFKC leaves alone may occur in them."""
    return unicodedata.is_normalized("NFKC", char) and unicodedata.is_normalized("NFKC", "e" + char)


TABLES = {
    "identifierStart": lambda char: char.isidentifier() and normal(char),
    "identifierContinue": lambda char: ("a" + char).isidentifier() and normal(char),
    "unprintable": lambda char: not char.isprintable(),
    "wide": lambda char: unicodedata.east_asian_width(char) in "WF",
    "combining": lambda char: unicodedata.category(char) in ("Mn", "Me", "Cf") and ord(char) >= 128,
}


def ranges(holds):
    """(first, last) of every run of code points beyond ASCII that the predicate holds for."""
    first = None
    for point in range(128, 0x110001):
        inside = point < 0x110000 and holds(chr(point))
        if inside and first is None:
            first = point
        elif not inside and first is not None:
            yield first, point - 1
            first = None


def main():
    print("// Made by make_unicode_tables.py from Unicode " + unicodedata.unidata_version + "; don't edit.")
    print('#include "script/unicode_tables.h"\n')
    print("namespace il::script::unicode {\n")
    print("// clang-format off")
    for name, holds in TABLES.items():
        cells = [f"{{0x{first:X}, 0x{last:X}}}," for first, last in ranges(holds)]
        print(f"static constexpr CodePointRange {name}Ranges[] = {{")
        for start in range(0, len(cells), 5):
            print("    " + " ".join(cells[start : start + 5]))
        print("};")
        print(f"const std::span<const CodePointRange> {name}({name}Ranges);\n")
    print("// clang-format on\n")
    print("} // namespace il::script::unicode")


main()
