#!/usr/bin/env bash
# Runs every static check that needs no build: layout, sizes, scripts, pages, documents, commits, and includes that
# cross a room's border. Prints nothing on success; a finding names file and line and what is expected.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
tools=scripts/lint/node_modules/.bin
status=0

complain() { # complain WHAT LINES
    [ -z "$2" ] && return
    printf '%s:\n%s\n' "$1" "$2"
    status=1
}

have() { # have COMMAND: else says that its check is left out
    command -v "$1" >/dev/null && return
    echo "skipped: $1 is not installed (scripts/install-packages.sh)"
    return 1
}

npm_tools() { # the linters of scripts/lint/package.json, fetched once
    [ scripts/lint/package-lock.json -ot "$tools/eslint" ] && return
    have npm || return 1
    npm ci --prefix scripts/lint --ignore-scripts --silent >/dev/null 2>&1 && touch "$tools/eslint" && return
    echo "skipped: eslint and stylelint, npm can't fetch them"
    return 1
}

cpp() { git ls-files '*.h' '*.cpp'; }

complain "lay out with clang-format" \
    "$(cpp | xargs -P "$(nproc)" -n 64 clang-format --dry-run 2>&1 | grep -o '^[^:]*:[0-9]*' | sort -u | head -n 20)"
have ctags && complain "split what is too long or branches too often" "$(cpp | xargs scripts/lint/function_limits.py)"
have shellcheck && complain "mend the script" \
    "$(git ls-files '*.sh' .ci/run | xargs shellcheck --external-sources --format=gcc 2>&1)"
# Such a reader ends its writer by SIGPIPE now and then, which is the whole pipe's failure and by "set -e" the script's.
early='\|\s*(head\b|grep\s+-\w*[qm]|sed\s.*\dq\b|awk\s.*\bexit\b)'
complain "where set -e and pipefail hold, no reader of a pipe may stop early" \
    "$(git ls-files '*.sh' .ci/run | xargs grep -lE '^set -eu?o pipefail' | xargs grep -nP "$early")"
complain "name files that are there" \
    "$(git ls-files '*.md' '*.h' '*.cpp' '*.qml' '*.mjs' '*.cmake' '*CMakeLists.txt' '*.sh' '*.py' |
        xargs scripts/lint/named_paths.py)"
complain "name tests that are there" "$(scripts/check-asvs.py)"
complain "name the room and the change" "$(scripts/commit-lint.sh)"
if npm_tools; then
    complain "mend the page's script" \
        "$(git ls-files '*.mjs' 'manager/phone/*.js' | xargs "$tools/eslint" --config scripts/lint/eslint.config.mjs \
            --format ./scripts/lint/lines.mjs 2>&1)"
    complain "mend the page's style sheet" \
        "$(git ls-files '*.css' | xargs "$tools/stylelint" --config scripts/lint/stylelint.config.mjs \
            --formatter unix 2>&1 | grep -v -e '^$' -e '^[0-9]* problem')"
fi

complain "no mutant's patch may rot" "$(scripts/house-mutants.sh --applies; scripts/printer-mutants.sh --applies)"
complain "split a file above 300 lines by topic" "$(cpp | xargs wc -l | awk '$1 > 300 && $2 != "total" {print $2 ": " $1 " lines"}')"
complain "split a QML file above 150 lines" "$(git ls-files '*.qml' | xargs wc -l | awk '$1 > 150 && $2 != "total" {print $2 ": " $1 " lines"}')"
complain "refuse by tl::unexpected" "$(git grep -n 'make_unexpected' -- '*.cpp' '*.h')"
complain "write Qt's texts as u\"…\"_s and \"…\"_L1" \
    "$(git grep -nE 'QStringLiteral|QLatin1String\("' -- '*.cpp' '*.h')"
complain "let a folder see only what cmake/folders.txt allows" "$(scripts/check-folders.py)"
complain "queue/ knows neither Qt nor SQL" "$(git grep -nE '#include <(Q[A-Z]|sqlite|SQLiteCpp|nlohmann)' -- queue)"
complain "hall/ and db/ know no Qt" "$(git grep -nE '#include <Q[A-Z]' -- hall db cli)"
complain "faces know neither SQL nor a wire" \
    "$(git grep -nE '#include <(sqlite|SQLiteCpp|db/|queue/|QSerial|QModbus)' -- kiosk display counter client)"
complain "faces read the hall's JSON in client/api alone" "$(git grep -nE 'QJson' -- kiosk display counter)"
# 0 and 1 (a hairline) are no sizes, nor is a number that something is divided by or multiplied with.
named='([a-zA-Z.]*([wW]idth|[hH]eight|[mM]argins?|[pP]adding|[sS]pacing|[rR]adius|Size)|x|y|from|to)'
literal='(?<![\w.#])(?<!/ )([2-9]|[1-9]\d+)(?![\w.]| \*)'
complain "a page's sizes come from the theme (client/ui/sizes)" \
    "$(git grep -nP "^\s*((readonly )?property \w+ )?$named: .*$literal" -- \
        'kiosk/*.qml' 'display/*.qml' 'counter/*.qml' 'client/ui/*.qml')"
complain "what large text changes is decided in the theme alone" \
    "$(git grep -nE 'Theme\.largeText' -- 'kiosk/*.qml' 'display/*.qml' 'counter/*.qml')"
complain "lock with sync::Mutex and sync::Lock, which clang checks" \
    "$(git grep -nE 'std::(recursive_|shared_)?(mutex|lock_guard|scoped_lock|unique_lock|condition_variable)' -- \
        '*.h' '*.cpp' ':!sync' ':!tests/house/tests/interposition_test.cpp')"
complain "includes name the room" "$(git grep -nE '#include "\.\./' -- '*.h' '*.cpp')"
exit "$status"
