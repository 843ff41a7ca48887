#!/usr/bin/env bash
# units.sh ROOT BIN: systemd reads every unit of the tree without a complaint, they start programs in BIN with options
# that those know, and what they may do is little: `systemd-analyze security` gives hall and bridge at most 1.5, kiosk
# and display, which need a screen, 2.
set -uo pipefail
bin=$2
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
hardened 10 hall/systemd/starqueue-backup@.service
hardened 10 hall/systemd/starqueue-follow@.service
hardened 15 firmware-bridge/systemd/starqueue-bridge.service
hardened 20 kiosk/systemd/starqueue-kiosk.service
hardened 20 display/systemd/starqueue-display.service

# What the units start is installed where they run, not here.
complaints=$(systemd-analyze verify --man=no ./*/systemd/*.service ./*/systemd/*.socket ./*/systemd/*.timer 2>&1 |
    grep 'starqueue' | grep -v 'is not executable: No such file')
[ -z "$complaints" ] || { echo "$complaints"; failed=1; }

# Users and settings that a unit names are made by what lies beside it, and options are the program's.
export QT_QPA_PLATFORM=offscreen
for unit in */systemd/*.service; do
    user=$(sed -n 's/^User=//p' "$unit")
    grep -q "^u $user " "${unit%/*}/sysusers.conf" || { echo "$unit: nothing makes the user $user"; failed=1; }
    started=$(grep '^ExecStart=' "$unit")
    read -ra program < <(grep -oE '/usr/bin/starqueue(-[a-z]+| [a-z]+)' <<<"$started")
    help=$("$bin/${program[0]##*/}" "${program[@]:1}" --help)
    while read -r word; do
        grep -qE -- " $word( |$)" <<<"$help" || { echo "$unit: ${program[*]} knows no $word"; failed=1; }
    done < <(grep -o '^[^;]*' <<<"$started" | grep -oE -- ' --[a-z-]+')
    while read -r name; do
        grep -q "^$name=" "${unit%/*}/default" || { echo "$unit: nothing sets $name"; failed=1; }
    done < <(grep -oE 'STARQUEUE_[A-Z]+' <<<"$started")
done
exit "$failed"
