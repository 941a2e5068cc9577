#!/usr/bin/env bash
# Installs what is missing, builds, runs every test and every conformance program; last line: "N passed, N failed".
set -u
cd "$(dirname "$0")/.."
. site/packages.sh
jobs=$(nproc)

fail() { echo "$1"; echo "0 passed, 1 failed"; exit 1; }
# PoCL makes the processor a device of OpenCL, here two of them, so that devices are tested everywhere.
export POCL_DEVICES="pthread pthread"
install_packages ocl-icd-libopencl1 pocl-opencl-icd || fail "the Debian packages could not be installed"
# Pages are looked at by a browser, too, where one can be had.
install_packages chromium || echo "no browser: the tests that need one are left out"
swift build -c release --product litgrad --jobs "$jobs" || fail "the release build failed"
swift build --build-tests --jobs "$jobs" || fail "the tests do not build"

events=$(mktemp -d)
trap 'rm -rf "$events"' EXIT
export LITGRAD="$PWD/.build/release/litgrad"

# Each target's tests run in a process of their own; where they share one interpreter or one engine, they take turns.
status=0
run_tests() {
  run_filtered "$1" "^$1\\." "${@:2}"
}
run_filtered() {
  .build/debug/litgradPackageTests.xctest --testing-library swift-testing --filter "$2" "${@:3}" \
    --event-stream-output-path "$events/$1" || { status=1; echo "$1 failed"; }
}
for target in SyntaxTests PlottingTests SiteTests ArchitectureTests; do run_tests "$target"; done
for target in RuntimeTests TensorsTests LibraryTests NotebookTests; do run_tests "$target" --no-parallel; done
run_tests ConformanceTests
# Programs on a device, too: by default every eighth, since PoCL compiles their kernels for minutes at first; DEVICE_EVERY=1 runs all.
DEVICE=opencl EVERY="${DEVICE_EVERY:-8}" run_filtered DeviceConformance '^ConformanceTests\.ConformanceTests/program'

# One event a finished test case (a test without arguments has one), one a failed expectation.
cases=$(cat "$events"/* | grep -c '"kind":"testCaseEnded"')
failed=$(cat "$events"/* | grep -c '"kind":"issueRecorded"')
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
passed=$((cases > failed ? cases - failed : 0))
echo "$passed passed, $failed failed"
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ]
