#!/usr/bin/env bash
# receiptio, a printing client by others, tells what state the simulated printer is in and when it has printed.
# With an argument: a printer of that family, made after its manuals by who doesn't know the driver. 77: skipped, and why.
FAMILY=${1:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/peers/devices.sh
. "$here/devices.sh"

command -v npm >/dev/null || skip "npm is not installed"

install_receiptio() { # what npm serves is pinned by the committed lock file
    mkdir -p "$PEERS_FOLDER"
    cp "$here/package.json" "$here/package-lock.json" "$PEERS_FOLDER"
    (cd "$PEERS_FOLDER" && npm ci --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000) >"$folder/npm.log" 2>&1 &&
        return
    grep -qE 'ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT' \
        "$folder/npm.log" && skip "npm can't be reached"
    cat "$folder/npm.log" >&2
    exit 1
}


share_printer() { # receiptio wants a network printer at port 9100: a loopback address of our own has one free
    address=127.$((RANDOM % 200 + 20)).$((RANDOM % 250 + 2)).$((RANDOM % 250 + 2))
    socat -d -d "TCP-LISTEN:9100,bind=$address,fork,reuseaddr" "FILE:$folder/printer,raw,echo=0" 2>"$folder/socat.log" &
    network=$!
    pids+=("$network")
    until_true "the printer on the network" grep -q listening "$folder/socat.log"
}

line_is_free() {
    ! pgrep -P "$network" >/dev/null
}

receiptio() { # receiptio ARGUMENTS…: the word it ends with
    # The connection before lingers, and would read the answers meant for this one.
    until_true "the end of the connection before" line_is_free
    (cd "$PEERS_FOLDER" && node node_modules/receiptio/bin/cli.js -d "$address" -p escpos -t 20 "$@" 2>&1) || true
}

expect_status() { # expect_status WORD WHEN
    expect "$2" "$1" "$(receiptio -q printer)"
}

near_end_off=near-end-off
[ -z "$FAMILY" ] || near_end_off=paper-in

install_receiptio
share_printer
printf '^^^A037\n\nTwo ahead | 8 min\n' >"$folder/ticket"

expect_status online "ready"
expect "printing" success "$(receiptio "$folder/ticket")"
grep -q A037 <<<"$(hand paper printer-1)" || { echo "A037 does not stand on the paper" >&2; exit 1; }

do_it near-end printer-1
expect "printing with the paper near its end" success "$(receiptio "$folder/ticket")"
do_it "$near_end_off" printer-1

do_it cover-open printer-1
expect_status coveropen "cover open"
expect "printing with the cover open" coveropen "$(receiptio "$folder/ticket")"
do_it cover-close printer-1

do_it paper-out printer-1
expect_status paperempty "without paper"
expect "printing without paper" paperempty "$(receiptio "$folder/ticket")"
do_it paper-in printer-1

do_it cutter-jam printer-1
[ -z "$FAMILY" ] || receiptio "$folder/ticket" >/dev/null # it jams when it cuts
expect_status error "cutter jammed"
do_it cutter-free printer-1
[ -z "$FAMILY" ] || do_it power-cycle printer-1 # receiptio sends no DLE ENQ
expect_status online "ready again"
