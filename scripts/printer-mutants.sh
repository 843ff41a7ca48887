#!/usr/bin/env bash
# scripts/printer-mutants.sh [--only NAME]…: takes one mend after the other out of what drives printers and buses, with
# each patch of tests/firmware-bridge/mutants (or these), builds the one test program that it needs and runs the tests
# that must go red. One that stays green, a patch that no longer applies and one that doesn't compile are errors
# (docs/testing.md). scripts/printer-mutants.sh --applies: names the patches that no longer apply, name a test that isn't
# there or stand in no row of that page, and builds nothing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
. scripts/mutants/common.sh
folder=tests/firmware-bridge/mutants

# misnamed: the patches whose test isn't there, or that no row explains.
misnamed() {
    local patch test
    for patch in "$folder"/*.patch; do
        grep -q "\`$(basename -s .patch "$patch")\`" docs/testing.md || echo "$patch: give it a row in docs/testing.md"
        while read -r test; do
            test=${test#*.}
            git grep --untracked -qw "${test%%/*}" -- 'tests/*.cpp' || echo "$patch: there is no test $test"
        done < <(head_lines "$patch" Red)
    done
}

if [ "${1:-}" = --applies ]; then
    rotten "$folder"
    misnamed
    exit
fi
names=()
while [ $# -gt 1 ] && [ "$1" = --only ]; do
    names+=("$2")
    shift 2
done
[ $# -eq 0 ] || { sed -n 's/^# //; 2,6p' "$0" >&2; exit 2; }
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(names_in "$folder")

# The test program: a line "Program: NAME" in the patch's head, or the driver's own tests.
targets_of() {
    head_lines "$1" Program | grep . || echo printer_tests
}

# Each test that a line "Red: Suite.Test" names must fail; of one with parameters ("Some/Suite.Test/*"), any. A mutant that
# hangs is found too.
judge() {
    local program test seen output
    program=$tree/build/release/bin/$(targets_of "$2")
    seen=0
    while read -r test; do
        seen=$((seen + 1))
        output=$(QT_QPA_PLATFORM=offscreen timeout 120 nice "$program" --gtest_filter="$test" --gtest_brief=1 2>&1) ||
            { echo "$1: $test is red (built in $3 s)"; continue; }
        if grep -q 'Running 0 tests\|0 tests ran\|^\[  PASSED  \] 0 tests' <<<"$output"; then
            fail "$1" "there is no test $test"
        else
            fail "$1" "$test STAYS GREEN"
        fi
    done < <(head_lines "$2" Red)
    [ $seen -gt 0 ] || fail "$1" "names no test (Red: Suite.Test)"
}

examine_all "$folder" "${names[@]}"
