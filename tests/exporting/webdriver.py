"""A browser to test pages in: headless Chromium, driven through the W3C WebDriver protocol."""

import base64
import json
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Left": "\ue012", "Right": "\ue014", "Home": "\ue011", "End": "\ue010", "PageUp": "\ue00e",
        "PageDown": "\ue00f", "Tab": "\ue004", "Space": " ", "Enter": "\ue007"}
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--hide-scrollbars", "--force-device-scale-factor=1"]


def missing():
    """The first program that isn't installed, or None."""
    return next((name for name in ("chromium", "chromedriver") if shutil.which(name) is None), None)


class Browser:
    """One window. Close it."""

    def __init__(self, width=1280, height=900):
        self._profile = tempfile.TemporaryDirectory()
        self._driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True,
                                        stderr=subprocess.DEVNULL)
        self._session = None
        try:
            self._address = self._wait_for_address()
            self._open_window(width, height)
        except Exception:
            self.close()
            raise

    def _open_window(self, width, height):
        wanted = {"browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"},
                  "goog:chromeOptions": {"binary": shutil.which("chromium"), "args": OPTIONS + [
                      f"--user-data-dir={self._profile.name}", f"--window-size={width},{height}"]}}
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = answer["sessionId"]

    def _wait_for_address(self):
        for line in self._driver.stdout:
            found = re.search(r"successfully on port (\d+)", line)
            if found:
                return f"http://127.0.0.1:{found.group(1)}"
        raise RuntimeError("chromedriver did not start")

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data, {"Content-Type": "application/json"},
                                         method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from error

    def _ask(self, path, body=None):
        return self._call("GET" if body is None else "POST", f"/session/{self._session}{path}", body)

    def close(self):
        if self._session:
            self._call("DELETE", f"/session/{self._session}")
        self._driver.terminate()
        self._driver.wait()
        self._driver.stdout.close()
        self._profile.cleanup()

    def open(self, path):
        self._ask("/url", {"url": f"file://{path}"})

    def resize(self, width, height):
        """The size of what the page has, on a device that is so wide: windows can't be narrower than 500."""
        self._ask("/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}})

    def prefer(self, **features):
        """Media features: color_scheme="dark", reduced_motion="reduce"."""
        self._ask("/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {"features": [
            {"name": "prefers-" + name.replace("_", "-"), "value": value} for name, value in features.items()]}})

    def run(self, script, *arguments):
        """The value of a function's body, whose arguments are in `arguments`."""
        return self._ask("/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *names):
        actions = []
        for name in names:
            key = KEYS[name]
            actions += [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._ask("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def find(self, selector):
        return [one[ELEMENT] for one in self._ask("/elements", {"using": "css selector", "value": selector})]

    def click(self, selector):
        self._ask(f"/element/{self.find(selector)[0]}/click", {})

    def label(self, element):
        """The name that a screen reader would say."""
        return self._ask(f"/element/{element}/computedlabel")

    def picture(self, selector):
        """A screenshot of an element, PNG."""
        return base64.b64decode(self._ask(f"/element/{self.find(selector)[0]}/screenshot"))

    def screen(self):
        return base64.b64decode(self._ask("/screenshot"))

    def printed(self):
        """The page as a PDF."""
        return base64.b64decode(self._ask("/print", {}))

    def log(self):
        """What has been said on the console since the last time."""
        return [entry["message"] for entry in self._ask("/se/log", {"type": "browser"})]
