#!/usr/bin/env bash
# installed.sh BUILD SOURCE: what CMake installs is what the packages list, no more and no less; and an installed hall
# is made, serves, shows its pages and ends where neither the source nor the build is to be seen.
set -uo pipefail
build=$1
source=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failed=0
complain() { echo "$*"; failed=1; }

DESTDIR=$root cmake --install "$build" --prefix /usr --strip >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm "$root.log"
cd "$root" || exit 1
[ ! -d usr/etc ] || mv usr/etc etc # a build for another prefix than /usr

listed() { # listed PATTERN: the installed files that a line of debian/*.install names
    # shellcheck disable=SC2086  # a pattern
    find $1 -type f 2>/dev/null
}

mapfile -t patterns < <(sed 's/ .*//' "$source"/debian/*.install | grep -v '/man1/')
for pattern in "${patterns[@]}"; do
    [ -n "$(listed "$pattern")" ] || complain "debian/*.install names $pattern, which nothing installs"
done
# man1: what packages hold of it is held by dh_missing.
left=$(comm -13 <(for pattern in "${patterns[@]}"; do listed "$pattern"; done | sort -u) \
    <(find . -type f -not -path '*/man1/*' | sed 's|^\./||' | sort))
[ -z "$left" ] || complain "no package has: $left"

# Nothing of a program may point back.
for program in usr/bin/*; do
    grep -qF -e "$build" -e "$source" "$program" && complain "$program names a folder of the build"
done

away=(env)
if unshare --mount true 2>/dev/null; then
    # shellcheck disable=SC2016  # for the inner shell
    away=(unshare --mount sh -c 'mount -t tmpfs none "$0" && exec "$@"' "$source")
else
    echo "no mounts of its own: the source stays in sight"
fi
[ -s usr/share/starqueue/manage/index.html ] || complain "the pages are missing"
"${away[@]}" usr/bin/starqueue init "$root/hall" >init.log 2>&1 || complain "init: $(cat init.log)"
: >hall.log
"${away[@]}" usr/bin/starqueue-hall --config hall/hall.toml --data hall --listen 127.0.0.1:0 2>hall.log &
hall=$!
for _ in $(seq 200); do
    url=$(sed -n 's/.* serves at //p' hall.log)
    [ -n "$url" ] && break
    kill -0 "$hall" 2>/dev/null || break
    sleep 0.1
done
[ -n "$url" ] || { cat hall.log; exit 1; }
curl -fsS -o /dev/null "$url/healthz" || complain "the hall isn't healthy"
for page in / /manage/login.html /manage/chart.min.js /manage/shared/theme.css; do
    curl -fsSL -o /dev/null "$url$page" || complain "the installed hall doesn't serve $page"
done
kill "$hall"
wait "$hall" || complain "the hall ended with $?"
exit "$failed"
