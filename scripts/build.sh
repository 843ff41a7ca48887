#!/usr/bin/env bash
# scripts/build.sh PRESET [cmake options]: configures and builds one preset, quietly unless it fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake --preset "$preset" "$@" >"$log" 2>&1 || { cat "$log" >&2; echo "configuring $preset failed" >&2; exit 1; }
cmake --build --preset "$preset" --parallel "$(nproc)" >"$log" 2>&1 ||
    { grep -v '^\[' "$log" | tail -n 100 >&2; echo "building $preset failed" >&2; exit 1; }
