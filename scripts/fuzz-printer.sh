#!/usr/bin/env bash
# libFuzzer over what a printer answers (tests/firmware-bridge/fuzz): builds the driver with clang and runs it from the
# inputs of corpus.hex, one a line, and of proofs.hex, one for each proof, which a short run could miss.
# scripts/fuzz-printer.sh -max_total_time=60, or -runs=1000000: with the address sanitizer; --fast before that: without
# it, several times as many. A finding fails, and so does a run that comes to no "printed" by one of the proofs. It says
# at the end how much was tried; build/fuzz/{checked,fast}/log, while it runs.
# scripts/fuzz-printer.sh [--fast] FILE…: only these inputs, such as a finding.
# scripts/fuzz-printer.sh --keep: writes into corpus.hex the fewest inputs that reach what all found so far reach.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tests=tests/firmware-bridge/fuzz
build=build/fuzz
kind=checked
sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all"
linked=-fsanitize=fuzzer,address,undefined
if [ "${1:-}" = --fast ] || [ "${1:-}" = --keep ]; then
    kind=fast
    sanitizers="-fsanitize=undefined -fsanitize-trap=undefined"
    linked=-fsanitize=fuzzer
    [ "$1" = --keep ] || shift
fi
mkdir -p "$build/$kind"

command -v clang++ >/dev/null || { echo "clang++ is not installed (scripts/install-packages.sh)" >&2; exit 1; }
read -ra qt <<<"$(pkg-config --cflags --libs Qt6Core Qt6Network icu-uc pangoft2 tomlplusplus | sed 's/-I/-isystem /g')"
# As in ticket/default_template.cpp.in and profiles/known_profiles.cpp.in, which CMake fills in.
python3 - "$build/$kind" <<'PYTHON'
import pathlib, sys

def fill(source, name, text):
    source = pathlib.Path(source)
    target = pathlib.Path(sys.argv[1]) / source.stem
    filled = source.read_text(encoding="utf-8").replace("@" + name + "@", text)
    if not target.exists() or target.read_text(encoding="utf-8") != filled:
        target.write_text(filled, encoding="utf-8")

template = pathlib.Path("firmware-bridge/ticket/default_ticket.toml").read_text(encoding="utf-8")
fill("firmware-bridge/ticket/default_template.cpp.in", "STARQUEUE_DEFAULT_TICKET", template)
profiles = sorted(pathlib.Path("firmware-bridge/profiles").glob("*.toml"))
rows = [f'{{QStringLiteral("{p.stem}"), QByteArrayLiteral(R"toml({p.read_text(encoding="utf-8")})toml")}},\n' for p in profiles]
fill("firmware-bridge/profiles/known_profiles.cpp.in", "profiles", "".join(rows))
PYTHON
sources=("$build/$kind"/*.cpp)
for source in firmware-bridge/{printer,printer/contact,ticket,letters,raster,profiles}/*.cpp formats/*.cpp \
    firmware-bridge/escpos/{gb18030,code_pages}.cpp formats/{encoding,toml}/*.cpp "$tests"/*.cpp; do
    # A QObject, and only a shell around the driver; and what paces its bytes.
    [[ $source == */escpos_printer.cpp || $source == */output_pacer.cpp ]] || sources+=("$source")
done

objects=()
commands=()
for source in "${sources[@]}"; do
    object=$build/$kind/$(tr / _ <<<"${source%.cpp}").o
    objects+=("$object")
    # New ways are looked for in the driver alone, and without noting each comparison, which costs more than the driver.
    ways=
    [[ $source == firmware-bridge/printer/* ]] && ways=-fsanitize-coverage=inline-8bit-counters,pc-table
    commands+=("ccache clang++ -c -std=c++20 -O2 -g1 -fPIC -D_GLIBCXX_ASSERTIONS $sanitizers $ways -I. -Itests \
        ${qt[*]} -Qunused-arguments -o $object $source")
done
printf '%s\0' "${commands[@]}" | xargs -0 -P "$(nproc)" -I{} sh -c {}
clang++ "$linked" "${objects[@]}" "${qt[@]}" -o "$build/$kind/printer_answers_fuzz"

mkdir -p "$build/corpus" "$build/kept"
python3 - "$tests" "$build/corpus" <<'PYTHON'
import hashlib, pathlib, sys

for name in "corpus.hex", "proofs.hex":
    for line in open(pathlib.Path(sys.argv[1]) / name, encoding="ascii"):
        data = bytes.fromhex(line)
        (pathlib.Path(sys.argv[2]) / hashlib.sha1(data).hexdigest()).write_bytes(data)
PYTHON
if [ "${1:-}" = --keep ]; then
    rm -f "$build"/kept/*
    "$build/$kind/printer_answers_fuzz" -merge=1 -use_counters=0 "$build/kept" "$build/corpus" 2>&1 | grep '^MERGE-OUTER' | tail -n 1
    for input in "$build"/kept/*; do od -An -v -tx1 "$input" | tr -d ' \n' && echo; done | sort >"$tests/corpus.hex"
    exit
fi
status=0
corpus=$build/corpus
[ ! -f "${1:-}" ] || corpus=
# A trace of each allocation, and what entropy says of each input, cost more than the driver, too.
ASAN_OPTIONS=malloc_context_size=0:${ASAN_OPTIONS:-} "$build/$kind/printer_answers_fuzz" -max_len=128 -timeout=10 \
    -entropic=0 -print_final_stats=1 -artifact_prefix="$build/" "$@" ${corpus:+"$corpus"} >"$build/$kind/log" 2>&1 || status=$?
grep -v -E '^(#|"|INFO|tally:|\s*NEW_FUNC)' "$build/$kind/log" | tail -n 40 || true
# The last one of the log, which may be long: a reader that stopped early would end the writer, and that this script.
tally=$(awk '/^tally: [0-9]+ inputs/ {said = ""} /^tally:/ {said = said $0 "\n"} END {printf "%s", said}' "$build/$kind/log")
echo "$tally"
if [ $status -eq 0 ] && [ -n "$corpus" ] && { [ -z "$tally" ] || grep ' 0 printed by' <<<"$tally"; }; then
    echo "the driver wasn't brought to say that" >&2
    status=1
fi
exit $status
