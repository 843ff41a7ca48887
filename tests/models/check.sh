#!/usr/bin/env bash
# check.sh MODEL PROPERTY holds|fails [-Dswitch…]: lets Spin search all states of MODEL for a run that breaks the LTL
# formula PROPERTY; exits 0 if the answer is the expected one. A search that was cut short proves nothing and fails.
# SPIN, CC and MODELS_FOLDER (where a failing case's trail is kept) come from the environment.
set -uo pipefail

[ $# -ge 3 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
model=$(realpath "$1") property=$2 expected=$3
shift 3
case "$expected" in holds | fails) ;; *) echo "say holds or fails, not: $expected" >&2; exit 2 ;; esac

switches=$(printf '%s' "$@")
folder=${MODELS_FOLDER:-/tmp/starqueue-models-$(id -u)}/$(basename "$model" .pml)-$property${switches//[^A-Za-z0-9_-]/}
rm -rf "$folder"
mkdir -p "$folder" && cd "$folder" && cp "$model" . || exit 2
model=$(basename "$model")

"${SPIN:-spin}" "$@" -a "$model" >spin.log 2>&1 || { cat spin.log; echo "$model: spin can't read it"; exit 1; }
# Something that must happen at last (<>) is searched for cycles (-a) of runs that let every process go on (-f), which
# partial order reduction doesn't go with. Something that must hold always ([]) is searched for states.
if grep -q "^ltl $property .*<>" "$model"; then
    build=(-DNOREDUCE -DNFAIR=3) search=(-a -f)
else
    build=(-DSAFETY) search=()
fi
"${CC:-cc}" -O1 -w -DMEMLIM=1024 "${build[@]}" -o pan pan.c || { echo "$model: the search doesn't compile"; exit 1; }
./pan "${search[@]}" -m1000000 -N "$property" >pan.log 2>&1

number() { sed -n "s/$1/\1/p" pan.log | head -n 1; }
errors=$(number '.*errors: \([0-9]*\).*')
states=$(number ' *\([0-9.e+]*\) states, stored.*')
searched=complete
grep -q -e 'max search depth too small' -e 'out of memory' -e 'Search not completed' pan.log && searched="cut short"
# The formula itself must break: an assertion of the model, a bad index or a deadlock isn't what was expected.
broken=$(grep -m1 -e 'acceptance cycle' -e 'assertion violated *!(' pan.log)

found=unclear
[ "$errors" = 0 ] && [ "$searched" = complete ] && grep -q "never claim.*+ ($property)" pan.log && found=holds
[ "${errors:-0}" -gt 0 ] && [ -n "$broken" ] && found=fails
echo "$model, $property${*:+, $*}: $found (search $searched, ${errors:-no} errors, ${states:-no} states)"
[ "$found" = "$expected" ] && exit 0
cat pan.log
echo "expected: $expected. The run that Spin found: cd $folder && spin $* -t -p $model"
exit 1
