# shellcheck shell=bash
# Sourced by house-mutants.sh and printer-mutants.sh: patches that break the product on purpose are applied one after
# the other to a copy of the tree, which is built and judged each time. The sourcing script stands in the tree's top.

# The copy. What was built for the last mutant, or the last time, is still good.
tree=$PWD/build/mutants/source
applied=
failed=0
configured=() # a patch changes no list of files; what else CMake reads, the build sees by itself

# rotten FOLDER: names the patches that no longer apply, and builds nothing.
rotten() {
    local patch
    for patch in "$1"/*.patch; do
        patch --silent --dry-run -p1 <"$patch" >/dev/null 2>&1 || echo "$patch: make it anew or delete it"
    done
}

# names_in FOLDER: of all its patches.
names_in() {
    basename -s .patch "$1"/*.patch
}

# head_lines PATCH WORD: what stands behind "WORD: " above the patch's first file.
head_lines() {
    sed -n "/^diff\|^---/q; s/^$2: //p" "$1"
}

# Writes only what differs, and leaves no file that is gone: the copy of a header that was moved would go on being found.
copy_tree() {
    mkdir -p "$tree"
    while IFS= read -r -d '' file; do
        [ -f "$file" ] || continue
        cmp -s "$file" "$tree/$file" || cp --parents --target-directory="$tree" "$file"
    done < <(git ls-files -z --cached --others --exclude-standard)
    while IFS= read -r -d '' file; do
        [ -f "$file" ] || rm "$tree/$file"
    done < <(find "$tree" -path "$tree/build" -prune -o -type f -printf '%P\0')
}

undo() {
    [ -z "$applied" ] || patch --silent --reverse -p1 -d "$tree" <"$applied"
    applied=
}

fail() {
    echo "$1: $2"
    failed=1
}

# examine FOLDER NAME: applies that patch, builds what `targets_of PATCH` says, quietly, and has `judge NAME PATCH
# SECONDS` say whether it was found; what the compiler says is shown if it fails.
examine() {
    local name=$2 patch=$PWD/$1/$2.patch began=$SECONDS targets
    patch --silent --dry-run -p1 -d "$tree" <"$patch" >/dev/null 2>&1 ||
        { fail "$name" "the patch no longer applies; make it anew or delete it"; return; }
    mapfile -t targets < <(targets_of "$patch")
    patch --silent -p1 -d "$tree" <"$patch"
    applied=$patch
    if (cd "$tree" && nice scripts/build.sh release "${configured[@]}" -- "${targets[@]}"); then
        configured=(--configured)
        judge "$name" "$patch" $((SECONDS - began))
    else
        fail "$name" "doesn't compile"
    fi
    undo
}

# examine_all FOLDER NAMES…: each of them, and how long that took; the exit status says whether all were found.
examine_all() {
    local folder=$1 name
    shift
    trap undo EXIT
    trap 'exit 1' INT TERM
    copy_tree
    for name in "$@"; do
        examine "$folder" "$name"
    done
    echo "$# mutants in $((SECONDS / 60)) min $((SECONDS % 60)) s"
    return $failed
}
