#!/usr/bin/env bash
# libFuzzer over what a printer answers (tests/firmware-bridge/fuzz): builds the driver with clang and runs it from the
# corpus, corpus.hex, an input a line. scripts/fuzz-printer.sh -max_total_time=60, or -runs=1000000; a finding fails.
# scripts/fuzz-printer.sh --keep: writes into corpus.hex the fewest inputs that reach what all found so far reach.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tests=tests/firmware-bridge/fuzz
build=build/fuzz
mkdir -p "$build"

command -v clang++ >/dev/null || { echo "clang++ is not installed (scripts/install-packages.sh)" >&2; exit 1; }
read -ra qt <<<"$(pkg-config --cflags --libs Qt6Core Qt6Network icu-uc pangoft2 tomlplusplus | sed 's/-I/-isystem /g')"
# As in ticket/default_template.cpp.in, which CMake fills in.
python3 - >"$build/default_template.cpp" <<'PYTHON'
import pathlib

folder = pathlib.Path("firmware-bridge/ticket")
template = (folder / "default_ticket.toml").read_text(encoding="utf-8")
source = (folder / "default_template.cpp.in").read_text(encoding="utf-8")
name = source[source.index("@") + 1:]
print(source.replace("@" + name[:name.index("@")] + "@", template))
PYTHON
sources=("$build/default_template.cpp")
for source in firmware-bridge/{printer,printer/contact,ticket,letters,raster}/*.cpp firmware-bridge/escpos/{gb18030,code_pages}.cpp formats/*.cpp \
    formats/encoding/*.cpp formats/toml/*.cpp "$tests"/*.cpp; do
    # A QObject, and only a shell around the driver; and what paces its bytes.
    [[ $source == */escpos_printer.cpp || $source == */output_pacer.cpp ]] || sources+=("$source")
done

object() { tr / _ <<<"$build/objects-${1%.cpp}.o" | sed "s|^build_fuzz_|$build/|"; }

objects=()
commands=()
for source in "${sources[@]}"; do
    objects+=("$(object "$source")")
    commands+=("ccache clang++ -c -std=c++20 -O1 -g -fPIC -fsanitize=fuzzer-no-link,address,undefined \
        -fno-sanitize-recover=all -I. -Itests ${qt[*]} -Qunused-arguments -o $(object "$source") $source")
done
printf '%s\0' "${commands[@]}" | xargs -0 -P "$(nproc)" -I{} sh -c {}
clang++ -fsanitize=fuzzer,address,undefined "${objects[@]}" "${qt[@]}" -o "$build/printer_answers_fuzz"

mkdir -p "$build/corpus" "$build/kept"
python3 - "$tests/corpus.hex" "$build/corpus" <<'PYTHON'
import hashlib, pathlib, sys

for line in open(sys.argv[1], encoding="ascii"):
    data = bytes.fromhex(line)
    (pathlib.Path(sys.argv[2]) / hashlib.sha1(data).hexdigest()).write_bytes(data)
PYTHON
if [ "${1:-}" = --keep ]; then
    rm -f "$build"/kept/*
    "$build/printer_answers_fuzz" -merge=1 "$build/kept" "$build/corpus" 2>&1 | tail -n 2
    for input in "$build"/kept/*; do od -An -v -tx1 "$input" | tr -d ' \n' && echo; done | sort >"$tests/corpus.hex"
    exit
fi
"$build/printer_answers_fuzz" -max_len=512 -timeout=10 -print_final_stats=1 -artifact_prefix="$build/" \
    "$@" "$build/corpus" 2>&1 | grep -v -E '^(#|"|INFO)' | tail -n 40
exit "${PIPESTATUS[0]}"
