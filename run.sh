#!/usr/bin/env bash
# ./run.sh                        a whole demonstration hall on this machine
# ./run.sh --journey [--without printer|panel|display] [--scenario NAME]
#                                 one customer walks through it; exit 0 complete, 3 served with a piece missing, 1 not
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

case "${1:-}" in
    -h | --help)
        sed -n '2,5s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
esac

scripts/install-packages.sh
echo "Building (the first time takes some minutes) …" >&2
# Only what runs: tests and benchmarks are ./test.sh's business.
scripts/build.sh release -- manager_pages starqueue starqueue-hall starqueue-bridge starqueue-devices \
    starqueue-ticket starqueue-kiosk starqueue-display starqueue-counter starqueue-journey
bin=build/release/bin

if [ "${1:-}" = "--journey" ]; then
    shift
    exec "$bin/starqueue-journey" --programs "$bin" "$@"
fi
if [ $# -gt 0 ]; then
    echo "run.sh knows --journey and --help, not: $*" >&2
    exit 2
fi
exec scripts/demo.sh "$bin"
