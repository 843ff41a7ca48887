#!/bin/sh
# run_node_tests.sh NODE FILE…: runs tests with that node. 77: skipped, and why.
node=$1
shift
if [ ! -x "$node" ]; then
    echo "skipped: node is not installed (the pages need none; their tests do)"
    exit 77
fi
major=$("$node" --version | sed 's/^v\([0-9]*\).*/\1/')
if [ "$major" -lt 18 ]; then
    echo "skipped: node $major has no test runner; 18 has"
    exit 77
fi
exec "$node" --test "$@"
