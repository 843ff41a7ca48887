#!/usr/bin/env python3
"""Checks that every path which a Markdown file names in backticks, or links to, exists.

usage: named_paths.py FILE.md...

A path is looked for from the root, from the file's own folder, and, where it names no folder, anywhere in the tree.
Not checked: words without a dot or a slash, patterns, what a build makes, addresses of the API and of the web.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

PATH = re.compile(r"^[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*/?$")
SUFFIX = re.compile(r"\.(?:cpp|h|in|qml|mjs|js|css|html|sh|py|md|txt|toml|yaml|yml|json|cmake|ts|sql|png|svg|csv)$")
NAMED = re.compile(r"`([^`\n]+)`|\]\(([^)#\s]+)[^)]*\)")
MADE = ("build/", "demo/", "/")
# Files that a hall or a user has, not the tree.
ELSEWHERE = {"hall.toml", "bridge.toml", "display.toml", "customers.csv", "openapi.json"}


def tracked():
    listed = subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True)
    files = {Path(line) for line in listed.stdout.splitlines()}
    return files | {folder for file in files for folder in file.parents}


def is_path(text, roots):
    """A folder of the tree's root with something in it, or a file's name by its suffix."""
    if not PATH.match(text) or text.startswith(MADE) or (text.startswith(".") and "/" not in text):
        return False
    first = text.split("/")[0]
    return bool(SUFFIX.search(text)) and text not in ELSEWHERE if "/" not in text else first in roots


def exists(text, here, known, names):
    path = Path(text)
    beside = Path(*[part for part in (here / path).parts if part != "."])
    return path in known or beside in known or ("/" not in text.rstrip("/") and path.name in names)


def findings(file, known):
    roots = {path.parts[0] for path in known if path.parts}
    names = {path.name for path in known}
    for number, line in enumerate(Path(file).read_text(encoding="utf-8").splitlines(), 1):
        for quoted, linked in NAMED.findall(line):
            if linked:
                there = "://" in linked or Path(os.path.normpath(Path(file).parent / linked)) in known
            else:
                text = quoted.split(" ")[0]
                there = not is_path(text, roots) or exists(text, Path(file).parent, known, names)
            if not there:
                yield f"{file}:{number}: {quoted or linked} is not in the tree: name the file that is meant"


def main():
    known = tracked()
    found = [finding for file in sys.argv[1:] for finding in findings(file, known)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
