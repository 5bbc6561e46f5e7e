#!/usr/bin/env bash
# Runs every test that is built, in three processes: those of one module each, which compute, beside those from end to
# end, which mostly wait. In each, one test after the other: many run servers and clients that time matters to.
set -euo pipefail
cd "$(dirname "$0")/.."

bundle=.build/debug/postuiPackageTests.xctest
logs=.build/test-logs

part() {
    "$bundle" --testing-library swift-testing --no-parallel "${@:2}" >"$logs/$1" 2>&1
}

rm -rf "$logs"
mkdir -p "$logs"
echo "Running the tests in three processes; what they say meanwhile is in $logs."
part modules --skip EndToEndTests &
# Two halves of about the same length.
half='EndToEndTests\.([A-I]|JourneyTests)'
part end-to-end-1 --filter "$half" &
part end-to-end-2 --filter 'EndToEndTests\.' --skip "$half" &
trap 'jobs -p | xargs -r kill 2>/dev/null' EXIT

failed=0
for job in $(jobs -p); do wait "$job" || failed=$?; done
trap - EXIT
cat "$logs"/*
for log in "$logs"/*; do
    # A part that found nothing to run has proved nothing.
    grep -qE 'Test run with [1-9][0-9]* tests' "$log" || { echo "test: nothing ran to its end in $log" >&2; failed=1; }
done
# Once more at the very end, where a reader of the output looks first.
grep -hE '^✘|Fatal error|\*\*\* ' "$logs"/* >&2 || true
exit "$failed"
