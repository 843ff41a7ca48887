#!/usr/bin/env bash
# same_hash.sh HOUSE [HOURS]: fifty seeds of each world give the same hashes in three processes, two of which have their
# addresses at random and one hasn't. 77: this machine doesn't let a process do without.
set -euo pipefail
house=$1
hours=${2:-0.02}
fixed=(setarch --addr-no-randomize)
if ! "${fixed[@]}" true 2>/dev/null; then
    echo "skipped: setarch --addr-no-randomize isn't permitted here"
    exit 77
fi
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

hashes() { # hashes FILE COMMAND…: of all worlds
    local file=$1 world
    shift
    for world in "--world journal" "--world hall" "--world hall --core"; do
        # shellcheck disable=SC2086  # words
        "$@" "$house" 1 --seeds 50 --hours "$hours" $world --hashes
    done >"$directory/$file"
}

hashes random env
hashes random-again env &
hashes fixed "${fixed[@]}"
wait $!
[ "$(sort -u "$directory/random" | wc -l)" -eq 150 ] || { echo "there aren't 150 runs"; exit 1; }
[ "$(grep -o '[0-9a-f]*$' "$directory/random" | sort -u | wc -l)" -ge 149 ] || { echo "seeds give the same run"; exit 1; }
diff "$directory/random" "$directory/random-again"
diff "$directory/random" "$directory/fixed"
