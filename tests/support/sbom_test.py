#!/usr/bin/env python3
"""sbom_test.py PROGRAM…: the list of parts (scripts/sbom.py) is the same twice and names what the programs are linked with."""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SBOM = str(ROOT / "scripts/sbom.py")


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def expect(what, holds):
    if not holds:
        sys.exit(f"not so: {what}")


programs = sys.argv[1:]
said = run(SBOM, *programs)
expect("the same bytes twice", said == run(SBOM, *programs))
expect("whatever the order", said == run(SBOM, *reversed(programs)))
bill = json.loads(said)
expect("CycloneDX 1.5", (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5"))
expect("no time and no random number", not {"timestamp", "serialNumber"} & {*bill, *bill["metadata"]})
parts = {part["bom-ref"]: part for part in bill["components"]}
expect("each part once, with a version", len(parts) == len(bill["components"]) and all(p["version"] for p in parts.values()))
depends = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
expect("no dependency on what isn't listed", all(ref in parts for refs in depends.values() for ref in refs))
names = {part["name"] for part in parts.values()}
for program in programs:
    own = {parts[ref]["name"] for ref in depends[pathlib.Path(program).name]}
    needed = re.findall(r"NEEDED +(\S+)", run("objdump", "-p", program))
    expect(f"{program} needs libraries, and sodium and SQLite among them",
           needed and {"libsodium23", "libsqlite3-0", "libc6"} <= own)
    for library in needed:
        owner = run("sh", "-c", f"dpkg -S '*/{library}' | cut -d: -f1 | sort -u").split()
        expect(f"{library} of {program} is in {owner} of its dependencies", own & set(owner))
    expect("what is loaded at a hall isn't excluded", all(parts[ref]["scope"] == "required" for ref in depends[pathlib.Path(program).name]))
scopes = {part["name"]: part.get("scope") for part in parts.values()}
expect("headers are parts, and compilers aren't shipped",
       scopes.get("nlohmann-json3-dev") == "required" and scopes.get("ninja-build") == "excluded")
expect("npm's with their sums", all(part.get("hashes") for ref, part in parts.items() if ref.startswith("pkg:npm")))
