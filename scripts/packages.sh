#!/usr/bin/env bash
# scripts/packages.sh: builds the Debian packages of what git knows of this tree, as it lies here, in build/debian/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf build/debian
mkdir -p build/debian/source
git ls-files -z --deduplicate | xargs -0 cp --parents --target-directory=build/debian/source
log=build/debian/build.log
(cd build/debian/source && dpkg-buildpackage --build=binary --unsigned-source --unsigned-changes \
    --jobs="$(nproc)") >"$log" 2>&1 ||
    { grep -v '^\[' "$log" | tail -n 60 >&2; echo "building the packages failed, see $log" >&2; exit 1; }
ls build/debian/*.deb
