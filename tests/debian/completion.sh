#!/usr/bin/env bash
# completion.sh STARQUEUE COMPLETION: what bash offers behind starqueue is what its --help names, at every depth.
set -uo pipefail
program=$1
# shellcheck source=/dev/null  # named by the caller
. "$2"
failed=0

offers() { # offers "WORDS THAT MUST BE OFFERED" "THOSE THAT MUST NOT" WORD…: behind these words, the last one begun
    local wanted=$1 unwanted=$2 each
    shift 2
    COMP_WORDS=(starqueue "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _starqueue "$program"
    for each in $wanted; do
        [[ " ${COMPREPLY[*]} " == *" $each "* ]] || { echo "\"$*\" must offer $each, not: ${COMPREPLY[*]}"; failed=1; }
    done
    for each in $unwanted; do
        [[ " ${COMPREPLY[*]} " != *" $each "* ]] || { echo "\"$*\" must not offer $each"; failed=1; }
    done
}

commands=$("$program" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p')
[ "$(wc -w <<<"$commands")" -gt 10 ] || { echo "--help names no commands"; failed=1; }
offers "$commands" "add" ""
offers "backup" "restore init" ba
offers "add passwd list" "init" user ""
offers "--role --data" "--keys" user add --
offers "--keys --follow" "--role" backup /var/lib/starqueue --
[[ $(complete -p starqueue) == *_starqueue* ]] || { echo "nothing completes starqueue"; failed=1; }
exit "$failed"
