#!/usr/bin/env bash
# Runs every test that is built, in two processes: those of one module each, which compute, beside those from end to
# end, which mostly wait. In each, one test after the other: many run servers and clients that time matters to.
set -euo pipefail
cd "$(dirname "$0")/.."

bundle=.build/debug/postuiPackageTests.xctest
modules=.build/test-modules.log
journeys=.build/test-end-to-end.log

half() {
    "$bundle" --testing-library swift-testing --no-parallel "$@"
}

half --skip EndToEndTests >"$modules" 2>&1 &
beside=$!
trap 'kill "$beside" 2>/dev/null || true' EXIT

failed=0
half --filter EndToEndTests 2>&1 | tee "$journeys" || failed=$?
wait "$beside" || failed=$?
trap - EXIT
cat "$modules"
for log in "$modules" "$journeys"; do
    # A half that found nothing to run has proved nothing.
    grep -qE 'Test run with [1-9][0-9]* tests' "$log" || { echo "test: nothing ran to its end in $log" >&2; failed=1; }
done
# Once more at the very end, where a reader of the output looks first.
grep -hE '^✘|Fatal error|\*\*\* ' "$modules" "$journeys" >&2 || true
exit "$failed"
