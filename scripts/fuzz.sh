#!/usr/bin/env bash
# Lets libFuzzer look for a folder that the journal's reader or writer trips over.
#
#   scripts/fuzz.sh [SECONDS]     600 when left out
#
# What it found interesting stays in .build-fuzz/corpus; what broke something in .build-fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-600}
build=.build-fuzz
mkdir -p "$build"

# One module: the reader's own types are not for others. libFuzzer's main takes the place of a program's.
swiftc -parse-as-library -sanitize=fuzzer,address -O -swift-version 6 -module-name JournalFuzz -package-name postui \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility \
    -enable-upcoming-feature InternalImportsByDefault -I Sources/CSystem -I Sources/COpenSSL \
    Sources/Persistence/*.swift scripts/chaos/fuzz/*.swift -o "$build/journal-fuzz" \
    2> >(grep -v 'Cannot export local symbol' >&2)
python3 scripts/chaos/fuzz/corpus.py Tests/PersistenceTests/Samples "$build/corpus"

export SWIFT_BACKTRACE=enable=no
# A till's machine is small: an input that makes the reader take a gigabyte or ten seconds is a find.
nice "$build/journal-fuzz" "$build/corpus" -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=1024 \
    -artifact_prefix="$build/" -print_final_stats=1 2>&1 | tee "$build/log" | grep -vE '^#[0-9]+.*(NEW|REDUCE|RELOAD|pulse)' || true
runs=$(awk '/stat::number_of_executed_units/{print $2}' "$build/log")
if ! grep -q '^Done ' "$build/log"; then
    echo "fuzz: something broke; the input is in $build/" >&2
    exit 1
fi
echo "fuzz: $runs folders in $seconds s, nothing broke"
