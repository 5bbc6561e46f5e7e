#!/usr/bin/env python3
"""Breaks the sources in small ways, one after another, in a copy, and demands that the tests turn red each time.

Usage: mutate.py [WORD...] tries those whose description holds one of these words.
"""
import os
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, ".build-mutants")

# The journal alone builds in seconds.
MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "postui",
    products: [.executable(name: "journal-walk", targets: ["JournalWalk"])],
    targets: [
        .systemLibrary(name: "COpenSSL"), .systemLibrary(name: "CSystem"),
        .target(name: "Persistence", dependencies: ["CSystem", "COpenSSL"]),
        .target(name: "JournalDisk", dependencies: ["Persistence"]),
        .executableTarget(name: "JournalWalk", dependencies: ["JournalDisk", "Persistence"]),
        .testTarget(
            name: "PersistenceTests", dependencies: ["JournalDisk", "Persistence"], resources: [.copy("Samples")]),
    ],
    swiftLanguageModes: [.v6]
)
"""


class Checks:
    """Ways to test: how to build, and what to run then."""

    WALK = ("swift build -c release --product journal-walk", ".build/release/journal-walk --states 200000 --flipped 50000 --lines 100")
    SAMPLE = ("swift build --build-tests", "swift test --skip-build --filter SampleTests")
    INJECT = (
        "swift build --product postui && swift build --product cpay-sandbox",
        "python3 scripts/chaos/inject.py intent outcome kill")


# What is taken away, in which file (below Sources), from what to what, and what has to notice.
PERSISTENCE, ENGINE = "Persistence/", "PayEngine/Desk/"
MUTATIONS = [
    ("no sync of a line", Checks.WALK, [
        (PERSISTENCE + "ActiveSegment.swift", "        try file.sync()\n", "")]),
    ("no sync of the folder after a new segment", Checks.WALK, [
        (PERSISTENCE + "Journal+Segments.swift", "        try io.sync()\n", "")]),
    ("no sync of what a killed process left", Checks.WALK, [
        (PERSISTENCE + "JournalStart.swift", "                try file.sync()\n", "")]),
    ("no sync of the folder at a start", Checks.WALK, [
        (PERSISTENCE + "JournalStart.swift", "        try io.sync()\n        var settled", "        var settled")]),
    ("a cached page is believed after a failed write", Checks.WALK, [
        (PERSISTENCE + "JournalStart.swift", "                file.forget(from: max(0, try file.size() - forgotten))\n",
         "")]),
    ("a block of an index is believed whatever its checksum", Checks.WALK, [
        (PERSISTENCE + "SegmentIndex.swift", "        return Checksum.extend(IndexHeader.seed(seed, 1 + block), body)"
         " == IndexHeader.checksum(bytes)\n", "        return body.count > 0\n")]),
    ("a line that an index names is not verified", Checks.WALK, [
        (PERSISTENCE + "LinePeek.swift", "shape.follows(printed, line)", "printed >= 0")]),
    ("names of lines are not kept for the index", Checks.WALK, [
        (PERSISTENCE + "Journal.swift", "        note(line, at: offset)\n", "        _ = offset\n")]),
    ("a failed sync is tried again in the same segment", Checks.WALK, [
        (PERSISTENCE + "Journal.swift", "        active = nil\n        if !segment.holds",
         "        if !segment.holds")]),
    ("what a successor declared void is read", Checks.WALK, [
        (PERSISTENCE + "JournalScan.swift", "segment.declared?.length ?? (segment.", "(segment.")]),
    ("the checksum does not go on from line to line", Checks.WALK, [
        (PERSISTENCE + "LineBuilder.swift", "Checksum.extend(chain.checksum, $0)", "Checksum.extend(0, $0)")]),
    ("nor in the reader", Checks.SAMPLE, [
        (PERSISTENCE + "LineBuilder.swift", "Checksum.extend(chain.checksum, $0)", "Checksum.extend(0, $0)"),
        (PERSISTENCE + "LineShape.swift", "Checksum.extend(before,", "Checksum.extend(0 & before,")]),
    ("the digest does not go on from line to line", Checks.SAMPLE, [
        (PERSISTENCE + "LineBuilder.swift", "chain.digest.following", "PrintedDigest.none.following")]),
    ("the intent is written after sending", Checks.INJECT, [
        (ENGINE + "PaymentDesk.swift", "    var followsOpenQuestions",
         "    var late: [OrderNumber: DepositEvent.Intent] = [:]\n    var followsOpenQuestions"),
        (ENGINE + "PaymentDesk+Prepare.swift", "            try writeIntent(intent, number: number)\n",
         "            late[number] = intent\n"),
        (ENGINE + "PaymentDesk+Freeze.swift", "        if let base = delivery.base {",
         "        if let intent = late[number] { try? record(.intended(intent), of: number) }\n"
         "        if let base = delivery.base {")]),
    ("an outcome is shown that was not recorded", Checks.INJECT, [
        (ENGINE + "PaymentDesk+Freeze.swift", "        deposit.outcome = .unknown\n        deposit.reason = .journal",
         "        deposit.outcome = .frozen\n        deposit.reason = .journal")]),
]


def prepare(name, manifest=None):
    """A copy of the sources. Files that are as they were keep their times, so that little is built anew."""
    tree = os.path.join(BUILD, name)
    os.makedirs(tree, exist_ok=True)
    for part in ("Sources", "Tests", "scripts"):
        subprocess.run(
            ["cp", "--archive", "--update", "--no-target-directory", os.path.join(ROOT, part),
             os.path.join(tree, part)], check=True)
        # What is gone from the sources must be gone from the copy.
        for folder, _, files in os.walk(os.path.join(tree, part)):
            for file in files:
                path = os.path.join(folder, file)
                if not os.path.exists(os.path.join(ROOT, os.path.relpath(path, tree))):
                    os.remove(path)
    if manifest:
        with open(os.path.join(tree, "Package.swift"), "w") as file:
            file.write(manifest)
    else:
        for file in ("Package.swift", "Package.resolved"):
            if os.path.exists(os.path.join(ROOT, file)):
                shutil.copy2(os.path.join(ROOT, file), tree)
    return tree


def shell(tree, command):
    return subprocess.run(
        ["nice", "bash", "-c", command], cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace")


def outcome(tree, check):
    """`green`, `red`, or `not built`, and the words that tell why."""
    build, run = check
    built = shell(tree, build)
    if built.returncode != 0:
        return "not built", built.stdout
    ran = shell(tree, run)
    return ("green" if ran.returncode == 0 else "red"), ran.stdout


def mutate(tree, changes):
    """Changes the copy; returns what puts it back."""
    originals = {}
    for file, old, new in changes:
        path = os.path.join(tree, "Sources", file)
        with open(path) as source:
            text = source.read()
        originals.setdefault(path, text)
        if text.count(old) != 1:
            raise SystemExit(f"{file} has {text.count(old)} times: {old.strip()}")
        with open(path, "w") as source:
            source.write(text.replace(old, new))
    return originals


def first_words(text):
    marks = ("a wrong line", "a lost line", "repaired", "can't be opened", "failed", "status", "Issue", "damage",
             "without an intent", "not in the journal", "Expectation")
    lines = [line.strip() for line in text.splitlines() if any(mark in line for mark in marks)]
    return (lines or text.strip().splitlines() or [""])[0][:100]


def main():
    chosen = [m for m in MUTATIONS if not sys.argv[1:] or any(word in m[0] for word in sys.argv[1:])]
    trees, rows, unnoticed = {}, [], 0
    for check in {id(m[1]): m[1] for m in chosen}.values():
        small = check is not Checks.INJECT
        name = "journal" if small else "till"
        if name not in trees:
            trees[name] = prepare(name, MANIFEST if small else None)
        found, words = outcome(trees[name], check)
        if found != "green":
            print(words[-3000:])
            raise SystemExit(f"without any mutation: {found}")
    for description, check, changes in chosen:
        tree = trees["till" if check is Checks.INJECT else "journal"]
        start = time.monotonic()
        originals = mutate(tree, changes)
        try:
            found, words = outcome(tree, check)
        finally:
            for path, text in originals.items():
                with open(path, "w") as source:
                    source.write(text)
        unnoticed += found != "red"
        row = f"{found:9} {time.monotonic() - start:4.0f} s  {description}: {first_words(words)}"
        rows.append(row)
        print(row, flush=True)
    print(f"mutate: {len(rows)} mutations, {unnoticed} not noticed")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
