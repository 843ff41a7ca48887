#!/usr/bin/env bash
# scripts/house-mutants.sh [--only NAME]… [--seeds N] [--hours H]: breaks the product with each patch of
# tests/house/mutants (or these), builds the house, and runs it until it is red. A mutant that stays green over all
# seeds, a patch that no longer applies and one that doesn't compile are errors (docs/house.md, "Mutants").
# scripts/house-mutants.sh --applies: names the patches that no longer apply, and builds nothing.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
if [ "${1:-}" = --applies ]; then
    for patch in tests/house/mutants/*.patch; do
        patch --silent --dry-run -p1 <"$patch" >/dev/null 2>&1 || echo "$patch: make it anew or delete it"
    done
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
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(basename -s .patch tests/house/mutants/*.patch)

tree=$PWD/build/mutants/source
runs=$PWD/build/mutants/runs
mkdir -p "$tree"

# Writes only what differs, so that what was built for the last mutant, or the last time, is still good.
while IFS= read -r -d '' file; do
    [ -f "$file" ] || continue
    cmp -s "$file" "$tree/$file" || cp --parents --target-directory="$tree" "$file"
done < <(git ls-files -z --cached --others --exclude-standard)

applied=
undo() {
    [ -z "$applied" ] || patch --silent --reverse -p1 -d "$tree" <"$applied"
    applied=
}
trap undo EXIT
trap 'exit 1' INT TERM

build() { # quietly; what the compiler says is shown if it fails
    (cd "$tree" && nice scripts/build.sh release -- house)
}

# The names of the options of a run: a line "World: NAME" in the patch's head says where, or it is the hall.
world_of() {
    sed -n '/^diff\|^---/q; s/^World: //p' "$1" | grep . || echo hall
}

# Every second seed from $1 on, until one is red here or there.
run_seeds() {
    local seed
    for ((seed = $1; seed <= seeds; seed += 2)); do
        [ ! -e "$runs/red" ] || return 0
        if ! nice "$tree/build/release/bin/house" "$seed" --hours "$hours" --world "$2" \
            --until "$(awk "BEGIN { print int($hours * 3600) }")" >"$runs/$seed" 2>&1; then
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

failed=0
fail() {
    echo "$1: $2"
    failed=1
}

examine() {
    local name=$1 patch=$PWD/tests/house/mutants/$1.patch began=$SECONDS built
    patch --silent --dry-run -p1 -d "$tree" <"$patch" >/dev/null 2>&1 ||
        { fail "$name" "the patch no longer applies; make it anew or delete it"; return; }
    patch --silent -p1 -d "$tree" <"$patch"
    applied=$patch
    if build; then
        built=$((SECONDS - began))
        rm -rf "$runs"
        mkdir -p "$runs"
        run_seeds 1 "$(world_of "$patch")" &
        run_seeds 2 "$(world_of "$patch")"
        wait
        if [ -e "$runs/red" ]; then
            echo "$name: found at $(finding) (built in $built s, run in $((SECONDS - began - built)) s)"
        else
            fail "$name" "SURVIVED $seeds seeds of $hours h"
        fi
    else
        fail "$name" "doesn't compile"
    fi
    undo
}

for name in "${names[@]}"; do
    examine "$name"
done
echo "${#names[@]} mutants in $((SECONDS / 60)) min $((SECONDS % 60)) s"
exit $failed
