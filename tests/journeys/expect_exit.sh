#!/usr/bin/env bash
# expect_exit.sh STATUS COMMAND…: well if the command ends with exactly that status.
expected=$1
shift
"$@"
status=$?
[ "$status" -eq "$expected" ] && exit 0
echo "exit status $status, expected $expected" >&2
exit 1
