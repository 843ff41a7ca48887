#!/usr/bin/env bash
# mbpoll, a Modbus master by others, reads who is on the simulated bus. 77: skipped, and why.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/peers/devices.sh
. "$here/devices.sh"

command -v mbpoll >/dev/null || skip "mbpoll is not installed"

first_register() { # first_register ADDRESS: input register 0 in hexadecimal
    mbpoll -m rtu -a "$1" -b 19200 -P none -t 3:hex -r 1 -c 1 -1 "$folder/bus" | sed -n 's/^\[1\]:[[:space:]]*0x//p'
}

expect "the panel's magic" 5251 "$(first_register 11)"
expect "the display's magic" 4344 "$(first_register 1)"
expect "an address where nobody is" "" "$(first_register 99 2>/dev/null)"
