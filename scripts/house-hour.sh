#!/usr/bin/env bash
# scripts/house-hour.sh [MINUTES]: runs the simulated house on seeds that nobody has run before, an hour if nothing is
# said, on all cores. The first seed comes from the time (or HOUSE_SEED) and is printed; what is red is printed with the
# line that runs it again.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
minutes=${1:-60}
first=${HOUSE_SEED:-$(date -u +%y%m%d%H%M)0000}
house=build/release/bin/house
share=20 # seeds of two hours a turn
echo "seeds from $first on, commit $(git describe --always --dirty 2>/dev/null || echo unknown); again: HOUSE_SEED=$first $0 $minutes"

turn() { # turn NUMBER: twenty seeds of one world; of ten turns one is the journal's, three have a core
    local seed=$((first + $1 * share)) world="--world hall"
    case $(($1 % 10)) in
        0) world="--world journal" ;;
        3 | 6 | 9) world="--world hall --core" ;;
    esac
    # shellcheck disable=SC2086  # words
    "$house" "$seed" --seeds "$share" --hours 2 $world | grep -E "^RED|^reproduce|^  .*, first at |seeds from" |
        grep -v "never happened" # in so few seeds
    [ "${PIPESTATUS[0]}" -le 1 ]
}

worker() { # worker NUMBER OF-HOW-MANY
    local number=$1 failed=0 told
    while [ "$SECONDS" -lt $((minutes * 60)) ]; do
        told=$(turn "$number") || failed=1
        printf '%s\n' "$told"
        grep -q "^RED" <<<"$told" && failed=1
        number=$((number + $2))
    done
    return $failed
}

cores=$(nproc)
workers=()
for ((core = 0; core < cores; ++core)); do
    worker "$core" "$cores" &
    workers+=($!)
done
failed=0
for pid in "${workers[@]}"; do
    wait "$pid" || failed=1
done
exit $failed
