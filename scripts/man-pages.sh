#!/usr/bin/env bash
# scripts/man-pages.sh BIN OUT VERSION: writes the man page of every program in BIN to OUT, by help2man from its --help:
# what a page says is what the program says. Each command of starqueue has one of its own, as git's have.
set -euo pipefail
bin=$1
out=$2
version=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
mkdir -p "$out"

commands() { # commands WORD…: those below these words
    "$@" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'
}

first_words() { # first_words COMMAND…: what --help says first
    local line lines
    mapfile -t lines < <("$@" --help)
    for line in "${lines[@]}"; do
        [[ -z $line || $line == Usage:* ]] && continue
        line=${line#StarQueue: }
        line=${line%%; *}
        line=${line%%. *}
        printf '%s' "${line%.}"
        return
    done
}

page() { # page NAME COMMAND…
    local name=$1
    shift
    help2man --no-info --version-string="$version" --manual=StarQueue --source="StarQueue $version" \
        --name="$(first_words "$@")" --include="$here/man/common.h2m" "$*" |
        sed "s/^\.TH [^\"]*/.TH ${name^^} /; s/^starqueue [a-z -]*\\\\-/$name \\\\-/" >"$out/$name.1"
}

tree() { # tree NAME COMMAND…: its page and those of all below
    local name=$1 each
    shift
    page "$name" "$@"
    for each in $(commands "$@"); do tree "$name-$each" "$@" "$each"; done
}

for program in starqueue starqueue-hall starqueue-bridge starqueue-kiosk starqueue-display starqueue-counter \
    starqueue-devices starqueue-ticket; do
    [ -x "$bin/$program" ] || continue
    tree "$program" "$bin/$program"
done
