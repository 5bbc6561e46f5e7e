#!/usr/bin/env python3
"""Breaks the sources in small ways, one after another, in a copy, and demands that the tests turn red each time.

Usage: mutate.py [WORD...] tries those whose description holds one of these words.
"""
import collections
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
    targets: [
        .systemLibrary(name: "COpenSSL"), .systemLibrary(name: "CSystem"),
        .target(name: "Persistence", dependencies: ["CSystem", "COpenSSL"]),
        .target(name: "JournalDisk", dependencies: ["Persistence"], path: "Tools/JournalDisk"),
        .executableTarget(
            name: "journal-walk", dependencies: ["JournalDisk", "Persistence"], path: "Tools/JournalWalk"),
        // Of what tests share the journal's need the folder alone; the rest knows the engine.
        .target(name: "TestSupport", path: "Tests/TestSupport", sources: ["TemporaryFolder.swift"]),
        .testTarget(
            name: "PersistenceTests", dependencies: ["JournalDisk", "Persistence", "TestSupport"],
            resources: [.copy("Samples")]),
    ],
    swiftLanguageModes: [.v6]
)
"""

# The engine and its tests, without screens and sandbox.
ENGINE_MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
let package = Package(
    name: "postui",
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CCurl"), .systemLibrary(name: "COpenSSL"), .systemLibrary(name: "CSystem"),
        .target(name: "Persistence", dependencies: ["CSystem", "COpenSSL"], swiftSettings: settings),
        .target(
            name: "PayEngine",
            dependencies: [
                "Persistence", "CCurl", "COpenSSL", "CSystem", .product(name: "Logging", package: "swift-log"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ], swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["PayEngine"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "PayEngineTests", dependencies: ["PayEngine", "Persistence", "TestSupport"],
            resources: [.copy("Vectors")], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
"""

MANIFESTS = {"journal": MANIFEST, "engine": ENGINE_MANIFEST, "till": None}

# In which tree, how to build there, and what to run then.
Check = collections.namedtuple("Check", "tree build run")


class Checks:
    """Ways to test."""

    WALK = Check("journal", "swift build -c release --product journal-walk", ".build/release/journal-walk --states 200000 --flipped 50000 --lines 100")
    SAMPLE = Check("journal", "swift build --build-tests", "swift test --skip-build --filter SampleTests")
    INJECT = Check(
        "till",
        "swift build --product postui && swift build --product cpay-sandbox",
        "python3 scripts/chaos/inject.py intent outcome kill")


def suite(name, _made={}):
    """One suite of the engine's tests, which takes seconds."""
    command = f"swift test --skip-build --filter 'PayEngineTests.{name}/'"
    return _made.setdefault(name, Check("engine", "swift build --build-tests", command))


def place(tree, file):
    """Where a source file is, by its name alone: rooms may change."""
    found = [
        os.path.join(folder, file) for folder, _, files in os.walk(os.path.join(tree, "Sources")) if file in files]
    if len(found) != 1:
        raise SystemExit(f"{file} is {len(found)} times below Sources")
    return found[0]


# What is taken away, in which file, from what to what, and what has to notice. One rule is broken at a time.


def rules(word, suite_name, file, changes):
    """Mutations of one file: what each breaks, from what to what."""
    return [(f"{word}: {name}", suite(suite_name), [(file, old, new)]) for name, old, new in changes]


