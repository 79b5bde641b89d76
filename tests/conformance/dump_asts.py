"""Writes what CPython's parser makes of every file of the arguments and every case of the first one.

Usage: dump_asts.py CASES OUT FILE...
OUT gets three lines for each: its name, ast.dump without and with positions (both "SyntaxError" for wrong text).
A case starts with a line "--- name".
"""

import ast
import sys
import warnings


def cases(path):
    name, lines = None, []
    with open(path, encoding="utf-8", newline="") as file:
        for line in file:
            if line.startswith("--- "):
                if name:
                    yield name, "".join(lines)
                name, lines = line[4:].rstrip("\n"), []
            else:
                lines.append(line)
    if name:
        yield name, "".join(lines)


def dumps(source):
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return "SyntaxError", "SyntaxError"
    return ast.dump(tree), ast.dump(tree, include_attributes=True)


def files(paths):
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            yield path, file.read()


def main():
    warnings.simplefilter("ignore")
    sources = list(cases(sys.argv[1])) + list(files(sys.argv[3:]))
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for name, source in sources:
            out.write("\n".join((name, *dumps(source))) + "\n")


main()
