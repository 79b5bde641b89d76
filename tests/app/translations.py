#!/usr/bin/env python3
"""Checks the translations: complete, with the same placeholders as the source text, and in step with the sources.

Usage: translations.py SOURCE_DIR LUPDATE
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

FILES = ("interleave_zh_CN.ts", "interleave_en.ts")


def placeholders(text):
    return sorted(set(re.findall(r"%n|%\d", text)))


def problems_of(path):
    for context in ElementTree.parse(path).getroot():
        name = context.findtext("name")
        for message in context.findall("message"):
            source = message.findtext("source")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            where = f"{path.name}: {name}: {source!r}: "
            if translation.get("type") or not all(forms):
                yield where + "not translated"
                continue
            for form in forms:
                # A plural form may say "one" instead of its number.
                missing = set(placeholders(source)) - set(placeholders(form)) - {"%n"}
                if missing or set(placeholders(form)) - set(placeholders(source)):
                    yield where + f"other placeholders in {form!r}"


def drift(root, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            shutil.copy(root / "i18n" / name, folder)
        subprocess.run([root / "i18n" / "update", lupdate, folder], check=True)
        for name in FILES:
            if (root / "i18n" / name).read_bytes() != (pathlib.Path(folder) / name).read_bytes():
                yield f"{name}: the sources have other words; build the target update_translations and translate"


def main():
    root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    problems = [problem for name in FILES for problem in problems_of(root / "i18n" / name)]
    problems += drift(root, lupdate)
    print("\n".join(problems) or "all words are translated")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
