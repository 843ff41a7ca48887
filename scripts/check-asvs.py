#!/usr/bin/env python3
"""Fails when docs/asvs.md names a test that isn't there, or when a requirement of levels 1 and 2 of ASVS 4.0.3
stands in no row, in two, or in one that doesn't say what holds it."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEST = re.compile(r"^TEST(?:_F|_P)?\((\w+),\s*(\w+)\)", re.MULTILINE)
ROW = re.compile(r"^\| (\d+\.\d+\.\d+(?:(?:, |–)\d+\.\d+\.\d+)*) [^|]+\| ([^|]+) \|([^|]*)\|$")
VERDICT = re.compile(r"met\b|\*\*not met\*\*|not applicable:")
# Section: its last requirement, and those before it that were deleted or are of level 3.
REQUIREMENTS = {
    "1.1": (7, []), "1.2": (4, []), "1.4": (5, [2, 3]), "1.5": (4, []), "1.6": (4, []), "1.7": (2, []), "1.8": (2, []),
    "1.9": (2, []), "1.10": (1, []), "1.11": (2, []), "1.12": (2, [1]), "1.14": (6, []),
    "2.1": (12, []), "2.2": (3, []), "2.3": (3, []), "2.4": (5, []), "2.5": (7, []), "2.6": (3, []), "2.7": (6, []),
    "2.8": (7, []), "2.9": (3, []), "2.10": (4, []),
    "3.1": (1, []), "3.2": (4, []), "3.3": (4, []), "3.4": (5, []), "3.5": (3, []), "3.7": (1, []),
    "4.1": (5, [4]), "4.2": (2, []), "4.3": (3, []),
    "5.1": (5, []), "5.2": (8, []), "5.3": (10, []), "5.4": (3, []), "5.5": (4, []),
    "6.1": (3, []), "6.2": (6, []), "6.3": (2, []), "6.4": (2, []),
    "7.1": (4, []), "7.2": (2, []), "7.3": (4, [2]), "7.4": (3, []),
    "8.1": (4, []), "8.2": (3, []), "8.3": (8, []),
    "9.1": (3, []), "9.2": (4, []),
    "10.2": (2, []), "10.3": (3, []),
    "11.1": (8, []),
    "12.1": (3, []), "12.2": (1, []), "12.3": (6, []), "12.4": (2, []), "12.5": (2, []), "12.6": (1, []),
    "13.1": (5, [2]), "13.2": (6, [4]), "13.3": (2, []), "13.4": (2, []),
    "14.1": (4, []), "14.2": (6, []), "14.3": (3, [1]), "14.4": (7, []), "14.5": (4, []),
}


def wanted():
    return [f"{section}.{n}" for section, (last, without) in REQUIREMENTS.items()
            for n in range(1, last + 1) if n not in without]


def items(text):
    """The requirements that "2.7.1–2.7.6, 2.8.1" stands for."""
    for part in text.split(", "):
        first, _, last = part.partition("–")
        section, _, begin = first.rpartition(".")
        end = (last or first).rpartition(".")[2]
        yield from (f"{section}.{n}" for n in range(int(begin), int(end) + 1))


def problems(text):
    tests = {f"{suite}.{name}" for file in (ROOT / "tests").rglob("*.cpp")
             for suite, name in TEST.findall(file.read_text(encoding="utf-8"))}
    for test in sorted(set(re.findall(r"`([A-Z]\w+\.[A-Z]\w+)`", text)) - tests):
        yield f"there is no test {test}"
    rows = []
    for line in text.splitlines():
        found = ROW.match(line)
        if not found:
            if re.match(r"\| \d", line):
                yield f"this row isn't understood: {line[:80]}"
            continue
        rows += items(found[1])
        if not VERDICT.match(found[2]):
            yield f"{found[1]} is neither met nor **not met** nor not applicable"
        if found[2].startswith("met") and not found[3].strip():
            yield f"{found[1]} is met and nothing is said to hold it"
    for item in wanted():
        if rows.count(item) != 1:
            yield f"{item} stands in {rows.count(item)} rows"
    for item in sorted(set(rows) - set(wanted())):
        yield f"{item} is no requirement of level 1 or 2"


found = [f"docs/asvs.md: {problem}" for problem in problems((ROOT / "docs/asvs.md").read_text(encoding="utf-8"))]
print("\n".join(found), end="\n" if found else "")
sys.exit(bool(found))
