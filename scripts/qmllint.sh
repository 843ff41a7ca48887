#!/usr/bin/env bash
# qmllint on every QML module of the release build; any warning counts.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
out=$(cmake --build --preset release --target all_qmllint 2>&1) || { echo "$out"; exit 1; }
if grep -E '^(Warning|Error|Info):' <<<"$out"; then exit 1; fi
