#!/usr/bin/env python3
"""Writes docs/fidelity.md: the same scripts in the simulated machine and under the Python of this computer.

The words are in text.md, with a place {{name}} for every table and figure. script/fidelity builds and calls this.
"""
import argparse
import datetime
import os
import pathlib
import platform
import re
import resource
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRIPTS = HERE / "scripts"

WANTED, AT_MOST = 5, 8  # runs under Python: quiet ones, and in all
QUIET = 0.1              # of the computer may be used by others during a quiet run
FAR = 2                  # model and measurement that differ by more than this factor are marked

# Table: the runs whose lines it shows, as script and arguments.
TABLES = {
    "cpu": [("speedup.py", "cpu", means, workers) for means in ("threads", "processes") for workers in "124"],
    "io": [("speedup.py", "io", means, workers) for means in ("threads", "processes") for workers in "124"],
    "holds": [("gil_holds.py", interval, threads) for interval in "51" for threads in "23"],
    "woken": [("wake_up.py", threads) for threads in "012"],
    "convoy": [("convoy.py", threads) for threads in "012"],
    "workers": [("workers.py",)],
    "empty": [("queue_empty.py",)],
    "birth": [("birth.py",)],
    "wake_ups": [("wake_ups.py",)],
    "polls": [("poll_cost.py", count) for count in ("10", "100", "500")],
    "hand_off": [("hand_off.py",), ("echo.py",)],
}


class Failed(Exception):
    pass


def output(command, **environment):
    ended = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, timeout=300)
    if ended.returncode:
        raise Failed(f"{' '.join(command)}\nended with {ended.returncode}:\n{ended.stdout}{ended.stderr}")
    return ended.stdout


def figures(text):
    """The script's lines "name: value unit"; the value is a number or, without one, the whole text."""
    found = {}
    for line in text.splitlines():
        name, _, value = line.rpartition(": ")
        number = re.match(r"-?[\d.]+(?= |$)", value)
        found[name] = (float(number[0]), value[number.end():].strip()) if number else (value, "")
    return found


def processor_times():
    """Of all cores since the start, in seconds: busy, and in all. Zeros where nobody tells."""
    try:
        fields = pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:9]
    except OSError:
        return 0, 0
    times = [int(field) / os.sysconf("SC_CLK_TCK") for field in fields]
    return sum(times) - times[3] - times[4], sum(times)


def own_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Noise:
    """What share of the computer others used during the runs that count."""

    def __init__(self):
        self.shares = []

    def during(self, work):
        busy, total, own = *processor_times(), own_time()
        result = work()
        now_busy, now_total = processor_times()
        others = (now_busy - busy) - (own_time() - own)
        return result, max(0, others) / max(now_total - total, 0.01)


def measured(python, script, arguments, noise):
    """Of each figure of the script, its values in the quietest runs."""
    runs = []
    command = [python, str(SCRIPTS / script), *arguments]
    while len(runs) < AT_MOST and sum(share <= QUIET for _, share in runs) < WANTED:
        text, share = noise.during(lambda: output(command, PYTHONPATH=str(ROOT / "resources/python"),
                                                  PYTHONDONTWRITEBYTECODE="1"))
        runs.append((figures(text), share))
    runs.sort(key=lambda run: run[1])
    kept = runs[:WANTED]
    noise.shares += [share for _, share in kept]
    return {name: [run[name] for run, _ in kept] for name in kept[0][0]}


def modelled(interleave, version, script, arguments):
    command = [interleave, "run", "--python", version, "--cores", str(os.cpu_count()), "--lang", "en",
               str(SCRIPTS / script), "--", *arguments]
    return figures(output(command))


def short(number):
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def row(name, model, values):
    value, unit = model
    if isinstance(value, str) or any(isinstance(other, str) for other, _ in values):
        texts = sorted({str(other) for other, _ in values})
        return f"| {name} | {value} | {' or '.join(texts)} | | {'equal' if texts == [str(value)] else '**differs**'} |"
    numbers = [number for number, _ in values]
    median = statistics.median(numbers)
    if value == median:
        ratio = "1"
    elif median == 0 or value == 0:
        ratio = "**differs**"
    else:
        ratio = f"{value / median:.2f}"
        if not 1 / FAR <= value / median <= FAR:
            ratio = f"**{ratio}**"
    unit = f" {unit}".replace(" times as fast", " ×").rstrip()
    return (f"| {name} | {short(value)}{unit} | {short(median)}{unit} | {short(min(numbers))} to "
            f"{short(max(numbers))} | {ratio} |")


def table(runs, python, version, interleave, noise):
    rows = ["| | Model | Measured | Spread | Model ÷ measured |", "|---|---|---|---|---|"]
    for script, *arguments in runs:
        print(script, *arguments, file=sys.stderr, flush=True)
        model = modelled(interleave, version, script, arguments)
        for name, values in measured(python, script, arguments, noise).items():
            rows.append(row(name, model[name], values))
    return "\n".join(rows)


def machine():
    """The name of this computer's processor, as far as it is known."""
    try:
        found = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def raise_priority():
    """Others then disturb less. Only root may."""
    try:
        os.setpriority(os.PRIO_PROCESS, 0, -15)
    except (OSError, AttributeError):
        return "as usual"
    return "above others'"


def document(python, interleave, only):
    said = output([python, "-c", "import platform, sys; print(sys.executable, platform.python_version())"])
    python, release = said.rsplit(maxsplit=1)
    version = ".".join(release.split(".")[:2])
    noise = Noise()
    values = {"priority": raise_priority()}
    for name, runs in TABLES.items():
        if not only or name in only:
            values[name] = table(runs, python, version, interleave, noise)
    values |= {
        "date": datetime.date.today().isoformat(),
        "python": f"{platform.python_implementation()} {release}",
        "version": version,
        "system": f"{platform.system()} {platform.release().split('-')[0]}, {platform.machine()}",
        "processor": machine(),
        "cores": str(os.cpu_count()),
        "runs": str(WANTED),
        "noise": f"{100 * statistics.mean(noise.shares):.0f} %" if noise.shares else "?",
        "noisiest": f"{100 * max(noise.shares):.0f} %" if noise.shares else "?",
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda place: values.get(place[1], place[0]), (HERE / "text.md").read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("interleave", help="the program")
    parser.add_argument("--python", default="python3", help="whom to measure; python3 without it")
    parser.add_argument("--only", nargs="*", choices=TABLES, default=[], help="these tables, to standard output")
    options = parser.parse_args()
    begun = time.monotonic()
    try:
        text = document(options.python, str(pathlib.Path(options.interleave).resolve()), options.only)
    except (Failed, OSError, subprocess.TimeoutExpired) as problem:
        sys.exit(f"fidelity: {problem}")
    if options.only:
        print(text)
        return
    target = ROOT / "docs/fidelity.md"
    target.write_text(text)
    print(f"{target.relative_to(ROOT)} written after {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
