#!/usr/bin/env python3
"""Fails when docs/asvs.md names a test that isn't there."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEST = re.compile(r"^TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", re.MULTILINE)

there = {
    f"{suite}.{name}"
    for file in (ROOT / "tests").rglob("*.cpp")
    for suite, name in TEST.findall(file.read_text(encoding="utf-8"))
}
named = set(re.findall(r"`([A-Z]\w+\.[A-Z]\w+)`", (ROOT / "docs/asvs.md").read_text(encoding="utf-8")))
missing = sorted(named - there)
for test in missing:
    print(f"docs/asvs.md: there is no test {test}")
if not named:
    print("docs/asvs.md names no test")
sys.exit(bool(missing) or not named)
