#!/usr/bin/env bash
# pymodbus, a Modbus master by others, on the simulated bus. 77: skipped, and why.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/peers/devices.sh
. "$here/devices.sh"

python=/usr/bin/python3 # Debian's, which has Debian's modules
"$python" -c 'import pymodbus, serial' 2>/dev/null || skip "python3-pymodbus is not installed"

"$python" "$here/bus_by_pymodbus.py" "$folder/bus" call
expect "what the display shows" '"A037"' "$(hand show display-1 | jq .number)"
"$python" "$here/bus_by_pymodbus.py" "$folder/bus" arm
do_it press panel-1 4
"$python" "$here/bus_by_pymodbus.py" "$folder/bus" take