ENGINE = rules("strict JSON", "StrictJSONTests", "StrictJSON.swift", [
    ("a name may be there twice", "            guard names.insert(name).inserted else { throw Fault() }\n", ""),
    ("a number may begin with a zero",
     "        guard bytes[start] != UInt8(ascii: \"0\") || at == start + 1 else { throw Fault() }\n", ""),
    ("a control character may stand in a text", "let byte = next, byte >= 0x20, byte != UInt8(ascii: \"\\\"\")",
     "let byte = next, byte != UInt8(ascii: \"\\\"\")"),
    ("anything may follow", "return reader.at == bytes.count ? value : nil", "return value"),
    ("a list may end in a comma", "            values.append(try value(depth: depth + 1))\n",
     "            if next == UInt8(ascii: \"]\") { break }\n            values.append(try value(depth: depth + 1))\n"),
    ("an object may end in a comma", "            guard next == UInt8(ascii: \"\\\"\") else { throw Fault() }\n",
     "            if next == UInt8(ascii: \"}\") { break }\n"
     "            guard next == UInt8(ascii: \"\\\"\") else { throw Fault() }\n"),
    ("a fraction is cut off", "return isWhole ? whole(digits, isNegative: isNegative) : nil",
     "return whole(digits, isNegative: isNegative)"),
    ("a number needs no digits", "        guard at > start else { throw Fault() }\n", ""),
    ("half a pair of surrogates may stand in a name", "                if isName { throw Fault() }\n", ""),
    ("any letter may be escaped", "        default: throw Fault()\n        }\n    }\n\n    /// Reads what follows",
     "        default: text.append(byte)\n        }\n    }\n\n    /// Reads what follows"),
    ("space may be any", "byte == 0x20 || byte == 0x0A", "byte == 0x20 || byte == 0x0C || byte == 0x0A"),
]) + rules("fields", "LenientReadingTests", "WireMembers.swift", [
    ("a sum of another kind is absent",
     "guard let whole = number(key, within: limit) else { throw .unreadableField }",
     "guard let whole = number(key, within: limit) else { return nil }"),
    ("a negative sum counts", "        guard number >= 0 else { throw .impossibleTotals }\n", ""),
    ("what can't be read is not in work", "        case .null, .number, .text, .list, .object: true\n        }\n",
     "        case .null, .number, .text, .list, .object: false\n        }\n"),
    ("an ext of another kind is absent", "PlatformState(number: -1, text: nil)", "PlatformState(number: nil, text: nil)"),
]) + rules("fields", "LenientReadingTests", "ReplyHead.swift", [
    ("407 in another kind is none", "status == 104 ? try members.whole(.internalStatus) : members.number(.internalStatus)",
     "members.number(.internalStatus)"),
]) + rules("answers", "AnswerReaderTests", "AnswerReader.swift", [
    ("an unsigned one is believed", "guard opened.isSigned else {", "guard opened.isSigned || true else {"),
]) + rules("answers", "AnswerReaderTests", "OrderReply.swift", [
    ("another order's is believed", "        guard order.number == asked.number.text else { throw .otherOrder }\n", ""),
    ("another merchant's is believed", "        guard key.agrees(with: merchant) else { throw .otherOrder }\n", ""),
    ("another platform's is believed", "        guard otherState == nil else { throw .otherPlatform }\n",
     "        _ = otherState\n"),
]) + rules("answers", "DeskAnswerTests", "OrderReply.swift", [
    ("impossible sums are believed", "        guard !read.hasImpossibleSums else { throw .impossibleTotals }\n", ""),
]) + rules("answers", "DeskAnswerTests", "String+GatewayText.swift", [
    ("a name may be empty", "name.allSatisfy(\\.isWhitespace) ? nil : name", "name"),
]) + rules("table", "MeaningTests", "Meaning+Answer.swift", [
    ("no connection is not sent, whatever was sent", "sending == .first ? .notSent(text)", "true ? .notSent(text)"),
    ("101 to the first is a refusal", "self = .unknown(.callerWrong(verdict), .none)", "self = .refused(.callerWrong(verdict))"),
    ("101 twice is unknown", "self = .refused(.callerWrong(verdict))", "self = .unknown(.callerWrong(verdict), .poll)"),
    ("407 is a refusal", "verdict.internalStatus == 407", "verdict.internalStatus == 408"),
    ("a refusal that shows a state is one", "case (102, _) where showsState, (104, _) where showsState:",
     "case (102, _) where showsState && sending.isQuery, (104, _) where showsState && sending.isQuery:"),
    ("102 to a query is a refusal", "self = .askAgain(.newNumberNeeded(verdict), .poll)",
     "self = .refused(.newNumberNeeded(verdict))"),
    ("104 to a query is a refusal", "self = .notThere(byState: false)", "self = .refused(.refusedByGateway(verdict))"),
    ("103 has no pause", "to: sending, pause: .threeSeconds)", "to: sending)"),
    ("another amount is believed where money moved", "case .done, .over: return told == fee", "case .done, .over: return true"),
    ("another amount is believed of a refusal", "told == nil || told == .zero || told == fee\n        case .notSent",
     "true\n        case .notSent"),
    ("a query's unknown is new", "sending.isQuery ? .askAgain(reason, pause ?? .poll)", "false ? .askAgain(reason, pause ?? .poll)"),
]) + rules("states", "MeaningOfStateTests", "FreezeOrder+Meaning.swift", [
    ("WeChat 3", "case (.wechat, 3, _): .waiting(.customerTyping)", "case (.wechat, 3, _): .done"),
    ("Alipay 1", "case (.alipay, 1, _): .waiting(.customerTyping)", "case (.alipay, 1, _): .done"),
    ("in work", "case (_, _, true): .unknown(.beingMade, .poll)", "case (_, 2, true): .done\n        case (_, _, true): .unknown(.beingMade, .poll)"),
    ("WeChat 1", "case (.wechat, 1, false): .unknown(.beingMade, .poll)", "case (.wechat, 1, false): .refused(.closedUnpaid)"),
    ("2", "case (_, 2, false): .done", "case (_, 2, false): .over"),
    ("Alipay 3", "hadMoney ? .over : .refused(.closedUnpaid)", "hadMoney ? .over : .over"),
    ("WeChat 4", "case (.wechat, 4, false): .refused(.customerStopped)", "case (.wechat, 4, false): .notThere(byState: true)"),
    ("Alipay 4", "case (.alipay, 4, false): .notThere(byState: true)", "case (.alipay, 4, false): .refused(.customerStopped)"),
    ("WeChat 5", "case (.wechat, 5, false): .over", "case (.wechat, 5, false): .refused(.paymentError)"),
    ("WeChat 6", "case (.wechat, 6, false): .refused(.paymentError)", "case (.wechat, 6, false): .over"),
    ("WeChat 7", "case (.wechat, 7, false): .notThere(byState: true)", "case (.wechat, 7, false): .refused(.neverArrived)"),
    ("any other", "case (_, let number, false): .unknown(.unrecognisedState(number), .poll)",
     "case (_, _, false): .refused(.paymentError)"),
]) + rules("consumes", "ConsumeMeaningTests", "Consume+Meaning.swift", [
    ("WeChat 2, 3, 4, 14", "case 2, 3, 4, 14: .done", "case 2, 3, 14: .done"),
    ("WeChat 1, 6, 9, 12", "case 1, 6, 9, 12: .unknown", "case 1, 6, 9: .unknown"),
    ("WeChat 5", "case 5: .refused(.customerStopped)", "case 5: .done"),
    ("WeChat 7, 8, 10", "case 7, 8, 10: .refused", "case 7, 10: .refused"),
    ("WeChat 11", "case 11: .notThere(byState: true)", "case 11: .refused(.failedAtPlatform)"),
    ("Alipay 2, 6", "case 2, 6: .done", "case 2: .done"),
    ("Alipay 1", "case 1: .unknown(.beingMade, .poll)", "case 1: .refused(.failedAtPlatform)"),
    ("Alipay 7", "case 7: .notThere(byState: true)", "case 7: .refused(.failedAtPlatform)"),
    ("13 without a consume is done", "case .some(.zero): .refused(.failedAtPlatform)", "case .some(.zero): .done"),
    ("13 with any consume is done", "case .some(let consumed) where consumed == fee: .done", "case .some(let consumed) where consumed > .zero: .done"),
    ("a sum absent then is zero", "let now = depositSums, before.areComplete,\n            now.areComplete",
     "let now = depositSums,\n            now.areComplete"),
    ("a sum absent now is zero", "before.areComplete,\n            now.areComplete", "before.areComplete"),
    ("4 is refused where nothing moved", "if tradeState == Self.closedOrRefunded, now == before", "if now == before"),
    ("5 is refused whatever moved", "if tradeState == Self.closedOrRefunded, now == before", "if tradeState == Self.closedOrRefunded"),
    ("another consume may have been refunded", "guard asked.isOnlyConsume, let refunded", "guard let refunded"),
    ("any refund says done", "(now.refunded ?? .zero) >= refunded", "now.refunded != before.refunded"),
    ("more may be consumed", "(now.consumed ?? .zero) <= consumed", "consumed > .zero"),
]) + rules("consumes", "ConsumeMeaningTests", "Deposit+Money.swift", [
    ("one begun later is none", "index == place || (index < place && other.status.outcome.isSettled)",
     "index >= place || other.status.outcome.isSettled"),
    ("one without an outcome is none", "index == place || (index < place && other.status.outcome.isSettled)", "index <= place"),
]) + rules("releases", "ReleaseHistoryTests", "Release+Meaning.swift", [
    ("2", "case (_, 2): .released", "case (_, 2): .unknown"), ("3", "case (_, 3): .refused", "case (_, 3): .unknown"),
    ("4 and 5", "case (_, 4), (.alipay, 5): .notThere", "case (_, 4), (_, 5): .notThere"),
]) + rules("transitions", "DepositTransitionTests", "Order+Transitions.swift", [
    ("what is settled may be contradicted", "case (.done, _), (.over, _): .contradicts", "case (.done, _), (.over, _): .changed"),
    ("a late success is told as any", "case (.refused, .done), (.notSent, .done): .lateSuccess",
     "case (.refused, .done), (.notSent, .done): .changed"),
    ("one closed by hand is no late success", "status.closing == nil && !status.wasGivenUp ? .changed : .lateSuccess", "!status.wasGivenUp ? .changed : .lateSuccess"),
    ("a refusal becomes unknown again", "case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): .unchanged",
     "case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): .changed"),
]) + rules("transitions", "OrderTransitionTests", "Order+Transitions.swift", [
    ("what is done may be refused", "case (.done, _), (.over, _): .contradicts", "case (.done, _), (.over, _): .changed"),
    ("one that was refused and done is told as any", "case (.refused, .done), (.notSent, .done): .lateSuccess",
     "case (.refused, .done), (.notSent, .done): .changed"),
    ("an open one stays unknown", "case (.unknown, .waiting), (.unknown, .refused), (.unknown, .notSent), (.unknown, .over): .changed",
     "case (.unknown, .waiting), (.unknown, .refused), (.unknown, .notSent), (.unknown, .over): .unchanged"),
]) + rules("sending again", "OrderStateMachineTests", "OrderStateMachine.swift", [
    ("any base's absence counts", "        guard base == firstBase else { return Step(change: nil, next: later) }\n", ""),
    ("too soon", "elapsed >= Self.outrunning && resends", "resends"),
    ("too often", "resends < Self.resendLimit && uptime", "uptime"),
    ("too late", " && uptime - askedAt < Self.resendTime", ""),
    ("a refused query settles it", "if byState, elapsed >= Self.absence", "if elapsed >= Self.absence"),
    ("absence settles it at once", "if byState, elapsed >= Self.absence", "if byState"),
    ("one that was seen is sent again", "guard let askedAt, !isContested, !wasSeen else", "guard let askedAt, !isContested else"),
    ("a contested one is sent again", "guard let askedAt, !isContested, !wasSeen else", "guard let askedAt, !wasSeen else"),
    ("another's order settles a contested one", "if isContested, !isOurCode, let held", "if isContested, !isOurCode, false, let held"),
]) + rules("look-ups", "DeskLookUpTests", "OrderQueries+LookUp.swift", [
    ("any refusal is an absence", "if !byState, let verdict, verdict.internalStatus != GatewayVerdict.noSuchOrder { return .refused(verdict) }\n", "\n"),
    ("any text goes to the gateway", "guard local != nil || number.mayNameDeposit else", "guard local != nil || !number.text.isEmpty else"),
]) + rules("look-ups", "DeskRefundedConsumeTests", "LookUp+Differences.swift", [
    ("one that was done is a difference", "        if own.outcome == .done, consume.isRefundedOrClosed(on: local.platform) { return true }\n", ""),
]) + rules("sums", "DeskRefundedConsumeTests", "DepositEventCodec+Fields.swift", [
    ("what was absent is written as nothing", "consumed = totals?.sums.consumed?.value", "consumed = totals?.consumed.value"),
    ("what was refunded is not written", "        refunded = totals?.sums.refunded?.value\n", ""),
]) + rules("approvals", "ApprovalTests", "Approval.swift", [
    ("one is good for anything",
     "        if let refusal = approval.action.refusal(for: action) { return .failure(refusal) }\n", ""),
    ("one lasts for ever",
     "        if approval.hasLapsed(at: clock.boottime) { return .failure(.lapsed) }\n", ""),
    ("who has a PIN need not type it", "guard let staffID, !needsPin(staffID: staffID) else", "guard let staffID else"),
    ("a till with staff needs none",
     "        guard configuration.staff.isEmpty else { throw .supervisorNeeded }\n", ""),
    ("another till's counts", "configuration.staff.isEmpty == (approver.basis == .notNeeded)", "true"),
]) + rules("approvals", "ApprovalTests", "ApprovedAction.swift", [
    ("another amount's counts", "amount == otherAmount ? nil : .otherAmount", "nil"),
    ("another order's closes", "number == otherNumber ? nil : .otherOrder", "nil"),
])

