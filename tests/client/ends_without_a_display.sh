#!/usr/bin/env bash
# ends_without_a_display.sh WAY PROGRAM ARGUMENT…: without a display, and with one that nobody serves, the program says
# so in one line that names WAY around it and ends with 1, without a core dump.
way=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo secret >"$folder/token"
fail() { echo "$1" >&2; exit 1; }

for display in "" :987; do
    said=$(cd "$folder" && env -i ${display:+DISPLAY=$display} "$@" 2>&1 >/dev/null)
    status=$?
    [ "$status" -eq 1 ] || fail "exits with $status: $said"
    [[ $said == *"no display"*"$way"* ]] || fail "says: $said"
    [[ $said == *"$display"* ]] || fail "doesn't name $display: $said"
    [ "$(wc -l <<<"$said")" -eq 1 ] || fail "says more than one line: $said"
done
