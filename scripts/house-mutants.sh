#!/usr/bin/env bash
# scripts/house-mutants.sh [NAME…]: breaks the product with each patch of tests/house/mutants (or these), builds the house
# and runs it until it is red. A mutant that stays green over all seeds, or a patch that no longer applies, is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seeds=${HOUSE_SEEDS:-100}
hours=${HOUSE_HOURS:-1}
tree=$PWD/build/mutants/source
log=$PWD/build/mutants/log
names=("$@")
[ ${#names[@]} -gt 0 ] || mapfile -t names < <(basename -s .patch tests/house/mutants/*.patch)

rm -rf "$tree"
mkdir -p "$tree"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --target-directory="$tree"
rooms="-DSTARQUEUE_ROOMS=queue;db;hall;client;firmware-bridge;kiosk;display;counter;tests"

build() {
    (cd "$tree" && scripts/build.sh release "$rooms" -- house)
}

red_seed() { # prints the first seed that is red, if any
    local seed
    for ((seed = 1; seed <= seeds; ++seed)); do
        if ! "$tree/build/release/bin/house" "$seed" --hours "$hours" >"$log" 2>&1; then
            echo "$seed"
            return
        fi
    done
}

failed=0
for name in "${names[@]}"; do
    patch=$PWD/tests/house/mutants/$name.patch
    if ! patch --silent --dry-run -p1 -d "$tree" <"$patch" >/dev/null; then
        echo "$name: the patch no longer applies; make it anew or delete it"
        failed=1
        continue
    fi
    patch --silent -p1 -d "$tree" <"$patch"
    if ! build; then
        echo "$name: doesn't build"
        failed=1
    else
        seed=$(red_seed)
        if [ -n "$seed" ]; then
            echo "$name: found by seed $seed"
        else
            echo "$name: stayed green over $seeds seeds of $hours h"
            failed=1
        fi
    fi
    patch --silent -R -p1 -d "$tree" <"$patch"
done
exit $failed
