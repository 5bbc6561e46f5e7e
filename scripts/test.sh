#!/usr/bin/env bash
# Runs every test that is built, in two processes: those of one module each, which compute, beside those from end to
# end, which mostly wait. In each, one test after the other: many run servers and clients that time matters to.
set -euo pipefail
cd "$(dirname "$0")/.."

bundle=.build/debug/postuiPackageTests.xctest
log=.build/test-modules.log

half() {
    "$bundle" --testing-library swift-testing --no-parallel "$@"
}

half --skip EndToEndTests >"$log" 2>&1 &
modules=$!
trap 'kill "$modules" 2>/dev/null || true' EXIT

failed=0
half --filter EndToEndTests || failed=$?
wait "$modules" || failed=$?
trap - EXIT
cat "$log"
# A half that found nothing to run has proved nothing.
grep -qE 'Test run with [1-9][0-9]* tests' "$log" || { echo 'test: no test of the modules ran' >&2; exit 1; }
exit "$failed"
