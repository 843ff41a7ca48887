#!/usr/bin/env bash
# scripts/commit-lint.sh [BASE]: every commit since BASE has a subject `room: what` within 72 characters and a body.
# Without BASE: since the commit that brought this script.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
git rev-parse --git-dir >/dev/null 2>&1 || { echo "commits: not looked at, this is no checkout"; exit 0; }

base=${1:-$(git log --diff-filter=A --format=%H -- scripts/commit-lint.sh | tail -n 1)}
[ -n "$base" ] || exit 0 # not committed yet
room='(all|[a-z][a-z0-9-]*(/[a-z0-9-]+)*)'
pattern="^$room(, ?$room)*: [^ ].*[^.]$"
status=0

complain() { # complain COMMIT WHAT
    printf 'commit %s: %s\n' "$(git log -1 --format='%h "%s"' "$1")" "$2"
    status=1
}

known() { # known ROOM: a folder of that commit, or the whole tree
    [ "$2" = all ] || git cat-file -e "$1:$2" 2>/dev/null || git cat-file -e "$1^:$2" 2>/dev/null
}

while read -r commit; do
    subject=$(git log -1 --format=%s "$commit")
    [[ $subject =~ $pattern ]] || { complain "$commit" 'write the subject as "room: what changed", without a full stop'; continue; }
    [ "${#subject}" -le 72 ] || complain "$commit" "shorten the subject to 72 characters, it has ${#subject}"
    IFS=',' read -ra rooms <<<"${subject%%:*}"
    for name in "${rooms[@]}"; do
        known "$commit" "${name# }" || complain "$commit" "begin with a folder of the tree, ${name# } is none"
    done
    [ -n "$(git log -1 --format=%b "$commit")" ] || complain "$commit" "say in a body why"
done < <(git rev-list --no-merges "$base..HEAD")
exit "$status"
