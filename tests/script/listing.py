#!/usr/bin/env python3
"""Prints a program's code objects as CPython 3.11 compiles them, in the form of listing.cpp.

Left out, since our instruction set doesn't have them: CACHE, PRECALL, EXTENDED_ARG, MAKE_CELL, COPY_FREE_VARS. Jumps and
exception table entries name indices of the instructions that stay; a frozen set is shown as a tuple.
Usage: listing.py FILE
"""
import dis
import struct
import sys
import types

ABSENT = {"CACHE", "PRECALL", "EXTENDED_ARG", "MAKE_CELL", "COPY_FREE_VARS"}


def text(data):
    return "".join(chr(b) if 0x20 <= b < 0x7F and b not in b"'\\" else f"\\x{b:02x}" for b in data)


def shown(value):
    if isinstance(value, float):
        return "float:" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return f"'{text(value.encode('utf-8', 'surrogatepass'))}'"
    if isinstance(value, bytes):
        return f"b'{text(value)}'"
    if isinstance(value, (tuple, frozenset)):
        return "(" + "".join(shown(item) + "," for item in value) + ")"
    if isinstance(value, types.CodeType):
        return f"<code {value.co_qualname}>"
    return repr(value)


def argument(code, i, target):
    if i.opcode in dis.hasjrel or i.opcode in dis.hasjabs:
        return f"to {target(i.argval)}"
    if i.opcode in dis.hasconst or i.opname == "KW_NAMES":
        return shown(code.co_consts[i.arg])
    if i.opname == "LOAD_GLOBAL":
        return ("NULL + " if i.arg & 1 else "") + code.co_names[i.arg >> 1]
    if i.opcode in dis.hasname or i.opcode in dis.haslocal or i.opcode in dis.hasfree:
        return i.argval
    return "" if i.arg is None else str(i.arg)


def listing(code, out):
    kept = [i for i in dis.get_instructions(code) if i.opname not in ABSENT]

    def index(offset):
        return next((n for n, i in enumerate(kept) if i.offset >= offset), len(kept))

    indices = {}

    def target(offset):
        if offset not in indices:
            indices[offset] = index(offset)
        return indices[offset]

    flags = [name for bit, name in ((1, "optimized"), (4, "*args"), (8, "**kwargs"), (32, "generator"))
             if code.co_flags & bit]
    out.append(f"{code.co_qualname} {code.co_name} line {code.co_firstlineno}"
               f" ({code.co_argcount} {code.co_posonlyargcount} {code.co_kwonlyargcount}) {' '.join(flags)}")
    out.append("  variables " + " ".join(code.co_varnames) + " | " + " ".join(sorted(code.co_cellvars)) + " | "
               + " ".join(code.co_freevars))
    for n, i in enumerate(kept):
        p = i.positions
        where = "-" if p.lineno is None else f"{p.lineno}:{p.col_offset}-{p.end_lineno}:{p.end_col_offset}"
        out.append(f"  {n} {i.opname} {argument(code, i, target)} @{where}")
    for entry in dis._parse_exception_table(code):
        start, end = target(entry.start), target(entry.end)
        if start < end:
            out.append(f"  {start} to {end} -> {target(entry.target)} [{entry.depth}]{' lasti' if entry.lasti else ''}")
    for i in kept:
        if i.opname == "LOAD_CONST" and isinstance(i.argval, types.CodeType):
            listing(i.argval, out)


def main():
    path = sys.argv[1]
    with open(path, "rb") as file:
        code = compile(file.read(), path, "exec", dont_inherit=True)
    out = []
    listing(code, out)
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        sys.exit("listing.py needs CPython 3.11")
    main()
