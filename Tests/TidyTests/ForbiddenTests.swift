import Testing

/// What does not belong in a till.
@Suite struct ForbiddenTests {
    @Test func noFloatingPointNearMoney() {
        let types: Set<Substring> = [
            "Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat", "TimeInterval",
        ]
        let places = SourceTree.sources(of: "PayEngine").flatMap { file in
            file.words.filter { types.contains($0.text) }.map { "\(file.path):\($0.line): \($0.text)" }
        }
        expectNone(places, "PayEngine has no floating point. Amounts are Fen, spans of time are Duration:")
    }

    @Test func nothingEndsTheTillOnPurpose() {
        let places = SourceTree.swiftFiles.flatMap { $0.places(of: ["fatalError("]) }
        expectNone(places, "A till must not crash on what the world does. Throw a typed error or take the other way:")
    }

    /// Where tasks are begun, each with an owner that cancels it and waits for its end.
    private static let taskOwners = [
        "PaymentDesk.swift", "Gateway+Health.swift", "EffectRunner.swift", "SandboxServer.swift",
        // A thread waits for these.
        "BlockingTask.swift", "EventLoopCheck.swift",
    ]

    @Test func tasksHaveOwners() {
        let places = SourceTree.sources.filter { !Self.taskOwners.contains($0.name) }
            .filter { $0.path.hasPrefix("Sources/") }
            .flatMap { $0.places(of: [" Task {", "(Task {", "Task.detached", " Task("]) }
        expectNone(places, "Nobody cancels that task and waits for its end. Begin it with OwnedTasks, or in a group:")
    }

    @Test func noPauseIsCutShortInSilence() {
        let places = SourceTree.sources.filter { ["PayEngine", "PosTUI"].contains($0.module) }
            .flatMap { $0.places(of: ["try? await clock.pause", "try? await desk.clock.pause"]) }
        expectNone(places, "A pause throws when its task is cancelled, and whoever paused ends there:")
    }

    @Test func nothingIsLeftForLater() {
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
        let places = SourceTree.swiftFiles.flatMap { file in
            file.lines.enumerated().flatMap { index, line in
                marks.filter { mark in line.split { !$0.isLetter }.contains { $0 == mark } }
                    .map { "\(file.path):\(index + 1): \($0)" }
            }
        }
        expectNone(places, "Do it now, or open an issue for it, and take the mark out:")
    }

    @Test func onlyCommandsPrint() {
        let allowed = [
            "Sources/PosTUI/Commands/", "Sources/PosTUI/main.swift", "Sources/SandboxGateway/", "Tools/", "Benchmarks/",
        ]
        let places = SourceTree.sources.filter { file in !allowed.contains { file.path.hasPrefix($0) } }
            .flatMap { file in
                file.words.filter { ["print", "debugPrint", "dump", "NSLog", "puts", "printf"].contains($0.text) }
                    .filter { file.code[$0.line - 1].contains("\($0.text)(") }
                    .map { "\(file.path):\($0.line): \($0.text)" }
            }
        expectNone(
            places,
            "Only commands, the sandbox, the walk and the benchmark print. Use the log, which takes secrets out:")
    }

    @Test func noTestIsSkipped() {
        let places = SourceTree.swiftFiles.filter { $0.path.hasPrefix("Tests/") }
            .flatMap { $0.places(of: [".disabled(", "withKnownIssue", "XCTSkip"]) }
        expectNone(places, "A test runs always:")
    }
}
