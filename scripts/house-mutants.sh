#!/usr/bin/env bash
# scripts/house-mutants.sh [--only NAME]… [--seeds N] [--hours H]: breaks the product with each patch of
# tests/house/mutants (or these), builds the house, and runs it until it is red. A mutant that stays green over all
# seeds, a patch that no longer applies and one that doesn't compile are errors (docs/house.md, "Mutants").
# scripts/house-mutants.sh --applies: names the patches that no longer apply, and builds nothing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
. scripts/mutants/common.sh
folder=tests/house/mutants
if [ "${1:-}" = --applies ]; then
    rotten "$folder"
    exit
fi
seeds=100
hours=1
names=()
while [ $# -gt 1 ]; do
    case $1 in
    --only) names+=("$2") ;;
    --seeds) seeds=$2 ;;
    --hours) hours=$2 ;;
    *) break ;;
    esac
    shift 2
done
[ $# -eq 0 ] || { sed -n 's/^# //; 2,5p' "$0" >&2; exit 2; }
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(names_in "$folder")
runs=$PWD/build/mutants/runs

targets_of() {
    echo house
}

# The names of the options of a run: a line "World: NAME" in the patch's head says where, or it is the hall.
world_of() {
    head_lines "$1" World | grep . || echo hall
}

# A line "Mix: LIST" says which faults alone show it.
mix_of() {
    head_lines "$1" Mix
}

# Every second seed from $1 on, until one is red here or there. One that takes ten minutes hangs.
run_seeds() {
    local seed
    for ((seed = $1; seed <= seeds; seed += 2)); do
        [ ! -e "$runs/red" ] || return 0
        if ! (ulimit -t 600 && exec nice "$tree/build/release/bin/house" "$seed" --hours "$hours" --world "$2" \
            ${mix:+--mix "$mix"} --until "$(awk "BEGIN { print int($hours * 3600) }")" >"$runs/$seed" 2>&1); then
            echo "$seed" >>"$runs/red"
            return 0
        fi
        rm "$runs/$seed"
    done
}

# "seed 3 by NAME: WHAT", of the finding that came first in the run.
finding() {
    local seed
    seed=$(sort -n "$runs/red" | head -n 1)
    echo -n "seed $seed by "
    { grep -P '^  .*, first at [0-9.]+ s' "$runs/$seed" || echo '  the process, first at 0 s, 1 times: it died'; } |
        sed -E 's/^  (.*), first at ([0-9.]+) s, [0-9]+ times: (.*)/\2\t\1: \3/' | sort -n | head -n 1 | cut -f 2 | cut -c 1-150
}

judge() {
    local began=$SECONDS mix
    mix=$(mix_of "$2")
    rm -rf "$runs"
    mkdir -p "$runs"
    run_seeds 1 "$(world_of "$2")" &
    run_seeds 2 "$(world_of "$2")"
    wait
    if [ -e "$runs/red" ]; then
        echo "$1: found at $(finding) (built in $3 s, run in $((SECONDS - began)) s)"
    else
        fail "$1" "SURVIVED $seeds seeds of $hours h"
    fi
}

examine_all "$folder" "${names[@]}"
