"""The handout in a browser: offline, by keyboard, in both languages, and whatever a lesson's words are.

Usage: handout_in_browser.py INTERLEAVE SOURCE_DIR [unittest options]
Ends with 77 when there is no browser; then the test counts as skipped.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import webdriver

INTERLEAVE, SOURCE = sys.argv[1:3]
LESSONS = {"counter": f"{SOURCE}/tests/app/lessons/counter", "hostile": f"{SOURCE}/tests/exporting/lessons/hostile",
           "update": f"{SOURCE}/resources/lessons/lost-update"}


def export(lesson, path, *options):
    subprocess.run([INTERLEAVE, "export", LESSONS[lesson], "-o", path, *options], check=True)


class Page(unittest.TestCase):
    lesson = "counter"

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = os.path.join(cls.folder.name, "page.html")
        export(cls.lesson, cls.path)
        cls.browser = webdriver.Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    def setUp(self):
        self.browser.prefer(color_scheme="light", reduced_motion="reduce")
        self.browser.resize(1280, 900)
        self.browser.open(self.path)
        self.browser.log()

    def tearDown(self):
        self.assertEqual(self.browser.log(), [])

    def text(self, selector):
        return self.browser.run("return document.querySelector(arguments[0]).innerText", selector)

    def place(self):
        step, of = self.text("#place").split(" / ")
        return int(step), int(of)

    def cue_steps(self):
        return self.browser.run("return JSON.parse(document.getElementById('film').textContent).cues")

    def wait_until(self, script, message):
        end = time.monotonic() + 20
        while not self.browser.run(f"return {script}"):
            self.assertLess(time.monotonic(), end, message)


class Works(Page):
    def test_opens_without_a_network(self):
        self.assertEqual(self.place()[0], 1)
        self.assertEqual(self.text("h1"), "Two workers")
        loaded = self.browser.run("return performance.getEntriesByType('resource').map((one) => one.name)")
        self.assertEqual(loaded, [])
        drawn = self.browser.run("return document.querySelectorAll('#picture text').length")
        self.assertGreater(drawn, 10)

    def test_network_is_forbidden(self):
        blocked = self.browser.run("""
            let blocked = '';
            document.addEventListener('securitypolicyviolation', (event) => { blocked = event.violatedDirective; });
            const image = document.body.appendChild(new Image());
            image.src = 'http://127.0.0.1:9/x.png';
            return new Promise((done) => { image.onerror = () => setTimeout(() => done(blocked), 50); });""")
        self.assertEqual(blocked, "img-src")
        self.browser.log()

    def test_keys(self):
        last = self.place()[1]
        before = self.text("#caption")
        self.browser.press("Right", "Right", "Right")
        self.assertEqual(self.place()[0], 4)
        self.assertNotEqual(self.text("#caption"), before)
        self.browser.press("Left")
        self.assertEqual(self.place()[0], 3)
        self.browser.press("End")
        self.assertEqual(self.place()[0], last)
        self.browser.press("Home")
        self.assertEqual(self.place()[0], 1)
        for step in self.cue_steps():
            self.browser.press("PageDown")
            self.assertEqual(self.place()[0], step + 1)
        self.browser.press("PageUp")
        self.assertEqual(self.place()[0], self.cue_steps()[-2] + 1)

    def test_captions_are_the_lessons(self):
        self.browser.press("PageDown")
        self.assertEqual(self.text("#caption"), "The first thread is started.")
        self.assertIn("Nothing has been computed yet.", self.text("#now"))
        self.assertEqual(self.browser.run("return document.getElementById('caption').ariaLive"), "polite")

    def test_space_plays_until_a_question_is_asked(self):
        self.browser.press("Space")
        asked = self.cue_steps()[1] + 1
        self.wait_until("document.querySelector('#place').textContent.startsWith('%d ')" % asked, "does not play")
        self.wait_until("!document.getElementById('play').classList.contains('playing')", "does not stop")

    def test_scrubber(self):
        self.browser.run("""const bar = document.getElementById('scrubber');
            bar.value = 5; bar.dispatchEvent(new Event('input'));""")
        self.assertEqual(self.place()[0], 6)

    def test_prediction(self):
        self.browser.press("PageDown", "PageDown")
        self.assertIn("How many lines will be printed?", self.text("#now"))
        self.assertNotIn("The cue is reached for the first time.", self.text("#now"))
        self.browser.click("#now .options button")
        self.assertEqual(self.text("#now .verdict"), "The run says: Three")
        self.assertIn("The cue is reached for the first time.", self.text("#now"))
        kinds = self.browser.run("return [...document.querySelectorAll('#now .options button')].map(b => b.className)")
        self.assertEqual(kinds, ["wrong", "right"])
        self.browser.click("#language")
        self.assertEqual(self.text("#now .verdict"), "运行结果：三行")

    def test_what_lies_ahead_is_not_told(self):
        self.assertNotIn("Everything is done", self.text("#cues"))
        self.browser.press("End")
        self.assertIn("Everything is done", self.text("#cues"))

    def test_language(self):
        self.browser.press("PageDown")
        self.browser.click("#language")
        self.assertEqual(self.text("h1"), "两个线程")
        self.assertEqual(self.browser.run("return document.documentElement.lang"), "zh-CN")
        self.assertNotEqual(self.text("#caption"), "The first thread is started.")
        self.assertEqual(self.browser.run("return document.title"), "两个线程")
        drawn = self.browser.run("return [...document.querySelectorAll('#picture text')].map(t => t.textContent).join()")
        self.assertIn("等待", drawn)

    def test_colours(self):
        ground = "return getComputedStyle(document.documentElement).backgroundColor"
        self.assertEqual(self.browser.run(ground), "rgb(246, 246, 242)")
        self.browser.click("#theme")
        self.assertEqual(self.browser.run(ground), "rgb(18, 21, 27)")
        self.browser.prefer(color_scheme="dark")
        self.browser.open(self.path)
        self.assertEqual(self.browser.run(ground), "rgb(18, 21, 27)")

    def test_names_for_screen_readers(self):
        self.browser.press("PageDown", "PageDown")
        self.browser.run("document.querySelectorAll('#cues .content').forEach((hidden) => hidden.remove())")
        for element in self.browser.find("button, input, summary, #picture"):
            self.assertNotEqual(self.browser.label(element), "")
        self.browser.press("PageUp")
        self.assertIn("The first thread is started.", self.browser.label(self.browser.find("#picture")[0]))

    def test_focus_is_seen(self):
        self.browser.press("Tab")
        focused = self.browser.run("""const style = getComputedStyle(document.activeElement);
            return [document.activeElement.id, style.outlineStyle, parseFloat(style.outlineWidth)];""")
        self.assertEqual(focused, ["language", "solid", 3])

    def test_fits_a_phone(self):
        self.browser.resize(390, 844)
        for press in (None, "PageDown", "PageDown", "End"):
            if press:
                self.browser.press(press)
            width = self.browser.run("return document.documentElement.scrollWidth")
            self.assertLessEqual(width, 390)
        small = self.browser.run("""return [...document.querySelectorAll('button')].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 0 && (box.width < 40 || box.height < 40);
        }).length""")
        self.assertEqual(small, 0)

    def test_motion_ends_where_a_jump_leads(self):
        self.browser.press("End")
        jumped = self.drawing()
        self.browser.press("Left")
        left = self.drawing()
        self.browser.prefer(color_scheme="light", reduced_motion="no-preference")
        self.stop_the_clock()
        self.browser.press("Right")
        self.let_pass(100)
        under_way = self.drawing()
        self.assertNotEqual(under_way, left)
        self.assertNotEqual(under_way, jumped)
        self.let_pass(400)
        self.assertEqual(self.drawing(), jumped)

    def stop_the_clock(self):
        """Frames come, and time passes, only when let_pass says so: a slow computer skips none."""
        self.browser.run("""
            const due = new Map();
            let now = 0, last = 0;
            window.performance.now = () => now;
            window.requestAnimationFrame = (frame) => { due.set(++last, frame); return last; };
            window.cancelAnimationFrame = (frame) => { due.delete(frame); };
            window.letPass = (ms) => {
                const frames = [...due.values()];
                now += ms;
                due.clear();
                frames.forEach((frame) => frame(now));
            };""")

    def let_pass(self, ms):
        self.browser.run("letPass(arguments[0])", ms)

    def drawing(self):
        return self.browser.run(
            "return document.querySelector('#picture > g').innerHTML.replace(/hatch\\d+/g, 'hatch')")

    def test_printed(self):
        path = os.path.join(self.folder.name, "print.pdf")
        with open(path, "wb") as file:
            file.write(self.browser.printed())
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        for expected in ("Two workers", "How do two threads share the interpreter?", "The first thread is started.",
                         "Everything is done", "How many lines will be printed?"):
            self.assertIn(expected, " ".join(words.split()))


class LooksAsOurPicture(Page):
    lesson = "update"

    def test_pictures(self):
        if shutil.which("compare") is None:
            self.skipTest("ImageMagick is not installed")
        for cue, language in enumerate(("en", "en", "zh")):
            with self.subTest(cue=cue, language=language):
                self.browser.open(self.path)
                if language == "zh":
                    self.browser.click("#language")
                self.browser.press(*["PageDown"] * (cue + 1))
                self.assertLess(self.difference(self.cue_steps()[cue], language), 0.012)

    def difference(self, step, language):
        """Mean absolute difference, 0 to 1: letters lie a fraction of a pixel elsewhere."""
        theirs, ours = (os.path.join(self.folder.name, name) for name in ("theirs.png", "ours.png"))
        with open(theirs, "wb") as file:
            file.write(self.browser.picture("#picture"))
        export(self.lesson, ours, "--at", str(step), "--lang", language)
        size = subprocess.run(["identify", "-format", "%wx%h", theirs], capture_output=True, text=True,
                              check=True).stdout
        subprocess.run(["convert", ours, "-resize", size + "!", ours], check=True)
        said = subprocess.run(["compare", "-metric", "MAE", theirs, ours, "null:"], capture_output=True,
                              text=True, check=False).stderr
        print(f"mean difference at step {step}: {said}", file=sys.stderr)
        return float(said.split("(")[1].rstrip(")"))


class HostileWords(Page):
    lesson = "hostile"

    def test_nothing_of_it_is_obeyed(self):
        for language in range(2):
            self.browser.press("End")
            self.browser.press("Home", "PageDown")
            self.browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            self.browser.click("#now .options button")
            self.assertIsNone(self.browser.run("return window.hacked === undefined ? null : window.hacked"))
            for tag in ("img", "iframe", "form", "template", "b", "article article", "body style", "[onclick]",
                        "[onerror]", "[onload]", "script:not([type]):not(:last-of-type)", "a[href^=javascript]"):
                self.assertEqual(self.browser.find(tag), [], tag)
            self.browser.click("#language")

    def test_it_is_shown(self):
        self.assertEqual(self.text("h1"), "</script><script>hacked = 1</script>")
        self.assertEqual(self.text(".subtitle"), "{{data}} {{script}} ]]> <!-- ' \" &amp;")
        self.browser.press("PageDown")
        self.assertIn('</script><img src=x onerror="hacked = 10">', self.text("#caption"))
        self.assertIn("hacked = 5", self.text("article"))
        self.browser.click("#language")
        self.assertEqual(self.text("h1"), '"><img src=x onerror=hacked=2>')


if __name__ == "__main__":
    if webdriver.missing():
        print(f"skipped: {webdriver.missing()} is not installed (script/setup test)")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
