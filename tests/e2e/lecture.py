#!/usr/bin/env python3
"""A short lecture, driven with real keys and clicks in the real program.

lecture.py PROGRAM: opens a lesson, presents it, steps, answers a question, blanks the screen, compares it with another run,
exports a picture, switches the language, quits, and starts again where it was. What the window exports must be, byte for byte, what the command line
exports. Ends with 77 when a tool is missing.
"""
import json
import pathlib
import subprocess
import sys

import desktop

LESSON, TITLES = "gil-handoff", {"en": "GIL handoff - Interleave", "zh": "GIL 交接 - Interleave"}
PAPER = "#F6F6F2"


def step(text):
    print(text, flush=True)


class Lecture:
    def __init__(self, screen, program):
        self.screen, self.program = screen, program

    def start(self, *arguments):
        self.running = self.screen.start(self.program, *arguments)

    def quit(self):
        self.screen.key("ctrl+q")
        self.screen.wait("the end of the program", lambda: self.running.poll() is not None)
        assert self.running.returncode == 0, self.running.returncode

    def by_command(self, name, *options):
        """The same picture from the command line."""
        file = self.screen.home / name
        subprocess.run([self.program, "export", LESSON, *options, "-o", str(file)], env=self.screen.environment, check=True)
        return file.read_bytes()

    def by_window(self, name):
        """Ctrl+E, then what the dialog offers, into a file of that name."""
        file = self.screen.home / name
        self.screen.key("ctrl+e")
        self.screen.wait("the export dialog", lambda: len(self.screen.titles()) > 1)
        self.screen.key("Return")
        self.screen.wait("the file dialog", lambda: len(self.screen.titles()) > 2)
        self.screen.key("ctrl+a")
        self.screen.type(str(file))
        self.screen.key("Return")
        self.screen.wait(str(file), file.exists)
        self.screen.wait("the window alone", lambda: (self.screen.key("Escape"), len(self.screen.titles()) == 1)[1])
        return file.read_bytes()

    def progress(self):
        file = next(self.screen.home.glob("data/**/progress.json"), None)
        return json.loads(file.read_text())["lessons"].get(LESSON, {}) if file else {}

    def present(self):
        step("presents")
        self.screen.key("F5")
        self.screen.wait("nothing but the stage", lambda: self.screen.colour(8, 8) == PAPER)
        step("steps from cue to cue")
        self.screen.key("Next")
        self.screen.wait("the first cue in the learner's progress", lambda: self.progress().get("seen"))
        step("answers the question that stands at the second by a click, and reveals what the run did by the next")
        self.screen.key("Next")
        self.screen.click(840, 700)
        self.screen.click(300, 400)
        self.screen.wait("a prediction in the learner's progress", lambda: self.progress().get("predicted"))
        step("blanks the screen")
        self.screen.key("b")
        self.screen.wait("black", lambda: self.screen.colour() == "#000000")
        self.screen.key("b")
        self.screen.wait("the stage", lambda: self.screen.colour(8, 8) == PAPER)
        self.screen.key("Escape")
        self.screen.wait("the window", lambda: self.screen.colour(8, 8) != PAPER)

    def browse(self):
        step("opens the next lesson by a click, and this one again")
        x, y = self.screen.origin(TITLES["en"])
        self.screen.click(x + 100, y + 152)
        self.screen.sees_window("I/O releases the GIL - Interleave")
        self.screen.click(x + 100, y + 118)
        self.screen.sees_window(TITLES["en"])

    def compare(self):
        step("compares it with another lesson, on one clock")
        self.screen.key("ctrl+d")
        self.screen.wait("what to compare with", lambda: "Compare with…" in self.screen.titles())
        self.screen.key("Down", "Return")
        self.screen.wait("the runs side by side", lambda: "Compare with…" not in self.screen.titles())
        self.screen.key("Escape")

    def switch_language(self):
        step("switches the language while it runs")
        self.screen.key("alt+v")
        self.screen.type("g")
        self.screen.key("Down", "Return")
        self.screen.sees_window(TITLES["zh"])

    def run(self):
        step("opens the lesson")
        self.start(LESSON, "--lang", "en")
        self.screen.sees_window(TITLES["en"])
        self.screen.key("Escape")  # the hints for a first start
        self.browse()
        self.present()
        self.compare()
        step("exports")
        self.screen.key("Home", "Next")
        assert self.by_window("window.png") == self.by_command("command.png", "--lang", "en"), "other bytes"
        self.switch_language()
        step("quits, and starts again where it was")
        self.quit()
        self.start()
        self.screen.sees_window(TITLES["zh"])
        assert self.by_window("again.png") == self.by_command("zh.png", "--lang", "zh"), "not the step that was left"
        self.quit()


def main():
    lacking = desktop.missing()
    if lacking:
        print("skipped, for these are missing (script/setup test installs them):", *lacking)
        return 77
    with desktop.Desktop() as screen:
        Lecture(screen, str(pathlib.Path(sys.argv[1]).resolve())).run()
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
