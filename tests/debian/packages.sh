#!/usr/bin/env bash
# packages.sh [--built]: builds the packages (--built: takes those of build/debian), asks lintian, installs them on a bare
# Debian 12 and, where this machine can boot one (systemd-nspawn), has systemd run them there: what init makes is served,
# a restart refuses nobody, a kill is mended, purge leaves the data. What can't be done here is named as skipped.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.." || exit 1
packages=$PWD/build/debian
root=$PWD/build/debian-root
failed=0
machine=

complain() { echo "FAILED: $*"; failed=1; }
step() { echo "-- $*"; }

# shellcheck disable=SC2317  # the trap calls it
finish() {
    [ -n "$machine" ] && kill "$machine" 2>/dev/null && wait "$machine" 2>/dev/null
    rm -rf --one-file-system "$root" "$root.log" # whatever may be mounted there
}

[ "${1:-}" = --built ] || scripts/packages.sh || exit 1
step lintian
lintian --fail-on error --tag-display-limit 0 "$packages"/*.deb || complain "lintian"

if [ "$(id -u)" -ne 0 ] || ! mmdebstrap --version >/dev/null 2>&1; then
    echo "skipped: installing on a bare Debian needs root and mmdebstrap"
    exit "$failed"
fi
trap finish EXIT
trap "exit 1" INT TERM # once what runs has ended: it may have mounts
step "a bare Debian"
rm -rf --one-file-system "$root"
mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv,dbus,udev,sudo,curl,xvfb bookworm "$root" 2>"$root.log" ||
    { cat "$root.log"; complain "mmdebstrap"; exit 1; }

inside() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }

install_packages() { # install_packages NAME…: with what they depend on, and nothing more
    local files=() name
    for name in "$@"; do
        cp "$packages/starqueue-$name"_*.deb "$root/var/tmp/"
        files+=("/var/tmp/$(basename "$packages/starqueue-$name"_*.deb)")
    done
    inside apt-get install -y -qq --no-install-recommends "${files[@]}" >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log"; complain "installing $*"; return 1; }
}

echo "127.0.0.1 localhost $(cat "$root/etc/hostname")" >"$root/etc/hosts" # sudo resolves the name
step "installing"
inside apt-get update -qq
install_packages hall tools pages bridge counter kiosk display doc || exit 1
printf token >"$root/tmp/token" && chmod 600 "$root/tmp/token"
for face in "kiosk" "display" "counter --counter 1"; do
    read -ra words <<<"starqueue-$face --token-file /tmp/token --hall http://127.0.0.1:1"
    # In its own installation alone: what a face lacks of Qt's modules it says when its page is loaded.
    said=$(inside env QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software timeout --preserve-status 5 "${words[@]}" 2>&1)
    grep -qiE 'is not installed|failed|cannot|error: ' <<<"${said//Connection refused/}" && complain "starqueue-$face: $said"
done
[ -s "$root/usr/share/man/man1/starqueue-init.1.gz" ] || complain "no man page of starqueue init"

step "booting"
systemd-nspawn --boot --register=no --keep-unit --private-network --quiet --directory="$root" --console=pipe \
    </dev/null >"$root.log" 2>&1 &
machine=$!
leader=
for _ in $(seq 300); do
    leader=$(pgrep --parent "$machine") && break
    kill -0 "$machine" 2>/dev/null || break
    sleep 0.1
done
booted() { nsenter --target "$leader" --all "$@"; }
state=none
if [ -n "$leader" ]; then
    for _ in $(seq 300); do
        state=$(booted systemctl is-system-running 2>/dev/null)
        [[ $state = running || $state = degraded ]] && break
        sleep 0.2
    done
fi
if [[ $state != running && $state != degraded ]]; then
    echo "skipped: this machine boots no other (systemd-nspawn: $state): units, restart, kill, purge under systemd"
    cat "$root.log"
    exit "$failed"
fi

url=http://127.0.0.1:8470
is() { # is WHAT UNIT STATE
    local now
    now=$(booted systemctl show --value --property "$1" "$2")
    [ "$now" = "$3" ] || { complain "$2: $1 is $now, not $3"; booted journalctl --no-pager -n 20 -u "$2"; }
}
until_healthy() {
    for _ in $(seq 100); do
        booted curl -fsS -o /dev/null "$url/healthz" 2>/dev/null && return
        sleep 0.1
    done
    complain "the hall isn't healthy"
    booted journalctl --no-pager -n 30 -u starqueue-hall
}

step "before init: nothing runs, nothing has failed"
is ActiveState starqueue-hall.service inactive
is ActiveState starqueue-bridge.service inactive
is UnitFileState starqueue-hall.service enabled
is UnitFileState starqueue-kiosk.service disabled

step "init, and the hall"
booted sudo -u starqueue starqueue init /var/lib/starqueue >/dev/null || complain "init"
booted systemctl start starqueue-hall || complain "the hall doesn't start"
until_healthy
is SubState starqueue-hall.service running
is NRestarts starqueue-hall.service 0
booted curl -fsSL -o /dev/null "$url/manage/" || complain "no pages"
booted curl -fsS -o /dev/null "$url/manage/chart.min.js" || complain "Chart.js of Debian's isn't served"
booted sudo -u starqueue starqueue doctor --data /var/lib/starqueue >"$root.log" ||
    { complain "doctor"; grep BAD "$root.log"; }
booted systemd-analyze security --no-pager --threshold=15 starqueue-hall.service >"$root.log" ||
    { complain "the hall may do more than 1.5"; grep -v '✓' "$root.log"; }
booted grep -q "^Seccomp:.*2" "/proc/$(booted systemctl show --value -p MainPID starqueue-hall)/status" ||
    complain "the hall may make every system call"

refuses_nobody() { # refuses_nobody COMMAND…: who asks while it runs is answered
    local refused=0 asked=0 work
    booted "$@" >"$root.log" 2>&1 &
    work=$!
    while kill -0 "$work" 2>/dev/null; do
        asked=$((asked + 1))
        booted curl -sS -o /dev/null "$url/healthz" || refused=$((refused + 1))
    done
    wait "$work" || { complain "$*"; cat "$root.log"; }
    echo "   $asked requests within, $refused refused"
    [ "$refused" -eq 0 ] || complain "$refused requests were refused"
}

process() { booted systemctl show --value --property MainPID starqueue-hall; }

step "a restart refuses nobody"
refuses_nobody systemctl restart starqueue-hall

step "an upgrade refuses nobody"
was=$(process)
refuses_nobody sh -c 'dpkg --install /var/tmp/starqueue-hall_*.deb' # the same again, for which dpkg does all it does
[ "$(process)" != "$was" ] || complain "the upgrade has left the old program running"

step "a kill is mended"
booted systemctl kill --signal=KILL starqueue-hall
until_healthy
is NRestarts starqueue-hall.service 1

step "the kiosk in cage"
booted install -m 600 /var/lib/starqueue/tokens/kiosk-1 /etc/starqueue/kiosk.token
# An X server takes the place of screen and graphics card; all else is the unit's.
booted sh -c 'mkdir -p /run/screen /etc/systemd/system/starqueue-kiosk.service.d
    printf "[Service]\nEnvironment=%s\n" "WLR_BACKENDS=x11 WLR_RENDERER=pixman DISPLAY=:9 QT_QUICK_BACKEND=software" \
        >/etc/systemd/system/starqueue-kiosk.service.d/screen.conf
    systemctl daemon-reload
    systemd-run --quiet Xvfb :9 -screen 0 1024x768x24 -fbdir /run/screen'
for _ in $(seq 100); do
    booted test -s /run/screen/Xvfb_screen0 && break
    sleep 0.1
done
booted systemctl start starqueue-kiosk || complain "the kiosk doesn't start"

shows_a_page() { # light, with text and pictures in many colours
    local colours light
    read -r colours light < <(booted cat /run/screen/Xvfb_screen0 | convert xwd:- -format '%k %[fx:mean>0.6]\n' info:)
    [ "${colours:-0}" -gt 100 ] && [ "$light" = 1 ]
}
for _ in $(seq 100); do
    shows_a_page && break
    sleep 0.1
done
shows_a_page || { complain "the kiosk shows no page"; booted journalctl --no-pager -n 20 -u starqueue-kiosk; }
is NRestarts starqueue-kiosk.service 0

step "a kiosk that crashes is back within 2 s"
was=$(booted systemctl show --value --property MainPID starqueue-kiosk)
booted systemctl kill --signal=SEGV starqueue-kiosk
began=$(date +%s%N)
for _ in $(seq 100); do
    now=$(booted systemctl show --value --property MainPID starqueue-kiosk)
    [ "$now" != "$was" ] && [ "$now" != 0 ] && break
    sleep 0.1
done
took=$((($(date +%s%N) - began) / 1000000))
echo "   after $took ms"
[ "$took" -lt 2000 ] || complain "the kiosk was back after $took ms"

step "the bridge"
booted sh -c 'mv /var/lib/starqueue/bridge.toml /etc/starqueue/ && chown root: /etc/starqueue/bridge.toml &&
    chmod 644 /etc/starqueue/bridge.toml &&
    install -m 600 /var/lib/starqueue/tokens/bridge /etc/starqueue/bridge.token' || complain "its settings"
booted systemctl start starqueue-bridge || complain "the bridge doesn't start"
for _ in $(seq 100); do
    booted journalctl --no-pager -u starqueue-bridge | grep -q 'printer-1' && break
    sleep 0.1
done
is SubState starqueue-bridge.service running
token=$(cat "$root/var/lib/starqueue/tokens/technician")
for _ in $(seq 100); do
    devices=$(booted curl -fsS -H "Authorization: Bearer $token" "$url/api/v1/devices")
    grep -q portMissing <<<"$devices" && break
    sleep 0.1
done
grep -q portMissing <<<"$devices" || complain "the hall hears nothing of the bridge's printer: $devices"

step "backups go on by themselves, and a hall is made of one"
booted install -d -o starqueue -m 700 /mnt/second/follow /mnt/second/nightly /mnt/second/nightly/{kept,2026-01-01-033000}
booted touch -d "20 days ago" /mnt/second/nightly/{kept,2026-01-01-033000}
booted systemctl start starqueue-follow@mnt-second-follow.service || complain "following"
booted systemctl start starqueue-backup@mnt-second-nightly.service ||
    { complain "the nightly copy"; booted journalctl --no-pager -u "starqueue-backup@*"; }
[ -d "$root/mnt/second/nightly/kept" ] || complain "what is no copy was taken for an old one"
[ ! -e "$root/mnt/second/nightly/2026-01-01-033000" ] || complain "a copy of 20 days ago is left"
[ "$(find "$root/mnt/second/nightly" -name hall.db | wc -l)" -eq 1 ] || complain "there is no nightly copy"
for _ in $(seq 100); do
    [ -s "$root/mnt/second/follow/chain.anchor" ] && break
    sleep 0.1
done
booted sudo -u starqueue starqueue backup /var/lib/starqueue --keys /mnt/second/nightly/keys.db >/dev/null || complain "keys"
kiosk_life() { booted curl -fsS -H "Authorization: Bearer $(cat "$root/etc/starqueue/kiosk.token")" "$url/api/v1/hall" | jq -r .life; }
life=$(kiosk_life)
booted systemctl stop starqueue-hall.socket starqueue-hall starqueue-follow@mnt-second-follow.service
# As operations.md has it.
booted sh -euc 'cd /var/lib/starqueue
    sudo -u starqueue starqueue restore new --from /mnt/second/follow --keys /mnt/second/nightly/keys.db
    install -d -o starqueue -m 700 before
    find . -mindepth 1 -maxdepth 1 ! -name new ! -name before ! -name tokens -exec mv -t before {} +
    mv -t . new/* && rmdir new
    systemctl start starqueue-hall' >"$root.log" 2>&1 || { complain "restore"; cat "$root.log"; }
until_healthy
[[ $(kiosk_life) =~ ^[0-9a-f]+$ && $(kiosk_life) != "$life" ]] || complain "the restored hall knows no kiosk, or is the old one"

step "purge leaves the data, and what is installed again goes on with it"
before=$(booted sudo -u starqueue starqueue verify --data /var/lib/starqueue) || complain "verify: $before"
booted systemctl stop starqueue-hall.socket starqueue-hall
booted env DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq starqueue-hall starqueue-bridge >"$root.log" 2>&1 ||
    { cat "$root.log"; complain "purge"; }
[ -s "$root/var/lib/starqueue/hall.db" ] || complain "purge has taken the database"
[ -s "$root/etc/starqueue/bridge.token" ] || complain "purge has taken the settings"
booted sh -c 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /var/tmp/starqueue-hall_*.deb' \
    >"$root.log" 2>&1 || { cat "$root.log"; complain "installing again"; }
until_healthy
booted sudo -u starqueue starqueue verify --data /var/lib/starqueue >/dev/null || complain "verify after installing again"

booted systemctl --failed --no-legend --plain | grep starqueue && complain "units have failed"
[ "$failed" -eq 0 ] && step well
exit "$failed"
