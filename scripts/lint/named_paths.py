#!/usr/bin/env python3
"""Checks that every path which a document or a comment names exists.

usage: named_paths.py FILE...

Of a Markdown file what stands in backticks and its links count; of any other file its comments (// or #). A path is
looked for from the root, from the file's own folder, and, where it names no folder, anywhere in the tree; a header
and its source may be named together, without a suffix. Not checked: words without a dot or a slash, patterns, what
a build makes, addresses of the API and of the web, and what a command of a document is given without a folder.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

PATH = re.compile(r"(?<![\w./{}*$~…-])[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*/?(?![\w/{}*$…-])")
SUFFIX = re.compile(r"\.(?:cpp|h|in|qml|mjs|js|css|html|sh|py|md|txt|toml|yaml|yml|json|cmake|ts|sql|png|svg|csv)$")
QUOTED = re.compile(r"`([^`\n]+)`")
LINKED = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
COMMENT = {
    **dict.fromkeys((".h", ".cpp", ".qml", ".mjs", ".js"), re.compile(r"(?:^|\s)(?://|/?\*)(.*)")),
    **dict.fromkeys((".cmake", ".txt", ".sh", ".py"), re.compile(r"(?:^|\s)#(.*)")),
}
MADE = ("build/", "demo/", "/")
# Files that a hall, a user or a build has, not the tree; and a name that only looks like a file.
ELSEWHERE = {"hall.toml", "manifest.json", "bridge.toml", "display.toml", "kiosk.toml", "customers.csv", "openapi.json", "compile_commands.json",
             "Node.js"}


def tracked():
    listed = subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True)
    files = {Path(line) for line in listed.stdout.splitlines()}
    return files | {folder for file in files for folder in file.parents}


def is_path(text, roots):
    """A path below a folder of the tree's root, or a file's name by its suffix."""
    if text.startswith(MADE) or (text.startswith(".") and "/" not in text):
        return False
    first = text.split("/")[0]
    return bool(SUFFIX.search(text)) and text not in ELSEWHERE if "/" not in text else first in roots


def exists(text, here, known, names):
    path = Path(text)
    beside = Path(*[part for part in (here / path).parts if part != "."])
    header = path.with_name(path.name + ".h")
    return path in known or header in known or beside in known or ("/" not in text.rstrip("/") and path.name in names)


def paths_of_document(line):
    for quoted in QUOTED.findall(line):
        for place, path in enumerate(PATH.findall(quoted)):
            if place == 0 or "/" in path:
                yield path


def paths_of_comment(line, comment):
    for text in comment.findall(line)[:1]:
        for path in PATH.findall(text):
            if SUFFIX.search(path.rstrip(".")):
                yield path.rstrip(".")


def paths(file, line):
    return paths_of_document(line) if file.suffix == ".md" else paths_of_comment(line, COMMENT[file.suffix])


def findings(file, known):
    roots = {path.parts[0] for path in known if path.parts}
    names = {path.name for path in known}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        missing = [path for path in paths(file, line)
                   if is_path(path, roots) and not exists(path, file.parent, known, names)]
        if file.suffix == ".md":
            missing += [link for link in LINKED.findall(line)
                        if "://" not in link and Path(os.path.normpath(file.parent / link)) not in known]
        for path in missing:
            yield f"{file}:{number}: {path} is not in the tree: name the file that is meant"


def main():
    known = tracked()
    found = [finding for name in sys.argv[1:] for finding in findings(Path(name), known)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
