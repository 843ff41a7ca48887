#!/usr/bin/env python3
"""Prints a list of parts (SBOM, CycloneDX 1.5 in JSON) of built programs: the same bytes for the same machine.

scripts/sbom.py build/release/bin/starqueue-hall build/release/bin/starqueue … >sbom.json

Parts are the Debian packages of each shared library that a program is linked with, directly or by another; those of
scripts/packages.txt, as headers are compiled in and plugins, pages' scripts and fonts are loaded; and the npm packages
that scripts/lint/package-lock.json pins. Those that only build and test are marked "excluded". Packages that aren't
installed here are left out."""
import base64
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHIPPED = {"services", "faces and bridge"}  # sections of packages.txt


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout


def libraries(program):
    """The files of the shared libraries that the loader finds for `program`."""
    found = re.findall(r"=> (/\S+) \(", output("ldd", program))
    if not found:
        sys.exit(f"{program} is no program that is linked with shared libraries")
    return sorted(set(found))


def packages_of(files):
    """The package of each file. Its list may have the path before /lib was merged into /usr/lib, or after."""
    spellings = {}
    for file in files:
        real = str(pathlib.Path(file).resolve())
        for path in (file, real, real.removeprefix("/usr"), "/usr" + real.removeprefix("/usr")):
            spellings[path] = file
    owners = {}
    for line in output("dpkg-query", "-S", *sorted(spellings)).splitlines():
        package, _, path = line.partition(": ")
        owners[spellings[path]] = package.partition(":")[0]
    for file in files:
        if file not in owners:
            sys.exit(f"{file} belongs to no Debian package")
    return owners


def listed():
    """The packages of packages.txt, each with whether something of it is in what is installed at a hall."""
    section = ""
    for line in (ROOT / "scripts/packages.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            section = line[1:].strip()
        elif line.strip():
            yield line.split()[0], section in SHIPPED


def quoted(text):
    return urllib.parse.quote(text, safe="")


def debian(name, is_shipped):
    """The component of an installed package; None: it isn't installed."""
    form = "${db:Status-Status}\t${Version}\t${Architecture}\t${source:Package}\t${Homepage}\n"
    for line in output("dpkg-query", "-W", f"-f={form}", name).splitlines():
        status, version, architecture, source, homepage = line.split("\t")
        if status != "installed":
            continue
        purl = f"pkg:deb/debian/{quoted(name)}@{quoted(version)}?arch={architecture}&upstream={quoted(source)}"
        part = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
                "scope": "required" if is_shipped else "excluded"}
        if homepage:
            part["externalReferences"] = [{"type": "website", "url": homepage}]
        return part
    return None


def npm():
    """The pages themselves have no npm package; what checks them has."""
    lock = json.loads((ROOT / "scripts/lint/package-lock.json").read_text(encoding="utf-8"))
    for path, package in lock["packages"].items():
        name = path.rpartition("node_modules/")[2]
        if not name:
            continue
        purl = f"pkg:npm/{urllib.parse.quote(name)}@{quoted(package['version'])}"
        algorithm, _, digest = package.get("integrity", "").partition("-")
        part = {"type": "library", "bom-ref": purl, "name": name, "version": package["version"], "purl": purl,
                "scope": "excluded"}
        if algorithm == "sha512":
            part["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(digest).hex()}]
        yield part


def bill(programs):
    version = re.search(r"project\(StarQueue VERSION ([\d.]+)",
                        (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
    linked = {program: packages_of(libraries(program)) for program in programs}
    shipped = dict(listed())
    shipped |= {package: True for owners in linked.values() for package in owners.values()}
    found = {name: debian(name, is_shipped) for name, is_shipped in shipped.items()}
    parts = {part["bom-ref"]: part for part in [*filter(None, found.values()), *npm()]}
    applications = []
    depends = []
    for program, owners in linked.items():
        name = pathlib.Path(program).name
        applications.append({"type": "application", "bom-ref": name, "name": name, "version": version})
        depends.append({"ref": name, "dependsOn": sorted({found[package]["bom-ref"] for package in owners.values()})})
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "metadata": {"component": {"type": "application", "bom-ref": "StarQueue", "name": "StarQueue",
                                       "version": version}},
            "components": sorted(applications, key=lambda part: part["bom-ref"]) +
                          [parts[ref] for ref in sorted(parts)],
            "dependencies": [{"ref": "StarQueue", "dependsOn": sorted(part["bom-ref"] for part in applications)},
                             *sorted(depends, key=lambda one: one["ref"])]}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    json.dump(bill(sys.argv[1:]), sys.stdout, indent=1, sort_keys=True)
    print()
