#!/usr/bin/env python3
"""Checks every #include of our sources against the layer table of the architecture.

Links alone don't enforce it: a header can be found without its module being linked. Usage: layers.py SOURCE_DIR
"""
import pathlib
import re
import sys

QT_GUI = {"QtCore", "QtGui"}

# Folder: (folders of ours that it may include, kinds of Qt it may include, other libraries by header prefix).
TABLE = {
    "script": ({"script"}, set(), ("tl/",)),
    "trace": ({"trace"}, set(), ("tl/",)),
    "machine": ({"machine", "script", "trace"}, set(), ("tl/",)),
    "explore": ({"explore", "machine", "script", "trace"}, set(), ("tl/",)),
    "lesson": ({"lesson", "script"}, set(), ("tl/", "toml++/", "md4c")),
    "scene": ({"scene", "trace"}, {"gui"}, ("tl/",)),
    "charts": ({"charts", "trace"}, {"gui", "charts", "widgets"}, ()),
    "exporting": ({"exporting", "lesson", "scene", "trace"}, {"gui", "svg"}, ("tl/", "zip.h")),
}
PANEL = ({"scene", "trace"}, {"gui"}, ())

GUI_WIDGETS_ONLY = re.compile(
    r"^Q(Widget|Application|MainWindow|Dialog|Label|.*Button|.*Layout|Menu|MenuBar|Action|Slider|.*Edit|.*Box|"
    r"StyleOption.*|Style|.*View|TextBrowser|Splitter|Dock.*|Tool.*|Scroll.*|Stacked.*|Tab.*|FileDialog|Message.*)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def qt_kind(header):
    name = header.split("/")[-1]
    if header.startswith(("QtCharts", "QChart")) or name.endswith("Series"):
        return "charts"
    if header.startswith("QtSvg") or name.startswith("QSvg"):
        return "svg"
    if header.startswith("QtTest") or name in ("QTest", "QSignalSpy"):
        return "test"
    if header.startswith("QtWidgets") or GUI_WIDGETS_ONLY.match(name):
        return "widgets"
    return "gui"


def is_qt(header):
    return bool(re.match(r"^(Qt[A-Z]\w*/)?Q[A-Z]\w*$|^q\w+\.h$", header))


def problems_of(path, rule, layer, ours):
    allowed, qt, others = rule
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, header = match.group(1) == '"', match.group(2)
        first = header.split("/")[0]
        where = f"{path}:{number}: {layer} must not include "
        if quoted and "/" in header and (first in ours or first == "app"):
            if first not in allowed:
                yield where + f'"{header}" (allowed: {", ".join(sorted(allowed))})'
        elif is_qt(header):
            if qt_kind(header) not in qt:
                yield where + f"<{header}> (Qt allowed here: {', '.join(sorted(qt)) or 'none'})"
        elif "/" in header or header.endswith(".h") or header.endswith(".hpp"):
            standard = header.startswith("sys/") or (not quoted and header in ("assert.h",))
            local = quoted and (path.parent / header).exists()
            if not standard and not local and not header.startswith(others or ("\0",)):
                yield where + f"{header} (a library that this layer doesn't use)"


def main():
    root = pathlib.Path(sys.argv[1]) / "visualizers"
    ours = {folder.name for folder in root.iterdir() if folder.is_dir()}
    problems = []
    for folder in sorted(root.iterdir()):
        if not folder.is_dir():
            continue
        layer = folder.name
        allowed, qt, others = TABLE.get(layer, (PANEL[0] | {layer}, *PANEL[1:]))
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".h", ".cpp"):
                problems += problems_of(path, (allowed, qt, others), layer, ours)
    print("\n".join(problems) or "every include obeys the layers")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