MUTATIONS = [
    ("no sync of a line", Checks.WALK, [
        ("ActiveSegment.swift", "        try file.sync()\n", "")]),
    ("no sync of the folder after a new segment", Checks.WALK, [
        ("Journal+Segments.swift", "        try io.sync()\n", "")]),
    ("no sync of what a killed process left", Checks.WALK, [
        ("JournalRecovery.swift", "                try file.sync()\n", "")]),
    ("no sync of the folder at a start", Checks.WALK, [
        ("JournalRecovery.swift", "        try io.sync()\n        var settled", "        var settled")]),
    ("a cached page is believed after a failed write", Checks.WALK, [
        ("JournalRecovery.swift", "                file.forget(from: max(0, try file.size() - forgotten))\n",
         "")]),
    ("a block of an index is believed whatever its checksum", Checks.WALK, [
        ("SegmentIndex.swift", "        return Checksum.extend(IndexHeader.seed(seed, 1 + block), body)"
         " == IndexHeader.checksum(bytes)\n", "        return body.count > 0\n")]),
    ("a line that an index names is not verified", Checks.WALK, [
        ("LinePeek.swift", "shape.follows(printed, line)", "printed >= 0")]),
    ("names of lines are not kept for the index", Checks.WALK, [
        ("Journal.swift", "        note(line, at: offset)\n", "        _ = offset\n")]),
    ("a failed sync is tried again in the same segment", Checks.WALK, [
        ("Journal.swift", "        active = nil\n        if !segment.holds",
         "        if !segment.holds")]),
    ("what a successor declared void is read", Checks.WALK, [
        ("JournalScan.swift", "segment.declared?.length ?? (segment.", "(segment.")]),
    ("the checksum does not go on from line to line", Checks.WALK, [
        ("LineBuilder.swift", "Checksum.extend(chain.checksum, $0)", "Checksum.extend(0, $0)")]),
    ("nor in the reader", Checks.SAMPLE, [
        ("LineBuilder.swift", "Checksum.extend(chain.checksum, $0)", "Checksum.extend(0, $0)"),
        ("LineShape.swift", "Checksum.extend(before,", "Checksum.extend(0 & before,")]),
    ("the digest does not go on from line to line", Checks.SAMPLE, [
        ("LineBuilder.swift", "chain.digest.following", "PrintedDigest.none.following")]),
    ("the intent is written after sending", Checks.INJECT, [
        ("PaymentDesk.swift", "    var followsOpenQuestions",
         "    var late: [OrderNumber: Order.Intent] = [:]\n    var followsOpenQuestions"),
        ("PaymentDesk+Prepare.swift",
         "        try writeIntent(.freeze(.intended(intent)), of: number)\n"
         "        processes[number] = OrderStateMachine(askedAt: scannedAt",
         "        late[number] = intent\n        processes[number] = OrderStateMachine(askedAt: scannedAt"),
        ("PaymentDesk+Pursuit.swift", "        if let base = response.base { processes[number]",
         "        if let intent = late[number] { try? record(.freeze(.intended(intent)), of: number) }\n"
         "        if let base = response.base { processes[number]")]),
    ("an outcome is shown that was not recorded", Checks.INJECT, [
        ("PaymentDesk+Pursuit.swift", "        shown.order.status.outcome = .unknown\n",
         "        shown.order.status.outcome = .done\n")]),
] + ENGINE


