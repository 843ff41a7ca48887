#!/usr/bin/env bash
# scripts/build.sh PRESET [CMAKE OPTIONS] [-- TARGETS]: configures and builds one preset (or these targets of it),
# quietly unless it fails. --configured in place of options: builds alone, and what configured it is as it was.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
options=()
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
    options+=("$1")
    shift
done
targets=()
[ $# -gt 1 ] && targets=(--target "${@:2}")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
[ "${options[*]}" = --configured ] || cmake --preset "$preset" "${options[@]}" >"$log" 2>&1 ||
    { cat "$log" >&2; echo "configuring $preset failed" >&2; exit 1; }
cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}" >"$log" 2>&1 ||
    { grep -v '^\[' "$log" | tail -n 100 >&2; echo "building $preset failed" >&2; exit 1; }
