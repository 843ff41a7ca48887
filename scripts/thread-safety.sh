#!/usr/bin/env bash
# Clang's thread safety analysis (sync/annotations.h) over the .cpp files below the folders that are named; any finding
# fails. Flags come from a build's compile_commands.json: scripts/thread-safety.sh [-p BUILD] hall/http …
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=build/release
if [ "${1:-}" = -p ]; then
    build=$2
    shift 2
fi
[ $# -gt 0 ] || { echo "usage: ${0##*/} [-p BUILD] FOLDER…" >&2; exit 2; }

# Keeps GCC's flags for includes and definitions; clang can't read GCC's precompiled headers.
commands() {
    python3 - "$build/compile_commands.json" "$@" <<'PYTHON'
import json, os, re, shlex, sys

folders = [os.path.join(os.path.abspath(folder), "") for folder in sys.argv[2:]]
found = {folder: 0 for folder in folders}
for entry in json.load(open(sys.argv[1])):
    # A unity build names its joined files, which include ours; joined they take a third of the time.
    joined = "/Unity/" in entry["file"]
    files = re.findall(r'^#include "(.*)"', open(entry["file"]).read(), re.M) if joined else [entry["file"]]
    files = {file: folder for file in files for folder in folders if file.startswith(folder)}
    if not files:
        continue
    words = shlex.split(entry["command"])
    kept = []
    for word, before in zip(words, [""] + words):
        if before in ("-isystem", "-I") or word in ("-isystem", "-I"):
            kept.append(word)
        elif word.startswith(("-I", "-D", "-std=", "-isystem")):
            kept.append(word)
    for folder in files.values():
        found[folder] += 1
    print(shlex.join(["clang++", "-fsyntax-only", "-Wthread-safety", "-Werror", *kept, entry["file"]]))
for folder, count in found.items():
    if count == 0:
        sys.exit(f"nothing below {folder} is compiled by {sys.argv[1]}")
PYTHON
}

list=$(commands "$@")
xargs -P "$(nproc)" -d '\n' -I{} bash -c {} <<<"$list" || exit 1
