# shellcheck shell=bash
# Sourced by the tests here: one simulated printer, display and panel in a folder of their own, ended with the test.
# Needs STARQUEUE_DEVICES, the program. FAMILY: the printer behaves as that family's manuals say. Sets $folder; ports are $folder/printer and $folder/bus.
set -euo pipefail

skip() { # skip WHY
    echo "skipped: $*"
    exit 77
}

folder=$(mktemp -d)
pids=()

clean_up() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait
    rm -rf "$folder"
}
trap clean_up EXIT

until_true() { # until_true WHAT COMMAND…: for at most ten seconds
    local what=$1
    shift
    for _ in $(seq 200); do
        "$@" && return
        sleep 0.05
    done
    echo "never came: $what" >&2
    cat "$folder"/*.log >&2
    exit 1
}

hand() { # hand WORDS…: one line to the devices' control socket, its answer to standard output
    printf '%s\n' "$*" | socat -t 5 - "UNIX-CONNECT:$folder/hand"
}

do_it() { # do_it WORDS…: the same, and it must have worked
    local answer
    answer=$(hand "$@")
    grep -q '"ok":true' <<<"$answer" || { echo "$*: $answer" >&2; exit 1; }
}

expect() { # expect WHAT WANTED GOT
    if [ "$2" = "$3" ]; then
        echo "$1: $3"
    else
        echo "$1: $3, expected $2" >&2
        exit 1
    fi
}

cat >"$folder/bridge.toml" <<'TOML'
[hall]
url = "http://127.0.0.1:1"
token_file = "none"
[[printer]]
id = "printer-1"
kiosk = "1"
port = "printer"
[[bus]]
id = "bus-1"
port = "bus"
parity = "none"
[[display]]
id = "display-1"
bus = "bus-1"
address = 1
counter = "1"
[[panel]]
id = "panel-1"
bus = "bus-1"
address = 11
counter = "1"
TOML

"$STARQUEUE_DEVICES" --headless --config "$folder/bridge.toml" --dir "$folder/memory" --control "$folder/hand" \
    ${FAMILY:+--family "$FAMILY"} >"$folder/devices.log" 2>&1 &
pids+=($!)
until_true "the devices" test -S "$folder/hand" -a -e "$folder/printer" -a -e "$folder/bus"
