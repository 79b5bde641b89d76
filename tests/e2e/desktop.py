"""A desktop of one's own for a test: an X server without a screen, a window manager, keys, clicks and looks."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

TOOLS = ("Xvfb", "openbox", "xdotool", "import", "convert")


def missing():
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Desktop:
    """Use with `with`: everything it started ends with it."""

    def __init__(self, size=(1680, 1000)):
        self.size = size
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="interleave-e2e-"))
        self.processes = []

    def __enter__(self):
        reading, writing = os.pipe()
        width, height = self.size
        server = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
        self.processes.append(subprocess.Popen(server, pass_fds=[writing], stderr=subprocess.DEVNULL))
        os.close(writing)
        with os.fdopen(reading) as number:
            display = ":" + number.readline().strip()
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LC_", "XDG_"))},
            "DISPLAY": display, "HOME": str(self.home), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(self.home / "config"), "XDG_DATA_HOME": str(self.home / "data"),
        }
        self.start("openbox")
        self.wait("a window manager", lambda: "no window manager" not in self.tool("xdotool", "get_num_desktops"))
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.kill()
            process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self, *command):
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def tool(self, *command):
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)
        return done.stdout.strip() if done.returncode == 0 else "no window manager"

    def wait(self, what, condition, seconds=30):
        """Until it holds; the test fails when it never does."""
        end = time.monotonic() + seconds
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                picture = pathlib.Path(tempfile.gettempdir()) / "interleave-e2e-failure.png"
                self.look(picture)
                raise AssertionError(f"waited {seconds} s in vain for {what}; the screen is in {picture}")
            time.sleep(0.1)

    def titles(self):
        """Of all visible windows."""
        windows = self.tool("xdotool", "search", "--onlyvisible", "--name", ".").split()
        return [self.tool("xdotool", "getwindowname", window) for window in windows if window.isdigit()]

    def origin(self, title):
        """Where the inside of a window begins on the screen."""
        window = self.tool("xdotool", "search", "--onlyvisible", "--name", f"^{title}$").split()[-1]
        place = dict(line.split("=") for line in self.tool("xdotool", "getwindowgeometry", "--shell", window).split())
        return int(place["X"]), int(place["Y"])

    def sees_window(self, title):
        self.wait(f"the window “{title}” among {self.titles()}", lambda: title in self.titles())

    def focused(self):
        return self.tool("xdotool", "getwindowfocus", "getwindowname")

    def key(self, *keys):
        for key in keys:
            self.tool("xdotool", "key", key)

    def type(self, text):
        self.tool("xdotool", "type", "--delay", "20", text)

    def click(self, x, y):
        self.tool("xdotool", "mousemove", str(x), str(y), "click", "1")

    def look(self, file):
        self.tool("import", "-window", "root", str(file))

    def colour(self, x=None, y=None):
        """Of one point of the screen, its middle without one: "#RRGGBB"."""
        x, y = (self.size[0] // 2 if x is None else x), (self.size[1] // 2 if y is None else y)
        file = self.home / "look.png"
        self.look(file)
        found = self.tool("convert", str(file), "-format", "%[hex:u.p{" + f"{x},{y}" + "}]", "info:")
        return "#" + found[:6]
