#!/usr/bin/env bash
# hardening.sh PROGRAM: a built program must be position independent, with relocations read-only from its start, no
# executable stack, a stack protector, and libc's checked calls.
set -uo pipefail
program=$1
failed=0

needs() { # needs WHAT PATTERN READELF-OPTIONS…
    local what=$1 pattern=$2
    shift 2
    local said
    said=$(readelf -W "$@" "$program")
    grep -Eq "$pattern" <<<"$said" || { echo "${program##*/}: no $what"; failed=1; }
}

needs "position independent code" 'Type:.*DYN' --file-header
needs "read-only relocations (RELRO)" 'GNU_RELRO' --program-headers
needs "binding at the start (-z now), without which relocations stay writable" 'BIND_NOW|Flags:.*NOW' --dynamic
needs "stack that can't be executed" 'GNU_STACK.* RW ' --program-headers
needs "stack protector" '__stack_chk_fail' --dyn-syms
needs "checked calls (_FORTIFY_SOURCE)" '__[a-z]+_chk' --dyn-syms
exit "$failed"