def prepare(name, manifest=None):
    """A copy of the sources. Files that are as they were keep their times, so that little is built anew."""
    tree = os.path.join(BUILD, name)
    os.makedirs(tree, exist_ok=True)
    for part in ("Sources", "Tests", "Tools", "Benchmarks", "scripts"):
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
    built = shell(tree, check.build)
    if built.returncode != 0:
        return "not built", built.stdout
    ran = shell(tree, check.run)
    return ("green" if ran.returncode == 0 else "red"), ran.stdout


def mutate(tree, changes):
    """Changes the copy; returns what puts it back."""
    originals = {}
    for file, old, new in changes:
        path = place(tree, file)
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
    issues = [line.strip() for line in text.splitlines() if "recorded an issue" in line]
    lines = issues or [line.strip() for line in text.splitlines() if any(mark in line for mark in marks)]
    return (lines or text.strip().splitlines() or [""])[0][:100]


def check_texts(mutations):
    """Before anything is built: every text that is to be changed is there once."""
    for description, _, changes in mutations:
        for file, old, _ in changes:
            with open(place(ROOT, file)) as source:
                count = source.read().count(old)
            if count != 1:
                raise SystemExit(f"{description}: {file} has {count} times: {old.strip()}")


def main():
    check_texts(MUTATIONS)
    chosen = [m for m in MUTATIONS if not sys.argv[1:] or any(word in m[0] for word in sys.argv[1:])]
    trees, rows, unnoticed = {}, [], 0
    for check in {m[1]: None for m in chosen}:
        if check.tree not in trees:
            trees[check.tree] = prepare(check.tree, MANIFESTS[check.tree])
        found, words = outcome(trees[check.tree], check)
        if found != "green":
            print(words[-3000:])
            raise SystemExit(f"without any mutation, {check.run}: {found}")
    for description, check, changes in chosen:
        tree = trees[check.tree]
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
