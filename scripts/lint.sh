#!/usr/bin/env bash
# Layout (clang-format) and rooms that look past their door. Quiet when all is well.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
status=0

complain() { # complain WHAT LINES
    [ -z "$2" ] && return
    printf '%s:\n%s\n' "$1" "$2"
    status=1
}

complain "not laid out by clang-format" \
    "$(git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run 2>&1 | grep -o '^[^:]*:[0-9]*' | sort -u | head -n 20)"
complain "queue/ knows neither Qt nor SQL" "$(git grep -nE '#include <(Q[A-Z]|sqlite|SQLiteCpp|nlohmann)' -- queue)"
complain "hall/ and db/ know no Qt" "$(git grep -nE '#include <Q[A-Z]' -- hall db cli)"
complain "faces know neither SQL nor a wire" \
    "$(git grep -nE '#include <(sqlite|SQLiteCpp|db/|queue/|QSerial|QModbus)' -- kiosk display counter client)"
complain "includes name the room" "$(git grep -nE '#include "\.\./' -- '*.h' '*.cpp')"
exit "$status"
