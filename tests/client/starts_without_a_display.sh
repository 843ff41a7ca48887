#!/usr/bin/env bash
# starts_without_a_display.sh PROGRAM: in an empty environment --help explains the program on standard output and
# exits with 0, a wrong option is named on standard error and exits with 2, and neither touches a display.
program=$1
fail() { echo "$1" >&2; exit 1; }

help=$(env -i "$program" --help 2>&1) || fail "--help exits with $?: $help"
[[ $help == Usage:* ]] || fail "--help says: $help"
[[ $help == *"Options:"*--help* ]] || fail "--help doesn't list the options: $help"
env -i "$program" -platform nowhere --help >/dev/null || fail "an option of Qt's own exits with $?"

for wrong in --nonsense surprise; do
    words=$(env -i "$program" "$wrong" 2>&1 >/dev/null)
    status=$?
    [ "$status" -eq 2 ] || fail "$wrong exits with $status: $words"
    [[ $words == *"${wrong#--}"* ]] || fail "$wrong isn't named: $words"
    [[ $words != *platform\ plugin* ]] || fail "$wrong asks for a display: $words"
done
