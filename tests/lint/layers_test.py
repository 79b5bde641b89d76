#!/usr/bin/env python3
"""layers.py must notice each kind of forbidden include, and pass the allowed ones."""
import pathlib
import subprocess
import sys
import tempfile

CASES = {
    "trace/a.h": ('#include "machine/machine.h"', False),
    "script/a.cpp": ("#include <QString>", False),
    "machine/a.cpp": ("#include <toml++/toml.h>", False),
    "scene/a.cpp": ("#include <QWidget>", False),
    "scene/b.cpp": ("#include <QtWidgets/QLabel>", False),
    "gil/a.cpp": ('#include "mutex/mutex_panel.h"', False),
    "mutex/a.cpp": ('#include "app/player.h"', False),
    "scene/c.cpp": ("#include <QPainter>\n#include <vector>\n#include \"trace/view.h\"", True),
    "gil/b.cpp": ('#include "gil/gil_panel.h"\n#include "scene/parts.h"', True),
    "lesson/a.cpp": ("#include <md4c.h>\n#include <toml++/toml.h>\n#include <tl/expected.hpp>", True),
}


def passes(name, text):
    with tempfile.TemporaryDirectory() as folder:
        for layer in ("script", "trace", "machine", "scene", "gil", "mutex", "lesson"):
            (pathlib.Path(folder) / "visualizers" / layer).mkdir(parents=True)
        (pathlib.Path(folder) / "visualizers" / name).write_text(text + "\n", encoding="utf-8")
        checker = pathlib.Path(__file__).with_name("layers.py")
        return subprocess.run([sys.executable, checker, folder], capture_output=True, check=False).returncode == 0


wrong = [name for name, (text, expected) in CASES.items() if passes(name, text) != expected]
print("wrong verdicts: " + ", ".join(wrong) if wrong else "all verdicts right")
sys.exit(1 if wrong else 0)
