#!/usr/bin/env bash
# mistyped_words.sh PROGRAM: in an empty environment each mistyped word of mistyped_words.txt is named on standard
# error with what would be right, ends the program with 2 and touches no display.
program=$1
failed=0
complain() { echo "$1" >&2; failed=1; }

checked=0
while IFS='|' read -r name arguments expected; do
    name=${name// /}
    expected=${expected# }
    [ "$name" = "$(basename "$program")" ] || continue
    read -ra words <<<"$arguments"
    said=$(env -i "$program" "${words[@]}" 2>&1 >/dev/null)
    status=$?
    [ "$status" -eq 2 ] || complain "$name${arguments% }: exits with $status: $said"
    [[ $said == *"$expected"* ]] || complain "$name${arguments% }: doesn't say: $expected: $said"
    [[ $said != *platform\ plugin* ]] || complain "$name${arguments% }: asks for a display: $said"
    checked=$((checked + 1))
done <"$(dirname "$0")/mistyped_words.txt"
[ "$checked" -gt 0 ] || complain "the table has no word for $program"
exit "$failed"
