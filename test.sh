#!/usr/bin/env bash
# ./test.sh          installs, builds and tests: release, then queue, db and firmware-bridge under ASan and UBSan
# ./test.sh --full   also TSan, every room under ASan, clang-tidy, mutants, long runs
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

full=
case "${1:-}" in
    "") ;;
    --full) full=1 ;;
    *) echo "test.sh knows --full, not: $*" >&2; exit 2 ;;
esac

passed=0
failed=0
skipped=0

heading() { printf '\n== %s\n' "$*"; }

number() { # number JUNIT-FILE ATTRIBUTE: of the whole suite
    grep -m1 -o '<testsuite [^>]*>' -z "$1" | tr -d '\0' | tr '\n\t' '  ' | sed "s/.* $2=\"\([0-9]*\)\".*/\1/"
}

count() { # count JUNIT-FILE: adds what one run of ctest found
    local tests bad skip
    tests=$(number "$1" tests)
    bad=$(number "$1" failures)
    skip=$(number "$1" skipped)
    passed=$((passed + tests - bad - skip))
    failed=$((failed + bad))
    skipped=$((skipped + skip))
}

check() { # check NAME COMMAND…: one check that passes or fails as a whole
    local name=$1
    shift
    heading "$name"
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
}

export LSAN_OPTIONS=suppressions=$PWD/tests/support/leaks.supp
suite() { # suite NAME PRESET "CMAKE OPTIONS" CTEST-ARGUMENTS…
    local name=$1 preset=$2 options=$3 junit
    shift 3
    heading "$name"
    # shellcheck disable=SC2086  # options are words
    if ! scripts/build.sh "$preset" $options; then
        failed=$((failed + 1))
        return
    fi
    junit=$PWD/build/$preset/ctest.xml
    rm -f "$junit"
    ctest --test-dir "build/$preset" --output-on-failure --parallel "$(nproc)" --output-junit "$junit" "$@" |
        grep -v -E '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test +#[0-9]+:.*(Passed|Skipped))'
    if [ -s "$junit" ]; then count "$junit"; else failed=$((failed + 1)); fi
}

scripts/install-packages.sh ${full:+--full} || exit 1
[ -n "$full" ] && export STARQUEUE_FULL=1 # the golden checks in their whole length

check "layout and words of the source" scripts/lint.sh
suite "release" release ""
check "locks, by clang's thread safety analysis" \
    scripts/thread-safety.sh sync hall/http hall/api hall/service db cli bench tests/db/support tests/support
check "QML lint" scripts/qmllint.sh
check "no crash, no hang and no wrong \"printed\" by what a printer answers" scripts/fuzz-printer.sh -max_total_time=60
sanitized="-DSTARQUEUE_ROOMS=queue;db;client;firmware-bridge;tests -DSTARQUEUE_TESTED_ROOMS=queue;db;firmware-bridge"
[ -n "$full" ] && sanitized="-USTARQUEUE_ROOMS -USTARQUEUE_TESTED_ROOMS"
suite "address and undefined behaviour sanitizers" asan "$sanitized" -LE "slow|journey|peers"
if [ -n "$full" ]; then
    suite "thread sanitizer" tsan "-DSTARQUEUE_ROOMS=queue;db;hall;tests" -LE "slow|journey"
    check "clang-tidy" scripts/build.sh tidy
    check "ten million such inputs" scripts/fuzz-printer.sh --fast -runs=10000000
    check "printers and buses with one mend after the other taken out" scripts/printer-mutants.sh
    check "mutants of the product, found by the simulated house" scripts/house-mutants.sh
    check "packages: built, by lintian, installed on a bare Debian, run there by systemd" tests/debian/packages.sh
    check "the simulated house gives fifty seeds of two hours the same hash, wherever its memory lies" \
        tests/house/tests/same_hash.sh build/release/bin/house 2
    check "an hour of the simulated house on seeds of today" scripts/house-hour.sh
fi

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
