#!/usr/bin/env python3
"""Holds includes, namespaces and sizes of the tree's folders against cmake/folders.txt.

scripts/check-folders.py          each include that the list doesn't allow, each folder that it doesn't
                                  name, each circle in it or among the folders of the tests, each header
                                  outside its library's namespace, and each folder above 20 files
scripts/check-folders.py --dot    the folders and their includes as a picture for Graphviz
"""
import collections
import pathlib
import re
import subprocess
import sys

MOST_FILES = 20
NAMESPACE = re.compile(r"^namespace (starqueue[\w:]*)", re.MULTILINE)
INCLUDE = re.compile(r'^#include [<"]([a-z][\w-]*(?:/[\w.-]+)+)[>"]', re.MULTILINE)
QML_TYPE = re.compile(r"\b([A-Z]\w+) \{", re.MULTILINE)
# What is no reading matter: the tests' data, and what is generated, such as translations.
UNCOUNTED_FOLDERS = {"dist", "pictures"}
TESTS = ("tests", "bench")
UNCOUNTED = (".ts", ".png", ".svg", ".patch")


def read_list(path):
    allowed = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line or line.startswith("library "):
            continue
        folder, colon, others = line.partition(":")
        if not colon or folder in allowed:
            sys.exit(f"{path}:{number}: a line is \"folder: what it may include\", once a folder")
        allowed[folder] = others.split()
    return allowed


def read_namespaces(path):
    """The namespace of each library, by the folder that the library is named for."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("library ")]
    for line in lines:
        if len(line) != 4:
            sys.exit(f"{path}: \"{' '.join(line)}\": a library line is \"library FOLDER TARGET NAMESPACE\"")
    return {folder: namespace for _, folder, _, namespace in lines}


def tracked():
    listed = subprocess.run(["git", "ls-files", "-c", "-o", "--exclude-standard"], check=True,
                            capture_output=True, text=True).stdout.split("\n")
    return [pathlib.PurePosixPath(name) for name in listed if pathlib.Path(name).is_file()]


def includes(files):
    folders = {str(file.parent) for file in files}
    for file in files:
        if file.suffix not in (".h", ".cpp") or file.parts[0] in TESTS:
            continue
        for name in INCLUDE.findall(pathlib.Path(file).read_text(encoding="utf-8")):
            target = str(pathlib.PurePosixPath(name).parent)
            if target in folders and target != str(file.parent):
                yield file, target, name


def test_folders(files):
    """Which folder of the tests and benchmarks includes from which other ones."""
    sees = collections.defaultdict(set)
    folders = {str(file.parent) for file in files if file.parts[0] in TESTS}
    for file in files:
        if file.suffix not in (".h", ".cpp") or file.parts[0] not in TESTS:
            continue
        for name in INCLUDE.findall(pathlib.Path(file).read_text(encoding="utf-8")):
            own = pathlib.PurePosixPath("tests", name)
            target = str((own if own in files else pathlib.PurePosixPath(name)).parent)
            if target in folders and target != str(file.parent):
                sees[str(file.parent)].add(target)
    return {folder: sorted(others) for folder, others in sorted(sees.items())}


def qml_folders(files):
    """Which folder of QML files uses types of which other ones of the same program."""
    types = {(file.parts[0], file.stem): str(file.parent) for file in files if file.suffix == ".qml"}
    sees = collections.defaultdict(set)
    for file in (file for file in files if file.suffix == ".qml"):
        for name in QML_TYPE.findall(pathlib.Path(file).read_text(encoding="utf-8")):
            target = types.get((file.parts[0], name))
            if target and target != str(file.parent):
                sees[str(file.parent)].add(target)
    return {folder: sorted(others) for folder, others in sorted(sees.items())}


def circle(allowed):
    """One circle of the list as a list of folders; empty: there is none."""
    done, path = set(), []

    def visit(folder):
        if folder in path:
            return path[path.index(folder):] + [folder]
        if folder in done:
            return []
        path.append(folder)
        for other in allowed.get(folder, []):
            if found := visit(other):
                return found
        done.add(path.pop())
        return []

    for folder in allowed:
        if found := visit(folder):
            return found
    return []


def backwards(allowed):
    """Folders that see one which stands below them in the list."""
    place = {folder: at for at, folder in enumerate(allowed)}
    return [(folder, other) for folder in allowed for other in allowed[folder]
            if place.get(other, -1) > place[folder]]


def outside_namespace(files, namespaces):
    """Headers that declare outside the namespace of the nearest library above them, with that namespace."""
    for file in files:
        folder = next((str(above) for above in file.parents if str(above) in namespaces), None)
        if file.suffix != ".h" or folder is None:
            continue
        expected = namespaces[folder]
        for found in NAMESPACE.findall(pathlib.Path(file).read_text(encoding="utf-8")):
            if found != expected and not found.startswith(expected + "::"):
                yield file, found, expected


def counted(file):
    is_data = file.parts[0] in TESTS and "data" in file.parts
    return not (is_data or file.name.endswith(UNCOUNTED) or UNCOUNTED_FOLDERS & set(file.parts))


def complaints(allowed, namespaces, files):
    if found := circle(allowed):
        yield "cmake/folders.txt: a circle: " + " -> ".join(found)
    for folder, other in backwards(allowed):
        yield f"cmake/folders.txt: {folder} sees {other}, which stands below it: a line sees those above it alone"
    if found := circle(test_folders(files)):
        yield "the tests' folders include each other in a circle: " + " -> ".join(found)
    if found := circle(qml_folders(files)):
        yield "these folders of QML files use each other in a circle: " + " -> ".join(found)
    for folder in sorted({other for others in allowed.values() for other in others} - allowed.keys()):
        yield f"cmake/folders.txt: {folder} is allowed somewhere but has no line of its own"
    for file, target, name in includes(files):
        folder = str(file.parent)
        if folder not in allowed:
            yield f"{file}: its folder has no line in cmake/folders.txt"
        elif target not in allowed[folder]:
            yield f"{file}: {folder} may not see {target} (<{name}>), see cmake/folders.txt"
    for file, found, expected in outside_namespace(files, namespaces):
        yield f"{file}: namespace {found} is not that of its library, {expected}"
    for folder, count in sorted(collections.Counter(str(file.parent) for file in filter(counted, files)).items()):
        if count > MOST_FILES:
            yield f"{folder}: {count} files side by side, at most {MOST_FILES}: split it by topic"


def main():
    files = tracked()
    if "--dot" in sys.argv[1:]:
        arrows = sorted({(str(file.parent), target) for file, target, _ in includes(files)})
        print("digraph folders {\n  rankdir=TB; node [shape=box];")
        print("\n".join(f'  "{a}" -> "{b}";' for a, b in arrows))
        print("}")
        return 0
    folders = pathlib.Path("cmake/folders.txt")
    found = sorted(set(complaints(read_list(folders), read_namespaces(folders), files)))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


sys.exit(main())
