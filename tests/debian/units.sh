#!/usr/bin/env bash
# units.sh ROOT: systemd reads every unit of the tree without a complaint, and what those of hall, bridge, kiosk and
# display may do is little: `systemd-analyze security` gives them at most 1.5, and where there is a screen 4.
set -uo pipefail
cd "$1" || exit 1
command -v systemd-analyze >/dev/null || { echo "systemd-analyze is not installed"; exit 77; }
failed=0

hardened() { # hardened TENTHS UNIT
    local report
    report=$(systemd-analyze security --offline=true --no-pager --threshold="$1" "$2") && return
    printf '%s: exposed more than %s/10:\n%s\n' "$2" "$1" "$(grep -v '✓' <<<"$report")"
    failed=1
}

hardened 15 hall/systemd/starqueue-hall.service
hardened 15 firmware-bridge/systemd/starqueue-bridge.service
hardened 40 kiosk/systemd/starqueue-kiosk.service
hardened 40 display/systemd/starqueue-display.service

# What the units start is installed where they run, not here.
complaints=$(systemd-analyze verify --man=no ./*/systemd/*.service ./*/systemd/*.socket 2>&1 |
    grep 'starqueue' | grep -v 'is not executable: No such file')
[ -z "$complaints" ] || { echo "$complaints"; failed=1; }

# Seats and ports that a unit names are made by what lies beside it.
for unit in */systemd/*.service; do
    user=$(sed -n 's/^User=//p' "$unit")
    grep -q "^u $user " "${unit%/*}/sysusers.conf" || { echo "$unit: nothing makes the user $user"; failed=1; }
done
exit "$failed"
