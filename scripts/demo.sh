#!/usr/bin/env bash
# scripts/demo.sh BIN: starts a demonstration hall in demo/ and ends it with Ctrl-C.
# With a display the faces open windows; without one each is served over VNC on loopback.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=$1
hall=demo
url=http://127.0.0.1:8470
pids=()

start() { # start NAME COMMAND…: logs to demo/NAME.log
    local name=$1
    shift
    "$@" >>"$hall/$name.log" 2>&1 &
    pids+=($!)
}

stop_all() {
    trap - EXIT INT TERM
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait
}

screen() { # screen NAME WIDTHxHEIGHT VNC-PORT: an X server of its own, to be seen over VNC on loopback; sets $shown_on
    local name=$1 size=$2 port=$3
    rm -f "$hall/$name.screen"
    start "$name" Xvfb -displayfd 9 -screen 0 "${size}x24" -nolisten tcp 9>"$hall/$name.screen"
    for _ in $(seq 100); do
        [ -s "$hall/$name.screen" ] && break
        sleep 0.1
    done
    shown_on=":$(cat "$hall/$name.screen")"
    start "$name" x11vnc -quiet -localhost -forever -shared -nopw -display "$shown_on" -rfbport "$port"
    echo "  $name: VNC 127.0.0.1:$port"
}

face() { # face NAME WIDTHxHEIGHT VNC-PORT COMMAND…
    local name=$1 size=$2 port=$3
    shift 3
    local arguments=(--hall "$url" --token-file "$hall/tokens/$name")
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        [ "$name" = kiosk-1 ] && size=540x960
        [ "$name" = display-1 ] && size=960x540
        start "$name" "$@" "${arguments[@]}" --size "$size"
    else
        screen "$name" "$size" "$port"
        start "$name" env DISPLAY="$shown_on" QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software \
            "$@" "${arguments[@]}" --fullscreen
    fi
}

healthy() {
    for _ in $(seq 100); do
        curl -fsS -o /dev/null "$url/healthz" 2>/dev/null && return
        sleep 0.1
    done
    echo "The hall did not start; the end of $hall/hall.log:" >&2
    tail -n 5 "$hall/hall.log" >&2
    exit 1
}

[ -f "$hall/hall.toml" ] || "$bin/starqueue" init "$hall"
trap stop_all EXIT INT TERM
if curl -fsS -o /dev/null "$url/healthz" 2>/dev/null; then
    echo "Something serves at $url already; end it first." >&2
    exit 1
fi
start hall "$bin/starqueue-hall" --config "$hall/hall.toml" --data "$hall"
healthy
devices=(--headless)
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && devices=()
start devices "$bin/starqueue-devices" --config "$hall/bridge.toml" --dir "$hall/devices" \
    --control "$hall/devices.socket" "${devices[@]}"
start bridge "$bin/starqueue-bridge" --config "$hall/bridge.toml"
echo "The hall serves at $url; logs and tokens lie in $hall/."
face kiosk-1 1080x1920 5901 "$bin/starqueue-kiosk" --kiosk 1
face display-1 1920x1080 5902 "$bin/starqueue-display"
face counter-1 420x820 5903 "$bin/starqueue-counter" --counter 1 --clerk 17
face counter-3 420x820 5904 "$bin/starqueue-counter" --counter 3 --clerk 21
echo "  managers' pages: $url/manage/ (user admin; the first password stands in $hall/users/admin)"
grep -q '^public_url' "$hall/hall.toml" ||
    echo "  no QR codes: give [hall] public_url in $hall/hall.toml an address that phones reach"
echo "Ctrl-C ends it."
wait -n "${pids[@]}" || true
echo "One of the programs has ended; see the logs in $hall/." >&2
