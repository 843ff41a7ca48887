#!/usr/bin/env bash
# man_pages.sh BIN SCRIPTS: every program in BIN, and every command of starqueue, has a man page that names each option
# and each command of its --help.
set -uo pipefail
bin=$1
scripts=$2
command -v help2man >/dev/null || { echo "help2man is not installed"; exit 77; }
export QT_QPA_PLATFORM=offscreen
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
failed=0
"$scripts/man-pages.sh" "$bin" "$pages" 1.2.3 || exit 1

complain() { echo "$*"; failed=1; }

check() { # check NAME COMMAND…
    local name=$1 help text word
    shift
    [ -s "$pages/$name.1" ] || { complain "no page $name"; return; }
    text=$(man --warnings --local-file "$pages/$name.1" 2>&1) || complain "$name: $text"
    text=$(sed 's/\\-/-/g; s/\\f.//g' "$pages/$name.1")
    help=$("$@" --help)
    for word in $(grep -oE -- '(^| |,)--[a-z][a-z-]*' <<<"$help" | tr -d ' ,' | sort -u); do
        grep -qF -- "$word" <<<"$text" || complain "$name: $word of --help is missing"
    done
    while read -r word; do
        grep -qF "$word" <<<"$text" || complain "$name: the command $word is missing"
        check "$name-$word" "$@" "$word"
    done < <(sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help")
}

for program in "$bin"/starqueue "$bin"/starqueue-{hall,bridge,kiosk,display,counter,devices,ticket}; do
    [ -x "$program" ] && check "${program##*/}" "$program"
done
grep -q '"StarQueue 1.2.3"' "$pages/starqueue.1" || complain "starqueue: the version is missing"
exit "$failed"
