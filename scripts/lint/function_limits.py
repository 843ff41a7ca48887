#!/usr/bin/env python3
"""Finds C++ functions that are too long or branch too often.

usage: function_limits.py FILE...

Universal Ctags says where a function begins and ends. Branches are counted as McCabe does: one, and one more for
each if, for, while, case, catch, &&, || and ?. A switch over an enumeration is a table: its cases count once.
"""

import re
import subprocess
import sys
from pathlib import Path

MOST_LINES = 40
MOST_BRANCHES = 12

# What may be longer: tables in the shape of a function, and a program's main that names its parts.
LONGER = {
    "rules_check_test.cpp:everyMistake": 60,
    "ticket_steps_test.cpp:everyStep": 80,
    "main.cpp:main": 45,
}
# What may branch more often: readers of a format, where each branch is one of its cases, and the one loop over
# lanes that a choice is made in.
MORE_BRANCHES = {
    "control_commands.cpp:onPrinter": 14,
    "description_test.cpp:expectFits": 15,
    "instant_text.cpp:offsetIn": 14,
    "recorded_csv.cpp:customerIn": 15,
    "recorded_csv.cpp:wallTime": 13,
    "selection.cpp:look": 20,
    "target.cpp:utf8Length": 23,
}

NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
DIGIT_MARK = re.compile(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])")
BRANCH = re.compile(r"\b(?:if|for|while|catch|switch)\b|&&|\|\||\?")
REFERENCE = re.compile(r"\bauto\s*&&|\w&&\s*\w+[,)]")  # a forwarding reference branches nowhere


def code_of(text):
    """The text with the same lines, without comments and literals."""
    text = DIGIT_MARK.sub("", text)
    return NOT_CODE.sub(lambda found: "\n" * found.group().count("\n"), text)


def functions(files):
    """(file, first line, last line, name) of every function."""
    command = ["ctags", "--languages=C++", "--kinds-C++=f", "--fields=+ne", "-x", r"--_xformat=%F	%n	%e	%N", *files]
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        file, first, last, name = line.split("\t")
        if last.isdigit():
            yield file, int(first), int(last), name


def findings(files):
    code = {file: code_of(Path(file).read_text(encoding="utf-8")).split("\n") for file in files}
    for file, first, last, name in functions(files):
        lines = last - first + 1
        key = f"{Path(file).name}:{name}"
        most = LONGER.get(key, MOST_LINES)
        if lines > most:
            yield f"{file}:{first}: {name} has {lines} lines: split it, at most {most}"
        body = REFERENCE.sub("", "\n".join(code[file][first - 1:last]))
        branches = 1 + len(BRANCH.findall(body))
        most = MORE_BRANCHES.get(key, MOST_BRANCHES)
        if branches > most and not name.startswith("__anon"):
            yield f"{file}:{first}: {name} branches {branches} times: split it, at most {most}"


def main():
    found = list(findings(sys.argv[1:]))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
