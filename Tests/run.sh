#!/usr/bin/env bash
# Installs what is missing, builds, runs every test and every conformance program; last line: "N passed, N failed".
set -u
cd "$(dirname "$0")/.."
. site/packages.sh
jobs=$(nproc)

fail() { echo "$1"; echo "0 passed, 1 failed"; exit 1; }
install_packages || fail "the Debian packages could not be installed"
swift build -c release --product litgrad --jobs "$jobs" || fail "the release build failed"
# Tests are built once; each suite below only runs.
swift build --build-tests --jobs "$jobs" || fail "the tests do not build"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
LITGRAD="$PWD/.build/release/litgrad" swift test --skip-build --parallel 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# Swift Testing marks each finished test with one line; a test with arguments counts each of its arguments.
passed=$(grep -cE '^[^ ]* *Test (case passing|.*) passed after' "$log")
failed=$(grep -cE '^[^ ]* *Test (case passing|.*) failed after' "$log")
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ]
