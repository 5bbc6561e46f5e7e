#!/usr/bin/env bash
# Lets libFuzzer look for a folder that the journal's reader or writer trips over, then for an answer that the engine
# trips over or believes without grounds, then for bytes from a terminal that the decoder of keys trips over.
#
#   scripts/fuzz.sh [SECONDS [journal|answers|input]]     600 seconds for each when left out
#
# What it found interesting stays in .build-fuzz/corpus, corpus-answers and corpus-input; what broke something in
# .build-fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-600}
wanted=${2:-journal answers input}
build=.build-fuzz
mkdir -p "$build"

# One module: the readers' own types are not for others. libFuzzer's main takes the place of a program's.
compile() {
    local name=$1 module=$2
    shift 2
    swiftc -parse-as-library -sanitize=fuzzer,address -O -swift-version 6 -module-name "$module" -package-name postui \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility \
        -enable-upcoming-feature InternalImportsByDefault -I Sources/CSystem -I Sources/COpenSSL \
        "$@" -o "$build/$name-fuzz" 2> >(grep -v 'Cannot export local symbol' >&2)
}

# A till's machine is small: an input that makes the reader take a gigabyte or ten seconds is a find.
fuzz() {
    local name=$1 corpus=$2 what=$3 runs
    SWIFT_BACKTRACE=enable=no nice "$build/$name-fuzz" "$build/$corpus" -max_total_time="$seconds" -max_len=16384 \
        -timeout=10 -rss_limit_mb=1024 -artifact_prefix="$build/$name-" -print_final_stats=1 2>&1 \
        | tee "$build/$name.log" | grep -vE '^#[0-9]+.*(NEW|REDUCE|RELOAD|pulse)' || true
    runs=$(awk '/stat::number_of_executed_units/{print $2}' "$build/$name.log")
    if ! grep -q '^Done ' "$build/$name.log"; then
        echo "fuzz: something broke; the input is in $build/" >&2
        exit 1
    fi
    echo "fuzz: $runs $what in $seconds s, nothing broke"
}

if [[ " $wanted " == *" journal "* ]]; then
    compile journal JournalFuzz $(find Sources/Persistence -name "*.swift") scripts/chaos/fuzz/*.swift
    python3 scripts/chaos/fuzz/corpus.py Tests/PersistenceTests/Samples "$build/corpus"
    fuzz journal corpus folders
fi

if [[ " $wanted " == *" answers "* ]]; then
    engine=Sources/PayEngine
    # What an answer goes through, and what those types are made of: no transport, no desk, no configuration file.
    compile answers PayEngine "$engine"/{Wire,Answers,Order,JSON,Basics}/*.swift \
        "$engine"/Gateway/AnswerReader.swift \
        "$engine"/Configuration/{AuthenKey,GatewayBase,StaffMember,TillConfiguration}.swift \
        "$engine"/Staff/{Pin,PinHash,Scrypt}.swift \
        scripts/chaos/fuzz-answers/*.swift
    python3 scripts/chaos/fuzz-answers/corpus.py Tests/PayEngineTests/Vectors "$build/corpus-answers"
    fuzz answers corpus-answers answers
fi

if [[ " $wanted " == *" input "* ]]; then
    runtime=Sources/PosTUI/Runtime
    compile input PosTUI "$runtime"/{InputDecoder,InputParser,KeySequences,UTF8Character}.swift \
        Sources/PosTUI/Keys/Key.swift scripts/chaos/fuzz-input/*.swift
    python3 scripts/chaos/fuzz-input/corpus.py "$build/corpus-input"
    fuzz input corpus-input streams
fi
