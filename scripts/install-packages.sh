#!/usr/bin/env bash
# scripts/install-packages.sh [--full]: installs the Debian packages of scripts/packages.txt that this machine lacks, and
# those of scripts/packages-full.txt. Does nothing when all are there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

lists=("$here/packages.txt")
[ "${1:-}" = --full ] && lists+=("$here/packages-full.txt")
missing=()
while read -r package command; do
    [ -n "$command" ] && command -v "$command" >/dev/null && continue
    [[ $(dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null) == *"install ok installed"* ]] || missing+=("$package")
done < <(grep -hv -e '^#' -e '^$' "${lists[@]}")
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
